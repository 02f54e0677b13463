import { addDays, addMonths, daysBetween, lastDayOfMonth, parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { lastTimelyDay, type CountUnit } from '../calendar/day-count.ts'
import { paceDay } from '../calendar/pace.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/work-calendar.ts'
import type { FeelType } from './node.ts'
import type { FeelValue } from './value.ts'

export interface FeelFunction {
  readonly args: readonly FeelType[]
  readonly returns: FeelType
  /** Called with read, non-empty arguments of the declared types only; an empty argument gives `null` before this. */
  readonly run: (args: readonly FeelValue[], calendar: WorkCalendar) => FeelValue
}

const asDay = (value: FeelValue | undefined) => value as CalendarDay
const asNumber = (value: FeelValue | undefined) => value as number
const asText = (value: FeelValue | undefined) => value as string

/** Moves a day, or gives `null` where the count is broken or the calendar of four-digit years ends. */
export function moveDay(move: (from: CalendarDay, count: number) => CalendarDay, from: CalendarDay, count: number): CalendarDay | null {
  if (!Number.isInteger(count) || Math.abs(count) > 40_000) return null
  const moved = move(from, count)
  return moved.startsWith('+') || moved.startsWith('-') ? null : moved
}

const fn = (args: readonly FeelType[], returns: FeelType, run: FeelFunction['run']): FeelFunction => ({ args, returns, run })

const shift = (move: (from: CalendarDay, count: number) => CalendarDay) =>
  fn(['day', 'number'], 'day', ([from, count]) => moveDay(move, asDay(from), asNumber(count)))

/** A count with the first day in it. */
const including = (unit: CountUnit) =>
  fn(['day', 'number'], 'day', ([from, amount], calendar) =>
    lastTimelyDay(asDay(from), { unit, amount: asNumber(amount), including: true }, calendar),
  )

/** The functions of the subset: FEEL's own for text, and ours for days as the law counts them. */
export const FEEL_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  contains: fn(['text', 'text'], 'boolean', ([text, part]) => asText(text).includes(asText(part))),
  'starts with': fn(['text', 'text'], 'boolean', ([text, part]) => asText(text).startsWith(asText(part))),
  'ends with': fn(['text', 'text'], 'boolean', ([text, part]) => asText(text).endsWith(asText(part))),
  'lower case': fn(['text'], 'text', ([text]) => asText(text).toLowerCase()),
  'upper case': fn(['text'], 'text', ([text]) => asText(text).toUpperCase()),
  'string length': fn(['text'], 'number', ([text]) => Array.from(asText(text)).length),
  'list contains': fn(['texts', 'text'], 'boolean', ([list, text]) => (list as readonly string[]).includes(asText(text))),
  count: fn(['texts'], 'number', ([list]) => (list as readonly string[]).length),
  addDays: shift(addDays),
  addWeeks: shift((from, count) => addDays(from, count * 7)),
  addMonths: shift(addMonths),
  addWorkingDays: fn(['day', 'number'], 'day', ([from, count], calendar) => addWorkingDays(asDay(from), asNumber(count), calendar)),
  /** "Fra og med": the last day of a stretch that has the day as its first. */
  daysIncluding: including('days'),
  monthsIncluding: including('months'),
  workingDaysIncluding: including('working-days'),
  /** When the next of so many events in a stretch of days should be held, if spread evenly: first, last, needed, held. */
  paceDay: fn(['day', 'day', 'number', 'number'], 'day', ([first, last, needed, held]) =>
    paceDay({ first: asDay(first), last: asDay(last) }, asNumber(needed), asNumber(held) + 1),
  ),
  /** The last day of the `count`-th whole calendar month after the month of the day. */
  wholeMonthsAfter: shift((from, count) => lastDayOfMonth(addMonths(from, count))),
  /** A month written `YYYY-MM` as its first day. */
  monthStart: fn(['text'], 'day', ([month]) => parseCalendarDay(`${asText(month)}-01`)),
  firstDayOfMonth: fn(['day'], 'day', ([of]) => `${asText(of).slice(0, 8)}01`),
  lastDayOfMonth: fn(['day'], 'day', ([of]) => lastDayOfMonth(asDay(of))),
  daysBetween: fn(['day', 'day'], 'number', ([from, to]) => daysBetween(asDay(from), asDay(to))),
}

export function isFunctionName(name: string): boolean {
  return Object.hasOwn(FEEL_FUNCTIONS, name)
}
