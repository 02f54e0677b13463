import { addDays, isoWeekday, partsOf, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { easterSunday } from './easter.ts'
import { holidayName } from './holidays.ts'

/**
 * Days on which a municipality may be closed although the law makes them no holiday. Off by default: a count that
 * leaves them in ends earlier, which is the safe side for a duty.
 */
export const CLOSING_DAYS = ['dagen-efter-kristi-himmelfart', 'grundlovsdag', 'juleaften', 'nytaarsaften'] as const
export type ClosingDay = (typeof CLOSING_DAYS)[number]

const CLOSING_NAMES: Readonly<Record<ClosingDay, string>> = {
  'dagen-efter-kristi-himmelfart': 'dagen efter Kristi himmelfart (kommunen holder lukket)',
  grundlovsdag: 'grundlovsdag (kommunen holder lukket)',
  juleaften: 'juleaften (kommunen holder lukket)',
  nytaarsaften: 'nytårsaften (kommunen holder lukket)',
}

const CLOSING_DATES: readonly (readonly [string, ClosingDay])[] = [
  ['06-05', 'grundlovsdag'],
  ['12-24', 'juleaften'],
  ['12-31', 'nytaarsaften'],
]

export interface WorkCalendar {
  readonly closing: readonly ClosingDay[]
  /** Single days the municipality has announced as closed. */
  readonly closedDays: readonly CalendarDay[]
}

/** Weekends and public holidays only. */
export const STATUTORY_CALENDAR: WorkCalendar = { closing: [], closedDays: [] }

/** Why a day is no working day, in Danish, or `null` when it is one. */
export function dayOffReason(of: CalendarDay, calendar: WorkCalendar): string | null {
  const holiday = holidayName(of)
  if (holiday !== null) return holiday
  const weekday = isoWeekday(of)
  if (weekday > 5) return weekday === 6 ? 'lørdag' : 'søndag'
  if (calendar.closedDays.includes(of)) return 'kommunen holder lukket'
  const closing = calendar.closing.length > 0 ? closingDay(of) : null
  return closing !== null && calendar.closing.includes(closing) ? CLOSING_NAMES[closing] : null
}

/**
 * The `count`-th working day after `from`. The day of receipt is not counted: the practice for the seven working days
 * of forvaltningsloven § 16 and offentlighedsloven § 36. A negative or broken count is not defined and gives `null`.
 */
export function addWorkingDays(from: CalendarDay, count: number, calendar: WorkCalendar): CalendarDay | null {
  if (!Number.isInteger(count) || count < 0 || count > 1000) return null
  let current = from
  for (let left = count; left > 0;) {
    current = addDays(current, 1)
    if (dayOffReason(current, calendar) === null) left -= 1
  }
  return current
}

function closingDay(of: CalendarDay): ClosingDay | null {
  const fixed = CLOSING_DATES.find(([monthDay]) => of.endsWith(monthDay))
  if (fixed) return fixed[1]
  return of === addDays(easterSunday(partsOf(of).year), 40) ? 'dagen-efter-kristi-himmelfart' : null
}
