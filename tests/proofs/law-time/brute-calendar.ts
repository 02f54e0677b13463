import type { Count, LawTable } from './table.ts'

/** Days as whole numbers since 1970, walked one by one: slow, plain, and none of the product's own code. */
export type DayNumber = number

const MS = 86_400_000
export const toNumber = (text: string): DayNumber => Date.parse(`${text}T00:00:00Z`) / MS
export const toText = (number: DayNumber): string => new Date(number * MS).toISOString().slice(0, 10)

const dayOfMonth = (number: DayNumber) => new Date(number * MS).getUTCDate()
const isLastOfMonth = (number: DayNumber) => dayOfMonth(number + 1) === 1

/** Every holiday that the table knows, as day numbers. */
export function holidaysOf({ easter, holidays }: LawTable): ReadonlySet<DayNumber> {
  const days = new Set<DayNumber>()
  for (const sunday of easter) {
    const year = sunday.slice(0, 4)
    for (const offset of holidays.fromEaster) days.add(toNumber(sunday) + offset)
    for (const monthDay of holidays.fixed) days.add(toNumber(`${year}-${monthDay}`))
    if (Number(year) <= holidays.prayerDay.until) days.add(toNumber(sunday) + holidays.prayerDay.fromEaster)
  }
  return days
}

/** Days where a calendar is most easily wrong: the holidays, and the days that were holidays once. */
export function hardDaysOf(table: LawTable): readonly DayNumber[] {
  const formerly = table.easter.map((sunday) => toNumber(sunday) + table.holidays.prayerDay.fromEaster)
  const known = [...holidaysOf(table), ...formerly].toSorted((a, b) => a - b)
  // A count from the table's last year runs into one whose holidays it does not know.
  return known.filter((number) => number < (known.at(-1) ?? 0) - 366)
}

/** The last timely day, found by walking. */
export function lastTimelyDay(count: Count, from: DayNumber, holidays: ReadonlySet<DayNumber>): DayNumber {
  if (count.workingDays !== undefined) return walkWorkingDays(from, count.workingDays, holidays)
  if (count.months !== undefined) return walkMonths(from, count.months) + (count.days ?? 0)
  if (count.wholeMonths !== undefined) return walkToMonthEnd(walkMonths(from, count.wholeMonths))
  return from + (count.days ?? 0)
}

function walkWorkingDays(from: DayNumber, wanted: number, holidays: ReadonlySet<DayNumber>): DayNumber {
  let at = from
  let left = wanted
  while (left > 0) {
    at += 1
    const weekday = new Date(at * MS).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.has(at)) left -= 1
  }
  return at
}

/** The same day of the month so many months on, or that month's last day when it has no such day. */
function walkMonths(from: DayNumber, months: number): DayNumber {
  let at = from
  let turned = 0
  while (turned < months) {
    at += 1
    if (dayOfMonth(at) === 1) turned += 1
  }
  if (months === 0) return from
  while (dayOfMonth(at) < dayOfMonth(from) && !isLastOfMonth(at)) at += 1
  return at
}

function walkToMonthEnd(from: DayNumber): DayNumber {
  let at = from
  while (!isLastOfMonth(at)) at += 1
  return at
}
