import type { Deadline, DayStep } from '#utils/domain/advice.ts'
import { addDays, daysBetween, isoWeekday, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { todayOf } from '../format-da.ts'

/** One square of the picture of a count. */
export interface DaySquare {
  readonly day: CalendarDay
  readonly kind: 'start' | 'counted' | 'skipped' | 'outside'
  readonly number: number | null
  readonly note: string | null
  readonly isDue: boolean
  readonly isToday: boolean
}

/** A week of seven squares, or a fold that stands for weeks left out of the picture. */
export type WeekRow =
  | { readonly kind: 'week'; readonly days: readonly DaySquare[] }
  | { readonly kind: 'fold'; readonly weeks: number; readonly from: CalendarDay; readonly to: CalendarDay }

/** More weeks than this are folded in the middle, so that the picture stays small. */
const MOST_WEEKS = 6
const KEPT_AT_EACH_END = 2
const WEEKEND = /^(lørdag|søndag)$/i

/** Whether the count names every day, so that it can be drawn as weeks; counts in months or many weeks name milestones. */
export function isDayByDay(steps: readonly DayStep[]): boolean {
  return steps.length > 1 && steps.every((step, index) => index === 0 || daysBetween(steps[index - 1]?.day ?? step.day, step.day) === 1)
}

/** A count laid out as Monday-to-Sunday weeks. */
export function weeksOf(deadline: Deadline): readonly WeekRow[] {
  const weeks = allWeeks(deadline)
  const row = (days: readonly DaySquare[]): WeekRow => ({ kind: 'week', days })
  if (weeks.length <= MOST_WEEKS) return weeks.map(row)
  const middle = weeks.slice(KEPT_AT_EACH_END, -KEPT_AT_EACH_END)
  const from = middle[0]?.[0]?.day
  const to = middle.at(-1)?.[6]?.day
  const fold: WeekRow[] = from && to ? [{ kind: 'fold', weeks: middle.length, from, to }] : []
  return [...weeks.slice(0, KEPT_AT_EACH_END).map(row), ...fold, ...weeks.slice(-KEPT_AT_EACH_END).map(row)]
}

/** The day a count starts from: the first step, which is not itself counted. */
export function isStart(steps: readonly DayStep[], step: DayStep): boolean {
  return step === steps[0] && step.number === null && !WEEKEND.test(step.note ?? '')
}

/** Days that did not count for another reason than being a Saturday or Sunday, in order. */
export function namedSkips(steps: readonly DayStep[]): readonly DayStep[] {
  return steps.filter((step) => step.number === null && step.note !== null && !WEEKEND.test(step.note) && !isStart(steps, step))
}

function allWeeks(deadline: Deadline): DaySquare[][] {
  const first = deadline.steps[0]?.day
  if (!first) return []
  const byDay = new Map(deadline.steps.map((step) => [step.day, step]))
  const last = deadline.steps.at(-1)?.day ?? first
  const monday = addDays(first, 1 - isoWeekday(first))
  const count = Math.ceil((daysBetween(monday, last) + 1) / 7)
  const squareOf = squares(deadline, byDay)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_unused, weekday) => squareOf(addDays(monday, week * 7 + weekday))),
  )
}

function squares({ steps, due, daysLeft }: Deadline, byDay: ReadonlyMap<CalendarDay, DayStep>): (day: CalendarDay) => DaySquare {
  const today = todayOf({ due, daysLeft })
  return (day) => {
    const step = byDay.get(day)
    return {
      day,
      kind: kindOf(step, steps),
      number: step?.number ?? null,
      note: step?.note ?? null,
      isDue: day === due,
      isToday: day === today,
    }
  }
}

function kindOf(step: DayStep | undefined, steps: readonly DayStep[]): DaySquare['kind'] {
  if (!step) return 'outside'
  if (isStart(steps, step)) return 'start'
  return step.number === null ? 'skipped' : 'counted'
}
