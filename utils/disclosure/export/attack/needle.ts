import { fold, patternOf, signsOf } from '../spelling.ts'

/** A text that must not be found, and how far that reaches. */
export interface Needle {
  readonly text: string
  /** Letters and digits only, folded. */
  readonly signs: string
  /** Only digits, when it is a number of six or more; then any separators are a spelling of it. */
  readonly digits: string | null
  /** Words of four letters or more that must not be found alone either. */
  readonly parts: readonly string[]
  /** Nowhere in what is handed out; else only not at its places, because the same words stand elsewhere with a person's leave. */
  readonly everywhere: boolean
}

const LEAST_DIGITS = 6
const LEAST_LETTERS = 4

export function toNeedle(text: string, everywhere: boolean, isFree: (word: string) => boolean): Needle {
  const folded = fold(text)
  const digits = folded.replace(/\P{Nd}/gu, '')
  const isNumber = digits.length >= LEAST_DIGITS && folded.replace(/[^\p{L}]/gu, '').length <= 2
  const words = folded.match(/\p{L}+/gu) ?? []
  return {
    text,
    signs: signsOf(text),
    digits: isNumber ? digits : null,
    parts: isNumber || words.length < 2 ? [] : words.filter((word) => word.length >= LEAST_LETTERS && !isFree(word)),
    everywhere,
  }
}

/** Whether a text holds it in any spelling: any spaces and signs between its letters or digits, whole words only. */
export function holds(folded: string, needle: Needle): boolean {
  return patternOf(needle.signs).test(folded) || needle.parts.some((part) => patternOf(part).test(folded)) || isReversed(folded, needle)
}

/** Text written from right to left comes out of some engines backwards. */
function isReversed(folded: string, { digits }: Needle): boolean {
  return digits !== null && digits.length >= 8 && patternOf(Array.from(digits).reverse().join('')).test(folded)
}

/** Letters that a machine reads for digits. */
export function asRead(folded: string): string {
  return folded
    .replace(/o/g, '0')
    .replace(/[il|!]/g, '1')
    .replace(/s/g, '5')
    .replace(/b/g, '8')
    .replace(/z/g, '2')
}
