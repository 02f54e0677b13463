import { addDays, calendarDay } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'

/** Days and times as host systems write them. What could be read in two ways is not read. */
const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
const CLOCK = /^(?:,?\s*(?:kl\.?)?\s*)([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:][0-5]\d)?$/iu
const NUMERIC = /^(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d{2})(?!\d)/u
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u
const IN_WORDS = /^(\d{1,2})\.?\s+([a-zæøå]{3,9})\.?\s+(\d{4})(?!\d)/iu
const RELATIVE: Readonly<Record<string, number>> = { 'i dag': 0, 'i går': -1, 'i forgårs': -2, 'i morgen': 1, 'i overmorgen': 2 }
const WEEKDAY = /^(?:(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?\.?,?\s+(?:d\.\s*|den\s+)?)/iu
const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/u

export interface Moment {
  readonly day: CalendarDay
  /** `HH:mm`, or `null` when only a day is written. */
  readonly clock: string | null
}

/** Reads a day, with or without a time; `null` when the text is not exactly that. `today` is the Danish day now. */
export function readMoment(text: string, today: CalendarDay): Moment | null {
  const trimmed = text.trim().replace(WEEKDAY, '')
  if (UTC.test(trimmed)) return inDenmark(trimmed)
  const date = readNumeric(trimmed) ?? readIso(trimmed) ?? readInWords(trimmed) ?? readRelative(trimmed, today)
  if (!date) return null
  const rest = trimmed.slice(date.length)
  if (rest === '') return { day: date.day, clock: null }
  const clock = CLOCK.exec(rest.replace(/^T/u, ' '))
  return clock ? { day: date.day, clock: `${(clock[1] ?? '').padStart(2, '0')}:${clock[2] ?? ''}` } : null
}

interface Found {
  readonly day: CalendarDay
  readonly length: number
}

/** Danish order only: day, month, year. */
function readNumeric(text: string): Found | null {
  const parts = NUMERIC.exec(text)
  return parts ? found(parts[0].length, [fullYear(parts[3] ?? ''), Number(parts[2]), Number(parts[1])]) : null
}

function readIso(text: string): Found | null {
  const parts = ISO.exec(text)
  return parts ? found(parts[0].length, [Number(parts[1]), Number(parts[2]), Number(parts[3])]) : null
}

function readInWords(text: string): Found | null {
  const parts = IN_WORDS.exec(text)
  if (!parts) return null
  const name = (parts[2] ?? '').toLocaleLowerCase('da')
  const month = MONTHS.findIndex((full) => full === name || (name.length === 3 && full.startsWith(name)))
  return month < 0 ? null : found(parts[0].length, [Number(parts[3]), month + 1, Number(parts[1])])
}

function readRelative(text: string, today: CalendarDay): Found | null {
  const lower = text.toLocaleLowerCase('da')
  for (const [word, offset] of Object.entries(RELATIVE)) {
    if (lower.startsWith(word) && !/^[a-zæøå]/u.test(lower.slice(word.length))) return { day: addDays(today, offset), length: word.length }
  }
  return null
}

function found(length: number, [year, month, dayOfMonth]: readonly [number, number, number]): Found | null {
  const day = calendarDay(year, month, dayOfMonth)
  return day === null ? null : { day, length }
}

/** Case files reach back decades and plans ahead a few years, so two digits below 70 are of this century. */
function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits)
  const short = Number(digits)
  return short < 70 ? 2000 + short : 1900 + short
}

const danish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A UTC instant (hosts send Danish midnight as 22:00 or 23:00 the day before) as day and clock in Denmark. */
function inDenmark(iso: string): Moment | null {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return null
  const [date = '', clock = ''] = danish.format(ms).split(' ')
  return { day: date as CalendarDay, clock }
}

/** The day it is in Denmark at an instant. */
export function danishDay(ms: number): CalendarDay {
  return (danish.format(ms).split(' ')[0] ?? '') as CalendarDay
}
