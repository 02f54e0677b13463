import type { DayStep } from '#utils/domain/advice.ts'
import { addDays, addMonths, daysBetween, isoWeekday, lastDayOfMonth, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { dayOffReason, type WorkCalendar } from './work-calendar.ts'

/** Up to this many calendar days are listed one by one; a longer count shows each seventh day and the last. */
const LISTED_DAYS = 31

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const

/** The Danish weekday. */
export function weekdayName(of: CalendarDay): string {
  return WEEKDAYS[isoWeekday(of) - 1] ?? ''
}

/** Every day from the one after `from` until the last counted working day, with the reason for each that does not count. */
export function workingDaySteps(from: CalendarDay, to: CalendarDay, calendar: WorkCalendar): readonly DayStep[] {
  const steps: DayStep[] = []
  let number = 0
  for (let current = addDays(from, 1); current <= to; current = addDays(current, 1)) {
    const note = dayOffReason(current, calendar)
    if (note === null) number += 1
    steps.push({ day: current, number: note === null ? number : null, note })
  }
  return steps
}

/** Calendar days counted from the day after `from` until `to`. */
export function calendarDaySteps(from: CalendarDay, to: CalendarDay): readonly DayStep[] {
  const total = daysBetween(from, to)
  const steps: DayStep[] = []
  for (let number = 1; number <= total; number += 1) {
    const listed = total <= LISTED_DAYS || number % 7 === 0 || number === total
    if (!listed) continue
    const week = total > LISTED_DAYS && number % 7 === 0 ? `${number / 7} ${number === 7 ? 'uge' : 'uger'}` : null
    steps.push({ day: addDays(from, number), number, note: week })
  }
  return steps
}

/** Whole months counted from `from`. */
export function monthSteps(from: CalendarDay, months: number): readonly DayStep[] {
  return Array.from({ length: Math.max(0, months) }, (_, index) => ({
    day: addMonths(from, index + 1),
    number: index + 1,
    note: `${index + 1} ${index === 0 ? 'måned' : 'måneder'}`,
  }))
}

/** The move to the last day of the month. */
export function monthEndStep(of: CalendarDay): DayStep {
  return { day: lastDayOfMonth(of), number: null, note: 'månedens sidste dag' }
}
