import { calendarDay, type CalendarDay } from '../domain/calendar-day.ts'
import { isMark, pastStop, valueAt, type Token } from './tokens.ts'

const MONTHS = [
  ['januar', 'jan'],
  ['februar', 'feb'],
  ['marts', 'mar'],
  ['april', 'apr'],
  ['maj'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
]

export interface ReadDate {
  readonly year: number
  /** `null` when only the year stands there. */
  readonly date: CalendarDay | null
  readonly next: number
}

/** "1. marts 2024", "1/3 2024", "01/03/2024", "1.3.2024", "2024-03-01" or a bare year. A day that does not exist is no date. */
export function readDate(tokens: readonly Token[], at: number): ReadDate | null {
  const iso = readIso(tokens, at)
  if (iso) return iso
  const dayOfMonth = wholeAt(tokens, at, 2)
  const month = dayOfMonth === null ? null : readMonth(tokens, at + 1)
  if (dayOfMonth === null || month === null) return readYear(tokens, at)
  const year = wholeAt(tokens, month.next, 4)
  if (year === null || year < 1800) return null
  const date = calendarDay(year, month.month, dayOfMonth)
  return date === null ? null : { year, date, next: month.next + 1 }
}

function readYear(tokens: readonly Token[], at: number): ReadDate | null {
  const year = wholeAt(tokens, at, 4)
  return year === null || year < 1800 ? null : { year, date: null, next: at + 1 }
}

function readIso(tokens: readonly Token[], at: number): ReadDate | null {
  if (!isMark(tokens, at + 1, '-') || !isMark(tokens, at + 3, '-')) return null
  const [first, month, last] = [wholeAt(tokens, at, 4), wholeAt(tokens, at + 2, 2), wholeAt(tokens, at + 4, 4)]
  if (first === null || month === null || last === null) return null
  const [year, dayOfMonth] = first > 31 ? [first, last] : [last, first]
  const date = year < 1800 ? null : calendarDay(year, month, dayOfMonth)
  return date === null ? null : { year, date, next: at + 5 }
}

function readMonth(tokens: readonly Token[], at: number): { readonly month: number; readonly next: number } | null {
  const named = pastStop(tokens, at)
  const index = MONTHS.findIndex((names) => names.includes(valueAt(tokens, named)))
  if (index >= 0) return { month: index + 1, next: pastStop(tokens, named + 1) }
  if (!isMark(tokens, at, '/') && !isMark(tokens, at, '.')) return null
  const month = wholeAt(tokens, at + 1, 2)
  if (month === null) return null
  const parted = isMark(tokens, at + 2, '/') || isMark(tokens, at + 2, '.') || isMark(tokens, at + 2, '-')
  return { month, next: at + (parted ? 3 : 2) }
}

function wholeAt(tokens: readonly Token[], at: number, digits: number): number | null {
  const token = tokens[at]
  return token?.kind === 'number' && token.value.length <= digits && /^[0-9]+$/.test(token.value) ? Number(token.value) : null
}
