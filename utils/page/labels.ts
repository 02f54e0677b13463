/** Texts are compared as a reader would: without regard to case, spacing, a final colon or a mark for "must be filled in". */
export function normalLabel(text: string): string {
  return cleanText(text)
    .replace(/[\s:*]+$/u, '')
    .toLowerCase()
}

/** Anything but letters, digits and marks of Western European text, which are composed as they stand, with single spaces. */
const UNCLEAN = /[^\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]|  |^ | $/u

/** Whitespace of every kind becomes one space; characters that take no room go. */
export function cleanText(text: string): string {
  // Most texts are clean, and this is asked of every cell of a long list.
  if (!UNCLEAN.test(text)) return text
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}

export function asList<T>(oneOrMore: T | readonly T[] | undefined): readonly T[] {
  if (oneOrMore === undefined) return []
  return Array.isArray(oneOrMore) ? (oneOrMore as readonly T[]) : [oneOrMore as T]
}

const cache = new WeakMap<object, ReadonlySet<string>>()

/** The normal forms of a label and its synonyms. */
export function labelSet(labels: string | readonly string[] | undefined): ReadonlySet<string> {
  if (labels === undefined || typeof labels === 'string') return new Set(asList(labels).map(normalLabel))
  const known = cache.get(labels)
  if (known) return known
  const made = new Set(labels.map(normalLabel))
  cache.set(labels, made)
  return made
}
