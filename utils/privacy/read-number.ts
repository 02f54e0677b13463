import type { Candidate } from './cpr-hit.ts'
import { centuryOf, startsWithDay } from './cpr-number.ts'
import { isDayOfCalendar, looksLikeClock, looksLikeYear, shapeOf } from './cpr-shape.ts'
import type { DigitRun } from './digit-run.ts'
import type { Gap } from './run-gap.ts'

const LENGTH = 10
const LONG_YEAR = 12
/** Letters that had to be taken for digits: a few are text recognition, more are a word. */
const MOST_MISREAD = 4

/** Neighbouring runs and the gaps between them, one fewer. */
export interface Window {
  readonly runs: readonly DigitRun[]
  readonly gaps: readonly Gap[]
}

/** The longest that `readNumber` makes anything of. */
export const MOST_DIGITS = LONG_YEAR

/** Reads runs as one CPR number; `null` when they are none whatever stands around them. */
export function readNumber(window: Window): Candidate | null {
  const written = window.runs.map(({ digits }) => digits).join('')
  const misread = window.runs.reduce((sum, run) => sum + run.misread, 0)
  if (misread > MOST_MISREAD) return null
  const read = written.length === LENGTH ? (tenDigits(window, written) ?? shortDay(window)) : (longYear(window) ?? shortDay(window))
  const [first, last] = [window.runs[0], window.runs.at(-1)]
  if (!read || !first || !last) return null
  const { digits, spelling, score } = read
  return { start: first.start, end: last.end, digits, spelling: misread > 0 ? 'misread' : spelling, score: score - misread }
}

type Read = Pick<Candidate, 'digits' | 'spelling' | 'score'>

function tenDigits({ runs, gaps }: Window, digits: string): Read | null {
  if (!startsWithDay(digits)) return null
  const shape = shapeOf({ lengths: runs.map((run) => run.digits.length), gaps, digits })
  return shape && { digits, ...shape }
}

/** A day with its year in four digits, then the last four: `14.07.1952-7123`, `1952-07-14-7123`, `14071952-7123`. */
function longYear({ runs, gaps }: Window): Read | null {
  const day = longDay(runs, gaps)
  const serial = runs.at(-1)?.digits ?? ''
  if (!day || serial.length !== 4) return null
  const digits = day.slice(0, 4) + day.slice(6) + serial
  if (!startsWithDay(digits)) return null
  const main = gaps.at(-1)?.kind
  const own = String(centuryOf(digits)) === day.slice(4, 6) ? 2 : 0
  const doubt = isDayOfCalendar(digits) && (looksLikeClock(serial) || looksLikeYear(serial)) ? 2 : 0
  return { digits, spelling: 'long-year', score: (main === 'dash' || main === 'dash-break' ? 4 : 3) + own - doubt }
}

/** The day before the last four as `ddmmyyyy`. */
function longDay(runs: readonly DigitRun[], gaps: readonly Gap[]): string | null {
  const parts = runs.slice(0, -1).map(({ digits }) => digits)
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 1 && first.length === 8) return ofLongYear(first) ?? ofLongYear(first.slice(6) + first.slice(4, 6) + first.slice(0, 4))
  if (parts.length !== 3 || gaps[0]?.kind !== gaps[1]?.kind) return null
  if (first.length === 4 && second.length === 2 && third.length === 2) return ofLongYear(third + second + first)
  if (first.length > 2 || second.length > 2 || third.length !== 4) return null
  return ofLongYear(first.padStart(2, '0') + second.padStart(2, '0') + third)
}

function ofLongYear(day: string): string | null {
  return /^\d{4}(?:18|19|20)\d{2}$/.test(day) ? day : null
}

/** A day without its leading noughts, then the last four: `1.2.52-7123`. */
function shortDay({ runs, gaps }: Window): Read | null {
  if (runs.length !== 4) return null
  const [day = '', month = '', year = '', serial = ''] = runs.map(({ digits }) => digits)
  const kind = gaps[0]?.kind
  if (day.length > 2 || month.length > 2 || day.length + month.length === 4 || year.length !== 2 || serial.length !== 4) return null
  if ((kind !== 'dot' && kind !== 'slash' && kind !== 'dash') || (gaps[1]?.kind !== kind && gaps[1]?.kind !== 'dash')) return null
  const digits = day.padStart(2, '0') + month.padStart(2, '0') + year + serial
  if (!startsWithDay(digits)) return null
  const main = gaps[2]?.kind
  return { digits, spelling: 'short-day', score: main === 'dash' && kind !== 'dash' ? 4 : 2 }
}
