import { addDays, daysBetween, isoWeekday, partsOf, type CalendarDay } from '#utils/domain/calendar-day.ts'

const MONTHS = ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'] as const
const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const

/** "22. nov. 2026" */
export function formatDay(day: CalendarDay): string {
  return `${formatDayShort(day)} ${partsOf(day).year}`
}

/** "22. nov." for places where the year is plain. */
export function formatDayShort(day: CalendarDay): string {
  const { month, dayOfMonth } = partsOf(day)
  return `${dayOfMonth}. ${MONTHS[month - 1] ?? ''}`
}

/** "nov. 2026" */
export function formatMonth(day: CalendarDay): string {
  const { year, month } = partsOf(day)
  return `${MONTHS[month - 1] ?? ''} ${year}`
}

/** "søndag" */
export function formatWeekday(day: CalendarDay): string {
  return WEEKDAYS[isoWeekday(day) - 1] ?? ''
}

/** "1 dag", "3 dage": the number with the right form of the noun. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

/** Danish grouping and decimal comma: "2.400", "7,5". */
export function formatNumber(value: number): string {
  const [whole = '0', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

/** How far a deadline is: "om 3 dage", "i dag", "2 dage over fristen". */
export function formatDaysLeft(daysLeft: number): string {
  if (daysLeft < 0) return `${plural(-daysLeft, 'dag', 'dage')} over fristen`
  if (daysLeft === 0) return 'i dag'
  return daysLeft === 1 ? 'i morgen' : `om ${plural(daysLeft, 'dag', 'dage')}`
}

/** "senest 25. nov. 2026 (om 3 dage)", "frist 20. nov. 2026 (2 dage over fristen)" */
export function formatDeadline(due: CalendarDay, daysLeft: number): string {
  return `${daysLeft < 0 ? 'frist' : 'senest'} ${formatDay(due)} (${formatDaysLeft(daysLeft)})`
}

/** The day a count was made on, from what it counted to. */
export function todayOf(deadline: { readonly due: CalendarDay; readonly daysLeft: number }): CalendarDay {
  return addDays(deadline.due, -deadline.daysLeft)
}

/** "22. nov. 2026", or "i dag", "i morgen", "i går" when that is plainer. */
export function formatNearDay(day: CalendarDay, today: CalendarDay): string {
  const distance = daysBetween(today, day)
  if (distance === 0) return 'i dag'
  if (distance === 1) return 'i morgen'
  return distance === -1 ? 'i går' : formatDay(day)
}

/** The clock of an ISO instant in Denmark: "13.45". */
export function formatClock(instant: string): string {
  const parts = new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' }).formatToParts(
    new Date(instant),
  )
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('hour')}.${part('minute')}`
}
