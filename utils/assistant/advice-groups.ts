import type { Advice, Deadline, Severity } from '#utils/domain/advice.ts'
import { addDays } from '#utils/domain/calendar-day.ts'

export const ADVICE_GROUPS = ['overdue', 'now', 'coming', 'unknown', 'met'] as const
/** How advice is laid out for a caseworker: by what it asks of her today. */
export type AdviceGroup = (typeof ADVICE_GROUPS)[number]

/** Where a rule does not say when to mind its deadline: caseworkers plan about two weeks ahead. */
export const NOW_DAYS = 14

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { K: 0, H: 1, M: 2, I: 3 }
const GROUP_ORDER: Readonly<Record<AdviceGroup, number>> = { overdue: 0, now: 1, coming: 2, unknown: 3, met: 4 }

/** The group advice belongs to, or `null` when the rule does not concern the case. */
export function groupOf(advice: Advice): AdviceGroup | null {
  switch (advice.verdict) {
    case 'not-applicable':
      return null
    case 'met':
      return 'met'
    case 'unknown':
      return 'unknown'
    case 'breached':
      return groupOfBreached(advice)
    case 'due':
      return isInForce(advice) && isNear(advice.deadline) ? 'now' : 'coming'
  }
}

function isNear(deadline: Deadline | null): boolean {
  if (deadline === null) return true
  const { due, daysLeft, warnFrom } = deadline
  return warnFrom === undefined ? daysLeft <= NOW_DAYS : addDays(due, -daysLeft) >= warnFrom
}

/** A retired rule or law to come is worth knowing, but nobody is late. */
function groupOfBreached(advice: Advice): AdviceGroup {
  if (!isInForce(advice)) return 'coming'
  return advice.severity === 'I' ? 'now' : 'overdue'
}

/** Draft and announced law is a notice, never a rule in force. */
export function isInForce(advice: Advice): boolean {
  return advice.lawStatus !== 'draft' && advice.lawStatus !== 'announced'
}

/** Most urgent first: group, then weight, then days left, then title. */
export function byUrgency(a: Advice, b: Advice): number {
  return (
    rank(a) - rank(b) ||
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    daysTo(a) - daysTo(b) ||
    a.title.localeCompare(b.title, 'da')
  )
}

/** All groups in order, each sorted by urgency; empty groups are kept, so that a reader sees that nothing is there. */
export function groupAdvice(advice: readonly Advice[]): Readonly<Record<AdviceGroup, readonly Advice[]>> {
  const groups: Record<AdviceGroup, Advice[]> = { overdue: [], now: [], coming: [], unknown: [], met: [] }
  for (const one of advice.toSorted(byUrgency)) {
    const group = groupOf(one)
    if (group) groups[group].push(one)
  }
  return groups
}

/** What still asks for something, most urgent first. */
export function openAdvice(advice: readonly Advice[]): readonly Advice[] {
  return advice.filter((one) => isOpen(one)).toSorted(byUrgency)
}

/** Open advice that leads somewhere in the case; two rules that ask for the same act are one line. */
export function nextActions(advice: readonly Advice[]): readonly Advice[] {
  const seen = new Set<string>()
  return openAdvice(advice).filter((one) => {
    if (!one.action || one.verdict === 'unknown' || !isInForce(one)) return false
    const act = `${one.action.link}|${one.action.label}|${one.row?.key ?? ''}`
    if (seen.has(act)) return false
    seen.add(act)
    return true
  })
}

function isOpen(advice: Advice): boolean {
  return advice.verdict === 'breached' || advice.verdict === 'due' || advice.verdict === 'unknown'
}

function rank(advice: Advice): number {
  const group = groupOf(advice)
  return group ? GROUP_ORDER[group] : ADVICE_GROUPS.length
}

function daysTo(advice: Advice): number {
  return advice.deadline?.daysLeft ?? Number.MAX_SAFE_INTEGER
}
