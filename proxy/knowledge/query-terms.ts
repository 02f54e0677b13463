/** What a query asks for: a word, a word's beginning ("samtale*"), or words in a row ("personligt fremmøde" in quotes). */
export interface QueryTerm {
  readonly words: readonly string[]
  readonly prefix: boolean
}

const MOST_TERMS = 24

/** Reads a query. Only letters and digits pass, so that nothing of it can be an operator. */
export function queryTerms(query: string): readonly QueryTerm[] {
  const terms: QueryTerm[] = []
  for (const [, phrase, word] of query.normalize('NFKC').matchAll(/["“”»«]([^"“”»«]{1,200})["“”»«]|([\p{L}\p{M}\p{Nd}]+\*?)/gu)) {
    const words = ((phrase ?? word)?.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? []).slice(0, 12)
    if (words.length > 0) terms.push({ words, prefix: word?.endsWith('*') === true })
  }
  return terms.slice(0, MOST_TERMS)
}
