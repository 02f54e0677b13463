import { addDays, addMonths, isoWeekday, lastDayOfMonth, parseCalendarDay } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'

/**
 * A day in a story, seen from today, so that a story stays right next year: days (−30 = thirty days ago), working days
 * (Monday to Friday), months, the end of a month, or a written day where the law's own date matters.
 */
export type When =
  | number
  | { readonly workdays: number }
  | { readonly months: number; readonly days?: number }
  | { readonly endOfMonth: number }
  | string

export function resolveDay(today: CalendarDay, when: When): CalendarDay {
  if (typeof when === 'number') return addDays(today, when)
  if (typeof when === 'string') return written(when)
  if ('workdays' in when) return addWorkdays(today, when.workdays)
  if ('months' in when) return addDays(addMonths(today, when.months), when.days ?? 0)
  return lastDayOfMonth(addMonths(today, when.endOfMonth))
}

function written(text: string): CalendarDay {
  const day = parseCalendarDay(text)
  if (day === null) throw new RangeError('not-a-calendar-day')
  return day
}

/** The nearest day on or after `from` that is not a Saturday or Sunday: offices meet people on weekdays. */
export function weekday(from: CalendarDay): CalendarDay {
  const over = isoWeekday(from)
  return over > 5 ? addDays(from, 8 - over) : from
}

/** As `weekday`, but never across today: a past meeting stays past. */
export function officeDay(on: CalendarDay, today: CalendarDay): CalendarDay {
  const over = isoWeekday(on) - 5
  return over <= 0 ? on : addDays(on, on < today ? -over : 3 - over)
}

function addWorkdays(from: CalendarDay, count: number): CalendarDay {
  const step = Math.sign(count)
  let day = from
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step)
    if (isoWeekday(day) <= 5) left--
  }
  return day
}

const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']

/** `14. august 2026`, as people write days in running text. */
export function inWords(day: CalendarDay): string {
  const [year = '', month = '1', dayOfMonth = '1'] = day.split('-')
  return `${Number(dayOfMonth)}. ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** `14.08.26` or `14/8-26`: short forms found in notes. */
export function inShort(day: CalendarDay, style: 'dots' | 'slash' = 'dots'): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return style === 'dots' ? `${dayOfMonth}.${month}.${year.slice(2)}` : `${Number(dayOfMonth)}/${Number(month)}-${year.slice(2)}`
}
