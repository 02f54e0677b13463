/**
 * A calendar day in Denmark, written `YYYY-MM-DD`. It is not a `Date`: it has no clock and no time zone,
 * so a deadline can never be a day off because of where a browser stands.
 */
export type CalendarDay = string & { readonly __brand: 'CalendarDay' }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

/** The day of a year, month (1–12) and day of month, or `null` when no such day exists. */
export function calendarDay(year: number, month: number, dayOfMonth: number): CalendarDay | null {
  const utc = new Date(Date.UTC(year, month - 1, dayOfMonth))
  const exists = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === dayOfMonth
  return exists ? fromUtc(utc.getTime()) : null
}

/** Reads `YYYY-MM-DD`; anything else, or a day that does not exist, is `null`. */
export function parseCalendarDay(text: string): CalendarDay | null {
  const parts = PATTERN.exec(text)
  return parts ? calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null
}

/** As `parseCalendarDay`, for days written in code and data that are known to exist. Throws `RangeError` otherwise. */
export function day(text: string): CalendarDay {
  const parsed = parseCalendarDay(text)
  if (parsed === null) throw new RangeError('not-a-calendar-day')
  return parsed
}

/** `count` days later (earlier when negative). */
export function addDays(from: CalendarDay, count: number): CalendarDay {
  return fromUtc(toUtc(from) + count * DAY_MS)
}

/** Whole months later; a day that the target month lacks becomes its last day (31 January + 1 month = 28 February). */
export function addMonths(from: CalendarDay, months: number): CalendarDay {
  const { year, month, dayOfMonth } = partsOf(from)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return fromUtc(first.getTime() + (Math.min(dayOfMonth, last) - 1) * DAY_MS)
}

/** The last day of the month that `of` lies in. */
export function lastDayOfMonth(of: CalendarDay): CalendarDay {
  const { year, month } = partsOf(of)
  return fromUtc(Date.UTC(year, month, 0))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS)
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function isoWeekday(of: CalendarDay): number {
  return new Date(toUtc(of)).getUTCDay() || 7
}

/** Year, month (1–12) and day of month. */
export function partsOf(of: CalendarDay): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), dayOfMonth: Number(of.slice(8, 10)) }
}

function toUtc(of: CalendarDay): number {
  const { year, month, dayOfMonth } = partsOf(of)
  return Date.UTC(year, month - 1, dayOfMonth)
}

function fromUtc(ms: number): CalendarDay {
  return new Date(ms).toISOString().slice(0, 10) as CalendarDay
}
