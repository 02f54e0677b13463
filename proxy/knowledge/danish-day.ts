import { day, type CalendarDay } from '../../utils/domain/calendar-day.ts'

const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it is in Denmark at a moment. */
export function danishDay(ms: number): CalendarDay {
  return day(DANISH_DAY.format(ms))
}
