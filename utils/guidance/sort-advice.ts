import type { Advice, Severity, Verdict } from '#utils/domain/advice.ts'
import { daysBetween } from '#utils/domain/calendar-day.ts'

const VERDICT_ORDER: Readonly<Record<Verdict, number>> = { breached: 0, due: 1, unknown: 2, met: 3, 'not-applicable': 4 }
const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { K: 0, H: 1, M: 2, I: 3 }

/** What to do first: what has failed, then what is due; within each what weighs most in law, then what is nearest. */
export function sortAdvice(advice: readonly Advice[]): Advice[] {
  return [...advice].sort((a, b) => compareAdvice(a, b))
}

/** Negative when `a` comes before `b`. The rule's id and row settle the rest, so that the order never flickers. */
export function compareAdvice(a: Advice, b: Advice): number {
  return (
    VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] ||
    Number(isFarOff(a)) - Number(isFarOff(b)) ||
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    nearness(a) - nearness(b) ||
    order(a.rule, b.rule) ||
    order(a.row?.key ?? '', b.row?.key ?? '')
  )
}

/** Due, but not yet near enough that the rule's author would have it minded. */
function isFarOff({ verdict, deadline }: Advice): boolean {
  if (verdict !== 'due' || deadline?.warnFrom === undefined) return false
  return daysBetween(deadline.warnFrom, deadline.due) < deadline.daysLeft
}

function nearness({ deadline }: Advice): number {
  return deadline?.daysLeft ?? 0
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
