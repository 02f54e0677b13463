import type { Candidate } from './cpr-hit.ts'
import { startsWithDay } from './cpr-number.ts'

/** Numbers that are not ten digits. Each pattern is a fixed row of classes with bounded repeats: time in proportion to the text. */
const EDGE = String.raw`(?<![\p{L}\p{N}])`
const DAY = String.raw`(\d{2})[.\-/ ]?(\d{2})[.\-/ ]?(\d{2})`
const GAP = String.raw`[\s\p{Cf}]{0,2}[\p{Pd}\u2212./_]?[\s\p{Cf}]{0,2}`
/** eCPR of the health services: two letters among the last four. */
const HEALTH = new RegExp(String.raw`${EDGE}${DAY}${GAP}(\d[A-Z]{2}\d)(?![\p{L}\p{N}])`, 'giu')
/** The last digits hidden: the day of birth still stands there. */
const HIDDEN = new RegExp(String.raw`${EDGE}${DAY}${GAP}((?:\d{0,3})[xX*•●∗＊#?]{1,4})(?![\p{L}\p{N}*#])`, 'gu')
/** Seventh digit and capitals that no number is misread into: surer than reading the letters as digits. */
const SURELY_HEALTH = /^[0167][A-HJ-NP-Z]{2}\d$/

/** Health numbers and masked numbers. */
export function specialNumbers(text: string): readonly Candidate[] {
  return [...read(text, HEALTH, healthNumber), ...read(text, HIDDEN, maskedNumber)]
}

type Kind = (day: string, rest: string) => Pick<Candidate, 'digits' | 'spelling' | 'score'> | null

function read(text: string, pattern: RegExp, kind: Kind): readonly Candidate[] {
  const found: Candidate[] = []
  for (const match of text.matchAll(pattern)) {
    const day = `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}`
    const one = startsWithDay(day) ? kind(day, match[4] ?? '') : null
    if (one) found.push({ start: match.index, end: match.index + match[0].length, ...one })
  }
  return found
}

function healthNumber(day: string, rest: string): ReturnType<Kind> {
  return { digits: day + rest.toUpperCase(), spelling: 'health', score: SURELY_HEALTH.test(rest) ? 7 : 4 }
}

function maskedNumber(day: string, rest: string): ReturnType<Kind> {
  if (rest.length !== 4) return null
  return { digits: day + rest.replaceAll(/\D/g, 'X'), spelling: 'masked', score: 2 }
}
