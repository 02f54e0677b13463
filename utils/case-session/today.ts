import { day, type CalendarDay } from '#utils/domain/calendar-day.ts'

const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in Denmark at an instant, wherever the browser stands. */
export function danishDay(instant: Date): CalendarDay {
  return day(DANISH_DAY.format(instant))
}
