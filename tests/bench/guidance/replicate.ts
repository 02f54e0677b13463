import { asId, type RuleId } from '#utils/domain/ids.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'

export const RULES = 500

/** The named rules again and again, each time with a deadline one day, month or working day longer, until there are 500. */
export function replicate(pack: RulePack, ids: readonly string[]): RulePack {
  const rules = Array.from({ length: RULES }, (_, index) => {
    const id = ids[index % ids.length]
    const rule = pack.rules.find((own) => own.id === id)
    if (!rule) throw new RangeError(`bench-rule-missing: ${id ?? ''}`)
    const more = Math.floor(index / ids.length)
    return {
      ...rule,
      id: asId<RuleId>(`${rule.id}-${more}`),
      versions: rule.versions.map((version) => ({
        ...version,
        due: version.due && { ...version.due, tree: longer(version.due.tree, more) },
      })),
    }
  })
  return { ...pack, rules }
}

/** Every count in a deadline made longer. */
function longer<T>(tree: T, more: number): T {
  return JSON.parse(JSON.stringify(tree), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'op' in value && value.op === 'number' && 'value' in value
      ? { ...value, value: Number(value.value) + more }
      : value,
  ) as T
}
