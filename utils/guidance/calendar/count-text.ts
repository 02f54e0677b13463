import { danishDay } from '../feel/danish-day.ts'
import type { DayStep } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { countSteps, lastTimelyDay, type CountUnit, type DayCount } from './day-count.ts'
import { weekdayName } from './day-steps.ts'
import type { WorkCalendar } from './work-calendar.ts'

const UNIT_WORDS: readonly (readonly [RegExp, CountUnit])[] = [
  [/^dage?$/, 'days'],
  [/^uger?$/, 'weeks'],
  [/^måned(?:er)?$/, 'months'],
  [/^hele? (?:kalender)?måned(?:er)?$/, 'whole-months'],
  [/^arbejdsdage?$/, 'working-days'],
]

const UNIT_NAMES: Readonly<Record<CountUnit, readonly [string, string]>> = {
  days: ['dag', 'dage'],
  weeks: ['uge', 'uger'],
  months: ['måned', 'måneder'],
  'whole-months': ['hel kalendermåned', 'hele kalendermåneder'],
  'working-days': ['arbejdsdag', 'arbejdsdage'],
}

/** "7 arbejdsdage", "3 hele måneder": a count as a jurist writes it, or `null`. */
export function parseCount(text: string, including: boolean): DayCount | null {
  const [, amount, words] = /^(\d{1,5}) (.+)$/.exec(text.trim().replace(/\s+/g, ' ')) ?? []
  const unit = UNIT_WORDS.find(([pattern]) => pattern.test(words ?? ''))?.[1]
  return amount === undefined || unit === undefined ? null : { unit, amount: Number(amount), including }
}

/** "7 arbejdsdage fra 2. november 2026". */
export function countName({ unit, amount, including }: DayCount, from: CalendarDay): string {
  return `${amount} ${UNIT_NAMES[unit][amount === 1 ? 0 : 1]} fra ${including ? 'og med ' : ''}${danishDay(from)}`
}

/** One line a step, for a screen or paper: the day, its weekday, its number or why it does not count. */
export function stepLine({ day, number, note }: DayStep): string {
  const what = number === null ? (note ?? '') : note === null ? `dag ${number}` : `${number} (${note})`
  return `${weekdayName(day)} ${danishDay(day)}${what === '' ? '' : `: ${what}`}`
}

/** The whole count in lines: what is counted, each day, and the last timely day. `null` where it cannot be counted. */
export function countLines(from: CalendarDay, count: DayCount, calendar: WorkCalendar): readonly string[] | null {
  const end = lastTimelyDay(from, count, calendar)
  if (end === null) return null
  const steps = countSteps(from, count, calendar).map((step) => `  ${stepLine(step)}`)
  return [`${countName(count, from)}:`, ...steps, `Sidste rettidige dag: ${weekdayName(end)} ${danishDay(end)}.`]
}
