import type { Queryable } from '../store/store.ts'
import type { QueryTerm } from './query-terms.ts'
import { compoundsOf, nearTo, splitOf, type Vocabulary } from './vocabulary.ts'

/** One thing that is looked up: words of PostgreSQL's own query language, made of stems alone, and how much a hit counts. */
export interface Asked {
  /** Which term of the query it stands for: of several for one term the best counts. */
  readonly term: number
  readonly query: string
  readonly weight: number
}

const COMPOUND = 0.45
const SPLIT = 0.7
const NEAR = 0.6
const NEXT_TO = 0.5
const STEMS = `SELECT word, ts_lexize('danish_stem', word) AS stem FROM unnest($1::text[]) AS word`

/** Turns the terms of a query into what is looked up. Stop words ask for nothing. */
export async function askFor(store: Queryable, terms: readonly QueryTerm[], vocabulary: Vocabulary): Promise<readonly Asked[]> {
  const words = [...new Set(terms.flatMap((term) => term.words))]
  const rows = await store.query<{ word: string; stem: readonly string[] | null }>(STEMS, [words])
  const stems = new Map(rows.map(({ word, stem }) => [word, stem === null ? word : (stem[0] ?? null)]))
  const stemsOf = (term: QueryTerm): readonly string[] => term.words.flatMap((word) => stems.get(word) ?? [])
  const asked = terms.flatMap((term, index) => forTerm(stemsOf(term), { term, index, vocabulary }))
  return [...asked, ...inARow(terms, stemsOf)]
}

interface Context {
  readonly term: QueryTerm
  readonly index: number
  readonly vocabulary: Vocabulary
}

function forTerm(stems: readonly string[], { term, index, vocabulary }: Context): readonly Asked[] {
  const [stem, ...others] = stems
  if (stem === undefined) return []
  if (others.length > 0) return [{ term: index, query: stems.map(quoted).join(' <-> '), weight: 1.5 }]
  const own: Asked = { term: index, query: term.prefix ? `${quoted(term.words[0] ?? stem)}:* | ${quoted(stem)}` : quoted(stem), weight: 1 }
  const longer = compoundsOf(stem, vocabulary)
  const asked = longer.length === 0 ? [own] : [own, { term: index, query: longer.map(quoted).join(' | '), weight: COMPOUND }]
  return vocabulary.has(stem) || term.prefix ? asked : [...asked, ...forUnknown(stem, { term, index, vocabulary })]
}

/** A word that stands nowhere: two known words in one, or a slip of the pen. */
function forUnknown(stem: string, { term, index, vocabulary }: Context): readonly Asked[] {
  const parts = splitOf(stem, vocabulary)
  // A slip near the end can make the stemmer cut off too much, so the word itself is compared as well.
  const near = [...new Set([...nearTo(stem, vocabulary), ...nearTo(term.words[0] ?? stem, vocabulary)])]
  return [
    ...(parts === null ? [] : [{ term: index, query: parts.map(quoted).join(' & '), weight: SPLIT }]),
    ...(near.length === 0 ? [] : [{ term: index, query: near.map(quoted).join(' | '), weight: NEAR }]),
  ]
}

/** Words that stand next to each other in the query count more where they do so in the text. */
function inARow(terms: readonly QueryTerm[], stemsOf: (term: QueryTerm) => readonly string[]): readonly Asked[] {
  const stems = terms.flatMap((term) => (term.words.length === 1 ? stemsOf(term) : []))
  return stems.slice(1).map((stem, index) => ({
    term: terms.length + index,
    query: `${quoted(stems[index] ?? stem)} <-> ${quoted(stem)}`,
    weight: NEXT_TO,
  }))
}

/** A stem as PostgreSQL reads it literally. Stems are letters and digits; what else there is falls away. */
function quoted(stem: string): string {
  return `'${stem.replace(/[^\p{L}\p{M}\p{Nd}.-]/gu, '')}'`
}
