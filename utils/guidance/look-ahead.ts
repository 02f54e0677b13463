import type { Advice } from '#utils/domain/advice.ts'
import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { judge, type JudgeOptions } from './judge.ts'
import type { CaseInput } from './load-case.ts'
import type { LoadedPack } from './pack.ts'

/** Tomorrow and in a week. */
export const LOOK_AHEAD_DAYS = [1, 7] as const

/** An advice that would be another on a later day if nothing in the case changed. */
export interface ComingAdvice {
  readonly on: CalendarDay
  readonly inDays: number
  readonly now: Advice
  readonly later: Advice
}

/**
 * What each rule would say on later days of the case as it stands: only what differs, the nearest day first. A verdict that
 * changes counts, and so does a deadline that comes near enough to mind.
 */
export function lookAhead(
  pack: LoadedPack,
  input: CaseInput,
  options: JudgeOptions,
  days: readonly number[] = LOOK_AHEAD_DAYS,
): readonly ComingAdvice[] {
  const now = new Map(judge(pack, input, options).map((advice) => [keyOf(advice), advice]))
  return days.flatMap((inDays) => {
    const on = addDays(options.today, inDays)
    const advice = judge(pack, input, { ...options, today: on })
    return advice.flatMap((later) => {
      const before = now.get(keyOf(later))
      return before === undefined || !isOther(before, later) ? [] : [{ on, inDays, now: before, later }]
    })
  })
}

const keyOf = ({ rule, row }: Advice) => `${rule}\n${row?.key ?? ''}`

function isOther(now: Advice, later: Advice): boolean {
  return now.verdict !== later.verdict || isNear(now) !== isNear(later)
}

/** Within what the rule's author would have minded. */
function isNear({ deadline }: Advice): boolean {
  if (deadline?.warnFrom === undefined) return false
  return addDays(deadline.due, -deadline.daysLeft) >= deadline.warnFrom
}
