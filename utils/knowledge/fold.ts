const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu

/** The words of a text as names are compared: lower case, no punctuation, "m.v." as "mv". */
export function foldWords(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase()
  return plain.replace(/\bm\.\s?v\.?/gu, 'mv').match(/[\p{L}\p{Nd}]+/gu) ?? []
}

/** The same as one string, words parted by one space. */
export function fold(text: string): string {
  return foldWords(text).join(' ')
}
