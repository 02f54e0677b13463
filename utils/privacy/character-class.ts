import { digitValue } from './digits.ts'

/** What a character is to a scanner for numbers. */
export const CHARACTER = { other: 1, letter: 2, digit: 3, space: 4, newline: 5, dash: 6, invisible: 7 } as const
export type CharacterClass = (typeof CHARACTER)[keyof typeof CHARACTER]

/** Hyphens, dashes, minus signs and what is put or read in their place. */
const DASHES = /[\p{Pd}\u2212\u00af\u02d7\u2043\u2796_~\uff5e]/u
const NEWLINES = /[\n\r\v\f\u0085\u2028\u2029]/
/** Nothing is seen of these: format characters, soft hyphen, marks set on a digit, variation selectors, tags, and a private mark for `<wbr>`. */
const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u17b4\u17b5\u3164\uffa0\ue000]/u
const known = new Uint8Array(0x10000)

/** The class of a code point; remembered for the basic plane, so that a second look costs one read. */
export function characterClass(codePoint: number): CharacterClass {
  if (codePoint > 0xffff) return classify(codePoint)
  const before = known[codePoint]
  if (before !== undefined && before !== 0) return before as CharacterClass
  const found = classify(codePoint)
  known[codePoint] = found
  return found
}

function classify(codePoint: number): CharacterClass {
  if (digitValue(codePoint) >= 0) return CHARACTER.digit
  const character = String.fromCodePoint(codePoint)
  if (NEWLINES.test(character)) return CHARACTER.newline
  if (INVISIBLE.test(character)) return CHARACTER.invisible
  if (/[\s\p{Z}\u2800]/u.test(character)) return CHARACTER.space
  if (DASHES.test(character)) return CHARACTER.dash
  return /\p{L}/u.test(character) ? CHARACTER.letter : CHARACTER.other
}
