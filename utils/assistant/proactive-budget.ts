import type { Advice } from '#utils/domain/advice.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import { adviceKey } from './advice-key.ts'
import { groupOf, openAdvice } from './advice-groups.ts'

/** What the budget remembers: which page view it is, what opened itself in it, and what has been shown before. */
export interface ProactiveBudget {
  readonly pageView: string | null
  readonly shown: string | null
  readonly seen: ReadonlySet<string>
}

export const FRESH_BUDGET: ProactiveBudget = { pageView: null, shown: null, seen: new Set() }

/**
 * At most one item a page view may open itself: the most urgent one that is late or has to be done now and was not
 * shown before. Everything else waits in the bar. The same budget and input always give the same answer.
 */
export function spendBudget(budget: ProactiveBudget, view: CaseView, advice: readonly Advice[]): ProactiveBudget {
  const pageView = `${view.token}|${view.pageKind}`
  if (budget.pageView === pageView && budget.shown !== null) return budget
  const next = openAdvice(advice).find((one) => isPressing(one) && !budget.seen.has(adviceKey(one)))
  if (!next) return { ...budget, pageView, shown: null }
  const key = adviceKey(next)
  return { pageView, shown: key, seen: new Set([...budget.seen, key]) }
}

function isPressing(advice: Advice): boolean {
  const group = groupOf(advice)
  return advice.severity !== 'I' && (group === 'overdue' || group === 'now')
}
