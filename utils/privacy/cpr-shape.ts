import type { CprSpelling } from './cpr-hit.ts'
import type { Gap, GapKind } from './run-gap.ts'

/** How much a way of grouping ten digits looks like a CPR number by itself. */
export interface Shape {
  readonly spelling: CprSpelling
  readonly score: number
}

/** The lengths of the groups and the gaps between them, one fewer. */
export interface Grouping {
  readonly lengths: readonly number[]
  readonly gaps: readonly Gap[]
  readonly digits: string
}

/** Between the six digits of the day and the last four. */
const AT_SIX: Readonly<Record<GapKind, Shape>> = {
  dash: { spelling: 'dash', score: 7 },
  'dash-break': { spelling: 'line-break', score: 7 },
  break: { spelling: 'line-break', score: 5 },
  space: { spelling: 'space', score: 5 },
  dot: { spelling: 'dots', score: 5 },
  slash: { spelling: 'slash', score: 6 },
  bar: { spelling: 'grouped', score: 4 },
  other: { spelling: 'grouped', score: 4 },
  comma: { spelling: 'grouped', score: 3 },
  colon: { spelling: 'grouped', score: 3 },
}
const WRAP: ReadonlySet<GapKind> = new Set(['space', 'break', 'dash', 'dash-break'])

/** Judges the grouping of ten digits; `null` when no one would write a CPR number so. */
export function shapeOf({ lengths, gaps, digits }: Grouping): Shape | null {
  if (gaps.length === 0) return { spelling: 'plain', score: 5 }
  const cuts = cutsOf(lengths)
  const six = cuts.indexOf(6)
  const main = gaps[six]
  if (main === undefined) return outOfStep(lengths, gaps)
  const [before, after] = [gaps.slice(0, six), gaps.slice(six + 1)]
  if (isClock(digits, after)) return null
  if (lengths.every((length) => length === 1)) return alike(before) && alike(after) ? { spelling: 'spread', score: 5 } : null
  const last = after.length === 0 ? 0 : -1
  if (before.length === 0) return lowered(AT_SIX[main.kind], last)
  if (isDayMonthYear(cuts, six) && alike(before)) return lowered(dated(before[0]?.kind, main.kind, digits), last)
  return { spelling: 'grouped', score: (alike(gaps) ? 4 : 3) + last }
}

/** A day in three groups, then four digits: as often a date with a time or a year as a number. */
function dated(date: GapKind | undefined, main: GapKind, digits: string): Shape {
  const spelling: CprSpelling = date === 'dot' || date === 'slash' ? 'dots' : 'grouped'
  const doubt = !isDayOfCalendar(digits) || !looksLikeYear(digits.slice(6)) ? 0 : 2
  if (main === 'dash' || main === 'dash-break') return { spelling, score: 6 - doubt }
  if (main === date || main === 'slash') return { spelling, score: 5 - doubt }
  const clock = isDayOfCalendar(digits) && looksLikeClock(digits.slice(6)) ? 2 : 0
  return { spelling, score: 4 - Math.max(doubt, clock) }
}

/** A number broken where none belongs, as at the end of a line. */
function outOfStep(lengths: readonly number[], gaps: readonly Gap[]): Shape | null {
  if (!gaps.every(({ kind }) => WRAP.has(kind))) return null
  const broken = lengths.length === 2 && (gaps[0]?.kind === 'break' || gaps[0]?.kind === 'dash-break')
  return { spelling: broken ? 'line-break' : 'grouped', score: broken ? 3 : 2 }
}

function cutsOf(lengths: readonly number[]): readonly number[] {
  let sum = 0
  return lengths.slice(0, -1).map((length) => (sum += length))
}

function isDayMonthYear(cuts: readonly number[], six: number): boolean {
  return six === 2 && cuts[0] === 2 && cuts[1] === 4
}

function alike(gaps: readonly Gap[]): boolean {
  return gaps.every(({ kind }) => kind === gaps[0]?.kind)
}

function lowered(shape: Shape, by: number): Shape {
  return { spelling: by === 0 ? shape.spelling : 'grouped', score: shape.score + by }
}

/** `12:30` at the end: a date with a time. */
function isClock(digits: string, after: readonly Gap[]): boolean {
  return after.length === 1 && after[0]?.kind === 'colon' && looksLikeClock(digits.slice(6))
}

export function isDayOfCalendar(digits: string): boolean {
  return Number(digits.slice(0, 2)) <= 31
}

export function looksLikeClock(four: string): boolean {
  return Number(four.slice(0, 2)) < 24 && Number(four.slice(2)) < 60
}

export function looksLikeYear(four: string): boolean {
  return four >= '1900' && four < '2100'
}
