import { addDays, addMonths, day, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { lastTimelyDay, type DayCount } from '#utils/guidance/calendar/day-count.ts'
import { monthWindow, paceDay, within, type DayWindow } from '#utils/guidance/calendar/pace.ts'
import type { WorkCalendar } from '#utils/guidance/calendar/work-calendar.ts'

/** What is proven: the product's four ways of counting. A fault replaces one of them. */
export interface Engine {
  readonly end: (from: CalendarDay, count: DayCount, calendar: WorkCalendar) => CalendarDay | null
  readonly window: (start: CalendarDay, from: number, to: number) => DayWindow
  readonly within: typeof within
  readonly pace: typeof paceDay
}

export const PRODUCT: Engine = { end: lastTimelyDay, window: monthWindow, within, pace: paceDay }

const withEnd = (end: (from: CalendarDay, count: DayCount, calendar: WorkCalendar) => CalendarDay | null): Engine => ({ ...PRODUCT, end })

const onlyFor =
  (unit: DayCount['unit'], change: (count: DayCount) => DayCount): Engine['end'] =>
  (from, count, calendar) =>
    lastTimelyDay(from, count.unit === unit ? change(count) : count, calendar)

const FORMER_PRAYER_DAYS = ['2024-04-26', '2025-05-16', '2026-05-01', '2027-04-23', '2028-05-12', '2029-04-27', '2030-05-17'].map(day)
const customary: WorkCalendar = { closing: ['juleaften', 'nytaarsaften', 'grundlovsdag'], closedDays: [] }

export const FAULTS: readonly { readonly name: string; readonly engine: Engine }[] = [
  {
    name: 'the first day counted though it is outside',
    engine: withEnd(onlyFor('working-days', (count) => ({ ...count, amount: Math.max(0, count.amount - 1) }))),
  },
  { name: '"fra og med" taken as "fra"', engine: withEnd(onlyFor('days', (count) => ({ ...count, including: false }))) },
  { name: '"fra og med" taken as "fra" in months', engine: withEnd(onlyFor('months', (count) => ({ ...count, including: false }))) },
  {
    name: 'weeks of five days',
    engine: withEnd((from, count, calendar) =>
      lastTimelyDay(from, count.unit === 'weeks' ? { ...count, unit: 'days', amount: count.amount * 5 } : count, calendar),
    ),
  },
  {
    name: 'months of thirty days',
    engine: withEnd((from, count, calendar) =>
      lastTimelyDay(from, count.unit === 'months' ? { ...count, unit: 'days', amount: count.amount * 30 } : count, calendar),
    ),
  },
  {
    name: 'a month too few to the end of the month',
    engine: withEnd(onlyFor('whole-months', (count) => ({ ...count, amount: Math.max(1, count.amount - 1) }))),
  },
  { name: 'whole months that end on the date', engine: withEnd(onlyFor('whole-months', (count) => ({ ...count, unit: 'months' }))) },
  {
    name: 'store bededag still a holiday',
    engine: withEnd((from, count, { closing, closedDays }) =>
      lastTimelyDay(from, count, { closing, closedDays: [...closedDays, ...FORMER_PRAYER_DAYS] }),
    ),
  },
  {
    name: 'juleaften and grundlovsdag holidays without being set',
    engine: withEnd((from, count) => lastTimelyDay(from, count, customary)),
  },
  {
    name: 'closing days not minded',
    engine: withEnd((from, count, { closedDays }) => lastTimelyDay(from, count, { closing: [], closedDays })),
  },
  {
    name: 'single closed days not minded',
    engine: withEnd((from, count, { closing }) => lastTimelyDay(from, count, { closing, closedDays: [] })),
  },
  { name: 'working days as days', engine: withEnd(onlyFor('working-days', (count) => ({ ...count, unit: 'days' }))) },
  {
    name: 'a day moved over the end of February',
    engine: withEnd((from, count, calendar) => addDayAfterFebruary(lastTimelyDay(from, count, calendar))),
  },
  {
    name: 'a window that begins a day late',
    engine: { ...PRODUCT, window: (start, from, to) => ({ first: addDays(addMonths(start, from), 1), last: addMonths(start, to) }) },
  },
  {
    name: 'a window without its last day',
    engine: { ...PRODUCT, within: ({ first, last }, days) => days.filter((at) => first <= at && at < last) },
  },
  {
    name: 'a window without its first day',
    engine: { ...PRODUCT, within: ({ first, last }, days) => days.filter((at) => first < at && at <= last) },
  },
  {
    name: 'a pace that asks a day late',
    engine: {
      ...PRODUCT,
      pace: (window, needed, number) => {
        const at = paceDay(window, needed, number)
        return at === null || number === needed ? at : addDays(at, 1)
      },
    },
  },
]

function addDayAfterFebruary(at: CalendarDay | null): CalendarDay | null {
  return at?.endsWith('-02-29') ? addDays(at, 1) : at
}
