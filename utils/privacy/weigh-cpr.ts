import type { Candidate, Confidence, CprHit } from './cpr-hit.ts'
import { isReplacement, passesModulus11 } from './cpr-number.ts'
import { wordAfter, wordBefore, type Word } from './cpr-words.ts'
import type { DigitRun } from './digit-run.ts'
import { gapBetween, type Gap, type GapKind } from './run-gap.ts'

const SEEN_BEFORE = 48
const SEEN_AFTER = 24
const FEWEST_OF_A_NUMBER = 6
const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i
const GUID_REACH = 36
const LEAST = 1
const LEVELS: readonly (readonly [Confidence, number])[] = [
  ['high', 7],
  ['medium', 4],
  ['low', LEAST],
]
const BY_WORD: Readonly<Record<Word, number>> = { ours: 3, likely: 1, none: 0, case: -3, other: -5, 'near-other': -2 }
/** Signs that tie digits to a number they belong to; between numbers of a list they do not. */
const TIES: ReadonlySet<GapKind> = new Set(['dash', 'dot', 'slash', 'colon', 'other'])

/** The candidate in its place: the runs around it, and how its own groups are held apart. */
export interface Surroundings {
  readonly text: string
  readonly before: DigitRun | undefined
  readonly after: DigitRun | undefined
  readonly first: DigitRun
  readonly last: DigitRun
  /** The groups are held apart by white space, so that a neighbour behind white space may be one of them. */
  readonly spaced: boolean
}

export interface Weighed extends CprHit {
  readonly score: number
}

/** How sure a candidate is in its surroundings: one find, or none. */
export function weigh(candidate: Candidate, around: Surroundings): readonly Weighed[] {
  const score = candidate.score + fromEdges(candidate, around) + Number(passesModulus11(candidate.digits))
  // Words are the dearest to look at, and cannot save what is too weak without them.
  if (score + BY_WORD.ours < LEAST) return []
  return levelled(candidate, score + fromWords(candidate, around.text))
}

/** The same for one that stands by itself. */
export function weighAlone(candidate: Candidate, text: string): readonly Weighed[] {
  return levelled(candidate, candidate.score + fromWords(candidate, text))
}

function levelled(candidate: Candidate, score: number): readonly Weighed[] {
  const confidence = LEVELS.find(([, least]) => score >= least)?.[0]
  return confidence === undefined ? [] : [{ ...candidate, score, confidence }]
}

const ANY_WORD = /[\p{L}€%,]/u

function fromWords({ start, end, spelling, digits }: Candidate, text: string): number {
  // Among digits and signs alone there is no word to look for.
  if (!ANY_WORD.test(text.slice(Math.max(0, start - SEEN_BEFORE), start)) && !ANY_WORD.test(text.slice(end, end + SEEN_AFTER))) return 0
  const after = wordAfter(text.slice(end, end + SEEN_AFTER).toLowerCase())
  if (after !== 'none') return BY_WORD[after]
  const before = wordBefore(ownWords(text.slice(Math.max(0, start - SEEN_BEFORE), start).toLowerCase()))
  // With a hyphen after the sixth digit it is written as nothing else is, and with 60 added to its day it is no date.
  if ((before === 'case' || before === 'near-other') && spelling === 'dash') return 0
  if (before === 'near-other' && isReplacement(digits)) return 0
  return BY_WORD[before]
}

/** A word tells of the number next to it: what stands before another number is not ours. */
function ownWords(before: string): string {
  let digits = 0
  for (let at = before.length - 1; at >= 0; at -= 1) {
    if (/\d/.test(before.charAt(at))) digits += 1
    if (digits >= FEWEST_OF_A_NUMBER) return before.slice(at + 1)
  }
  return before
}

function fromEdges(candidate: Candidate, around: Surroundings): number {
  const { text, before, after } = around
  const plus = /\+\s?$/.test(text.slice(Math.max(0, candidate.start - 2), candidate.start)) ? 5 : 0
  const left = before ? tied(candidate, around, { neighbour: before, gap: gapBetween(text, before.end, candidate.start) }) : 0
  const right = after ? tied(candidate, around, { neighbour: after, gap: gapBetween(text, candidate.end, after.start) }) : 0
  return -plus - left - right - glued(around)
}

/** Letters right before or after, unless they say what the number is (`CPR1407527123`). */
function glued({ text, first, last }: Surroundings): number {
  if (!first.gluedBefore && !last.gluedAfter) return 0
  // Digits between the letters of a GUID.
  if (GUID.test(text.slice(Math.max(0, first.start - GUID_REACH), last.end + GUID_REACH))) return 8
  const label = /cpr|nr\.?$|nummer$/i.test(text.slice(Math.max(0, first.start - 8), first.start))
  const before = first.gluedBefore && !label
  if (before && last.gluedAfter) return 8
  return before || last.gluedAfter ? 2 : 0
}

/** How much a neighbouring run looks like a part of the same, longer number. */
function tied(candidate: Candidate, { spaced }: Surroundings, { gap, neighbour }: Neighbour): number {
  // A word whose letters all look like digits ("og") is a word.
  if (!gap || neighbour.misread === neighbour.digits.length) return 0
  if (gap.tight) return TIES.has(gap.kind) ? (candidate.spelling === 'plain' ? 3 : 2) : 0
  if (gap.kind !== 'space' || !spaced || neighbour.digits.length > 4) return 0
  return candidate.spelling === 'space' ? 1 : 4
}

interface Neighbour {
  readonly neighbour: DigitRun
  readonly gap: Gap | null
}
