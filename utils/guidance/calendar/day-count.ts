import type { DayStep } from '#utils/domain/advice.ts'
import { addDays, addMonths, lastDayOfMonth, partsOf, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { calendarDaySteps, monthEndStep, monthSteps, workingDaySteps } from './day-steps.ts'
import { addWorkingDays, type WorkCalendar } from './work-calendar.ts'

export const COUNT_UNITS = ['days', 'weeks', 'months', 'whole-months', 'working-days'] as const
export type CountUnit = (typeof COUNT_UNITS)[number]

/** A statutory count: so many units, with the first day outside the count ("fra") or in it ("fra og med"). */
export interface DayCount {
  readonly unit: CountUnit
  readonly amount: number
  readonly including: boolean
}

const MOST = 40_000

/** The last timely day, or `null` where the count is broken or leaves the calendar of four-digit years. */
export function lastTimelyDay(from: CalendarDay, count: DayCount, calendar: WorkCalendar): CalendarDay | null {
  const { unit, amount, including } = count
  if (!Number.isInteger(amount) || amount < (including ? 1 : 0) || amount > MOST) return null
  const end = including ? INCLUDING[unit](from, amount, calendar) : AFTER[unit](from, amount, calendar)
  return end === null || end.startsWith('+') ? null : end
}

type Counter = (from: CalendarDay, amount: number, calendar: WorkCalendar) => CalendarDay | null

const AFTER: Readonly<Record<CountUnit, Counter>> = {
  days: (from, amount) => addDays(from, amount),
  weeks: (from, amount) => addDays(from, amount * 7),
  months: (from, amount) => addMonths(from, amount),
  'whole-months': (from, amount) => lastDayOfMonth(addMonths(from, amount)),
  'working-days': addWorkingDays,
}

const INCLUDING: Readonly<Record<CountUnit, Counter>> = {
  days: (from, amount) => addDays(from, amount - 1),
  weeks: (from, amount) => addDays(from, amount * 7 - 1),
  months: addMonthsIncluding,
  // The month that the day lies in is the first.
  'whole-months': (from, amount) => lastDayOfMonth(addMonths(from, amount - 1)),
  'working-days': (from, amount, calendar) => addWorkingDays(addDays(from, -1), amount, calendar),
}

/**
 * The last day of a period of months that has `from` as its first day: the day before the same date, or the month's last
 * day where the month has no such date (from and including 31 January, one month, ends 28 February).
 */
export function addMonthsIncluding(from: CalendarDay, months: number): CalendarDay {
  const end = addMonths(from, months)
  return partsOf(end).dayOfMonth === partsOf(from).dayOfMonth ? addDays(end, -1) : end
}

/** The count day by day, the first line the day it counts from. */
export function countSteps(from: CalendarDay, count: DayCount, calendar: WorkCalendar): readonly DayStep[] {
  const end = lastTimelyDay(from, count, calendar)
  if (end === null) return []
  const { unit, amount, including } = count
  if (including) return includingSteps(from, end, count, calendar)
  const start: DayStep = { day: from, number: null, note: 'tælles fra' }
  if (unit === 'working-days') return [start, ...workingDaySteps(from, end, calendar)]
  if (unit === 'months') return [start, ...monthSteps(from, amount)]
  if (unit === 'whole-months') return [start, ...monthSteps(from, amount), monthEndStep(addMonths(from, amount))]
  return [start, ...calendarDaySteps(from, end)]
}

function includingSteps(from: CalendarDay, end: CalendarDay, { unit, amount }: DayCount, calendar: WorkCalendar): readonly DayStep[] {
  const before = addDays(from, -1)
  if (unit === 'working-days') return workingDaySteps(before, end, calendar)
  if (unit === 'days' || unit === 'weeks') return calendarDaySteps(before, end)
  const start: DayStep = { day: from, number: null, note: 'første dag i perioden' }
  if (unit === 'whole-months') return [start, ...monthSteps(from, amount - 1), monthEndStep(addMonths(from, amount - 1))]
  const months = Array.from({ length: amount }, (_, index) => ({
    day: addMonthsIncluding(from, index + 1),
    number: index + 1,
    note: `${index + 1} ${index === 0 ? 'måned' : 'måneder'} til og med denne dag`,
  }))
  return [start, ...months]
}
