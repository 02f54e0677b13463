import type { CountUnit } from '#utils/guidance/calendar/day-count.ts'

/** Days as whole numbers since 1970, walked one by one by the words of the law; shares no code with the product. */
export type DayNumber = number

const MS = 86_400_000
export const toNumber = (text: string): DayNumber => Date.parse(`${text}T00:00:00Z`) / MS
export const toText = (number: DayNumber): string => new Date(number * MS).toISOString().slice(0, 10)

/** Easter Sundays as printed in the almanac, not computed. */
const EASTER =
  '2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01 2041-04-21'.split(
    ' ',
  )

const ascensions = new Set(EASTER.map((sunday) => toNumber(sunday) + 39))
const HOLIDAYS: ReadonlySet<DayNumber> = new Set(
  EASTER.flatMap((sunday) => {
    const easter = toNumber(sunday)
    const year = sunday.slice(0, 4)
    const moving = [-3, -2, 0, 1, 39, 49, 50].map((offset) => easter + offset)
    const fixed = ['01-01', '12-25', '12-26'].map((monthDay) => toNumber(`${year}-${monthDay}`))
    return [...moving, ...fixed, ...(Number(year) < 2024 ? [easter + 26] : [])]
  }),
)

/** Where calendars go wrong: at holidays and former ones, at the ends of months, around the leap day. */
export const HARD_DAYS: readonly DayNumber[] = [
  ...HOLIDAYS,
  ...EASTER.map((sunday) => toNumber(sunday) + 26),
  ...EASTER.flatMap((sunday) =>
    ['01-31', '02-28', '03-01', '08-31', '12-31', '06-05'].map((monthDay) => toNumber(`${sunday.slice(0, 4)}-${monthDay}`)),
  ),
]

const IS_CLOSED: Readonly<Record<string, (number: DayNumber) => boolean>> = {
  juleaften: (number) => toText(number).endsWith('-12-24'),
  nytaarsaften: (number) => toText(number).endsWith('-12-31'),
  grundlovsdag: (number) => toText(number).endsWith('-06-05'),
  'dagen-efter-kristi-himmelfart': (number) => ascensions.has(number - 1),
}

export interface BruteCount {
  readonly from: DayNumber
  readonly unit: CountUnit
  readonly amount: number
  readonly including: boolean
  readonly closing: readonly string[]
  readonly closedDays: readonly DayNumber[]
}

/** The last timely day, found by walking. */
export function bruteEnd(count: BruteCount): DayNumber {
  const { from, unit, amount, including } = count
  if (unit === 'working-days') return walkWorkingDays(count)
  if (unit === 'days' || unit === 'weeks') return walkDays(from, unit === 'weeks' ? amount * 7 : amount, including)
  if (unit === 'whole-months') return walkMonthEnds(from, including ? amount : amount + 1)
  return walkMonths(from, amount, including)
}

function walkDays(from: DayNumber, wanted: number, including: boolean): DayNumber {
  let at = including ? from - 1 : from
  for (let left = wanted; left > 0; left -= 1) at += 1
  return at
}

function walkWorkingDays({ from, amount, including, closing, closedDays }: BruteCount): DayNumber {
  let at = including ? from - 1 : from
  for (let left = amount; left > 0;) {
    at += 1
    const weekday = new Date(at * MS).getUTCDay()
    const off =
      weekday === 0 || weekday === 6 || HOLIDAYS.has(at) || closedDays.includes(at) || closing.some((name) => IS_CLOSED[name]?.(at))
    if (!off) left -= 1
  }
  return at
}

const dateOf = (number: DayNumber) => Number(toText(number).slice(8))
const endsMonth = (number: DayNumber) => dateOf(number + 1) === 1

/** The end of the month so many month ends on, the first being the one the day itself lies in. */
function walkMonthEnds(from: DayNumber, ends: number): DayNumber {
  let at = from
  for (let left = ends; left > 0; at += 1) {
    if (!endsMonth(at)) continue
    left -= 1
    if (left === 0) return at
  }
  return at
}

/** Month by month: the same date of the next month, or its last day where it has no such date. */
function walkMonths(from: DayNumber, months: number, including: boolean): DayNumber {
  if (months === 0) return from
  const wanted = dateOf(from)
  let at = from
  for (let turned = 0; turned < months;) {
    at += 1
    if (dateOf(at) === 1) turned += 1
  }
  while (dateOf(at) !== wanted && !endsMonth(at)) at += 1
  return including && dateOf(at) === wanted ? at - 1 : at
}
