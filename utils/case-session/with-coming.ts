import type { RulePack } from '#utils/guidance/pack-schema.ts'

/** The rules as they will be: the coming pack's in the place of those of the same pack, the municipality's own beside them. */
export function withComing(now: RulePack, coming: RulePack): RulePack {
  const named = new Set(coming.rules.map(({ id }) => id))
  const others = now.id === coming.id ? [] : now.rules.filter(({ id }) => !named.has(id))
  return { ...coming, rules: [...coming.rules, ...others] }
}
