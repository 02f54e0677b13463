const BETWEEN = '[^\\p{L}\\p{N}]{0,4}'
const NOT_AFTER = '(?<![\\p{L}\\p{N}])'
const NOT_BEFORE = '(?![\\p{L}\\p{N}])'

/** Upper and lower case, wide and narrow, with and without invisible signs: alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
}

/** Letters and digits only: what all spellings of a name or number have in common. */
export function signsOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

const patterns = new Map<string, RegExp>()

/** Finds the signs in a folded text however they are spaced and divided; whole words only. */
export function patternOf(signs: string): RegExp {
  const known = patterns.get(signs)
  if (known !== undefined) return known
  const isLongNumber = /^\d{10,}$/.test(signs)
  const body = Array.from(signs).join(BETWEEN)
  // Ten digits in this order are the number, whatever stands beside them.
  const pattern = new RegExp(isLongNumber ? body : `${NOT_AFTER}${body}${NOT_BEFORE}`, 'u')
  patterns.set(signs, pattern)
  return pattern
}
