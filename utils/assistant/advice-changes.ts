import type { Advice } from '#utils/domain/advice.ts'
import { byUrgency, groupOf, type AdviceGroup } from './advice-groups.ts'
import { adviceKey } from './advice-key.ts'

/** One piece of advice that stands elsewhere than before; `null`: it did not concern the case. */
export interface AdviceChange {
  readonly advice: Advice
  readonly from: AdviceGroup | null
  readonly to: AdviceGroup | null
}

/** What stands otherwise in the second reading than in the first, most urgent first. What only went from settled to settled is left out. */
export function adviceChanges(before: readonly Advice[], now: readonly Advice[]): readonly AdviceChange[] {
  const was = new Map(before.map((one) => [adviceKey(one), one]))
  const is = new Map(now.map((one) => [adviceKey(one), one]))
  const gone = before.filter((one) => !is.has(adviceKey(one))).map((advice) => ({ advice, from: groupOf(advice), to: null }))
  const moved = now.map((advice) => {
    const old = was.get(adviceKey(advice))
    return { advice, from: old ? groupOf(old) : null, to: groupOf(advice) }
  })
  return [...moved, ...gone].filter(isNews).toSorted((a, b) => byUrgency(a.advice, b.advice))
}

function isNews({ from, to }: AdviceChange): boolean {
  return from !== to && (isOpen(from) || isOpen(to))
}

function isOpen(group: AdviceGroup | null): boolean {
  return group !== null && group !== 'met'
}
