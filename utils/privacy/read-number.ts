import type { Candidate } from './cpr-hit.ts'
import { centuryOf, isReplacement, startsWithDay } from './cpr-number.ts'
import { DATED, SHAPES, type Shape } from './cpr-shapes.ts'
import type { DigitRun } from './digit-run.ts'
import { GAP_SIGNS, type Gap } from './run-gap.ts'

const LENGTH = 10
/** Digits that `readNumber` makes something of, at most. */
export const MOST_DIGITS = 12
/** Letters that had to be taken for digits: a few are text recognition, more are a word. */
export const MOST_MISREAD = 4
const OWN_CENTURY = 2
const DOUBT = 2

/** Neighbouring runs and the gaps between them, one fewer. */
export interface Window {
  readonly runs: readonly DigitRun[]
  readonly gaps: readonly Gap[]
}

/** Reads runs as one CPR number; `null` when they are none whatever stands around them. */
export function readNumber({ runs, gaps }: Window): Candidate | null {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return null
  let [misread, written, digits, grouping] = [first.misread, first.digits, first.digits, String(first.digits.length)]
  for (let at = 1; at < runs.length; at += 1) {
    const run = runs[at]
    if (!run) return null
    misread += run.misread
    const sign = GAP_SIGNS[gaps[at - 1]?.kind ?? 'other']
    written += sign + run.digits
    grouping += sign + String(run.digits.length)
    digits += run.digits
  }
  const read = tenDigits({ written, digits, grouping }) ?? dated(written)
  if (!read) return null
  const { spelling, score } = read
  return { start: first.start, end: last.end, digits: read.digits, spelling: misread > 0 ? 'misread' : spelling, score: score - misread }
}

type Read = Pick<Candidate, 'digits' | 'spelling' | 'score'>

/** A number as it is written, its digits alone, and how many of them stand in each group with the signs between. */
interface Written {
  readonly written: string
  readonly digits: string
  readonly grouping: string
}

function tenDigits({ written, digits, grouping }: Written): Read | null {
  if (digits.length !== LENGTH || !startsWithDay(digits) || endsWithClock(written)) return null
  const found = shapeOf(written, grouping)
  return found ? { digits, spelling: found.spelling, score: found.score - doubtOf(found, digits) } : null
}

/** The shape depends on the grouping alone, and few groupings come again and again: each is looked up once. Holds no digits. */
const known = new Map<string, Shape | null>()
const MOST_KNOWN = 4096

function shapeOf(written: string, grouping: string): Shape | null {
  const before = known.get(grouping)
  if (before !== undefined) return before
  const found = SHAPES.find(({ pattern }) => pattern.test(written)) ?? null
  if (known.size < MOST_KNOWN) known.set(grouping, found)
  return found
}

function dated(written: string): Read | null {
  for (const shape of DATED) {
    const parts = shape.pattern.exec(written)?.groups
    if (!parts) continue
    const { d = '', m = '', c, y = '', s = '' } = parts
    const digits = d.padStart(2, '0') + m.padStart(2, '0') + y + s
    if (!startsWithDay(digits)) continue
    const own = c === String(centuryOf(digits)) ? OWN_CENTURY : 0
    return { digits, spelling: shape.spelling, score: shape.score + own - doubtOf(shape, digits) }
  }
  return null
}

/** `14.07.26 12:30`. */
function endsWithClock(written: string): boolean {
  return /:\d\d$/.test(written) && looksLikeClock(written.slice(-5, -3) + written.slice(-2))
}

/** Not for a replacement number: its day is no day of the calendar, so it is no date. */
function doubtOf({ doubt }: Shape, digits: string): number {
  if (doubt === undefined || isReplacement(digits)) return 0
  const last = digits.slice(6)
  return looksLikeYear(last) || (doubt !== 'year' && looksLikeClock(last)) ? DOUBT : 0
}

function looksLikeClock(four: string): boolean {
  return Number(four.slice(0, 2)) < 24 && Number(four.slice(2)) < 60
}

function looksLikeYear(four: string): boolean {
  return four >= '1900' && four < '2100'
}
