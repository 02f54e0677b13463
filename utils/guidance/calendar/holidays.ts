import { addDays, day, partsOf, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { easterSunday } from './easter.ts'

/** The last year in which store bededag was a holiday: LOV nr. 214 af 06/03/2023 ended it from 1 January 2024. */
const LAST_PRAYER_DAY_YEAR = 2023

const FIXED = [
  ['01-01', 'nytårsdag'],
  ['12-25', 'juledag'],
  ['12-26', '2. juledag'],
] as const

const FROM_EASTER = [
  [-3, 'skærtorsdag'],
  [-2, 'langfredag'],
  [0, 'påskedag'],
  [1, '2. påskedag'],
  [39, 'Kristi himmelfartsdag'],
  [49, 'pinsedag'],
  [50, '2. pinsedag'],
] as const

const byYear = new Map<number, ReadonlyMap<CalendarDay, string>>()

/** The public holidays of a year with their Danish names. Days that are only customary (Grundlovsdag, juleaften) are not among them. */
export function publicHolidays(year: number): ReadonlyMap<CalendarDay, string> {
  const known = byYear.get(year)
  if (known) return known
  const holidays = computeHolidays(year)
  byYear.set(year, holidays)
  return holidays
}

/** The holiday's name, or `null` when the day is not one. */
export function holidayName(of: CalendarDay): string | null {
  return publicHolidays(partsOf(of).year).get(of) ?? null
}

function computeHolidays(year: number): ReadonlyMap<CalendarDay, string> {
  const easter = easterSunday(year)
  const days = new Map<CalendarDay, string>()
  for (const [monthDay, name] of FIXED) days.set(day(`${String(year).padStart(4, '0')}-${monthDay}`), name)
  for (const [offset, name] of FROM_EASTER) days.set(addDays(easter, offset), name)
  if (year <= LAST_PRAYER_DAY_YEAR) days.set(addDays(easter, 26), 'store bededag')
  return days
}
