import type { KnowledgeKind } from '../contract/knowledge.ts'
import type { Queryable } from '../store/store.ts'
import type { Asked } from './word-query.ts'

export interface Ranked {
  readonly id: string
  readonly kind: KnowledgeKind
}

/**
 * Rare words count more than common ones, a heading more than the text, and the tenth mention of a word little more than
 * the third. A term counts once, with whatever stands for it best.
 */
const SEARCH = `WITH asked AS (
  SELECT a.term, a.query::tsquery AS query, a.weight, row_number() OVER () AS row
  FROM unnest($1::int[], $2::text[], $3::float8[]) AS a(term, query, weight)
), hits AS (
  SELECT p.id, v.kind, a.term, a.row, a.weight, ts_rank('{0.05, 0.2, 0.3, 0.7}', p.words, a.query, 1) AS rank
  FROM asked a
  JOIN knowledge_passage p ON p.words @@ a.query
  JOIN knowledge_version v ON v.id = p.version
  WHERE v.valid_from <= $4 AND (v.valid_to IS NULL OR v.valid_to >= $4) AND ($5::text IS NULL OR v.kind = $5)
), weighed AS (
  SELECT h.id, kind, term, weight * (rank / (rank + 0.03)) * ln(1 + greatest(s.passages, 1) / (0.5 + count(*) OVER (PARTITION BY row))) AS score
  FROM hits h CROSS JOIN knowledge_state s
), terms AS (
  SELECT id, kind, term, max(score) AS score FROM weighed GROUP BY id, kind, term
), scored AS (
  SELECT id, kind, row_number() OVER (PARTITION BY kind ORDER BY sum(score) DESC, id) AS place FROM terms GROUP BY id, kind
)
SELECT id, kind FROM scored WHERE place <= $6 ORDER BY kind, place`

export interface SearchScope {
  readonly on: string
  readonly kind: KnowledgeKind | null
  /** Hits of each kind. */
  readonly most: number
}

/** The passages that fit the words best, the best first within each kind. */
export async function searchWords(store: Queryable, asked: readonly Asked[], { on, kind, most }: SearchScope): Promise<readonly Ranked[]> {
  if (asked.length === 0) return []
  const columns = [asked.map(({ term }) => term), asked.map(({ query }) => query), asked.map(({ weight }) => weight)]
  return store.query<Ranked>(SEARCH, [...columns, on, kind, most])
}

const EXCERPTS = `SELECT p.id, ts_headline('danish', p.body, $2::tsquery, 'StartSel="", StopSel="", MaxWords=40, MinWords=18, MaxFragments=1') AS excerpt
  FROM knowledge_passage p WHERE p.id = ANY($1::text[])`

/** The stretch of each passage that fits best. */
export async function excerptsOf(store: Queryable, ids: readonly string[], asked: readonly Asked[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0 || asked.length === 0) return new Map()
  const any = asked.map(({ query }) => `(${query})`).join(' | ')
  const rows = await store.query<{ id: string; excerpt: string }>(EXCERPTS, [ids, any])
  return new Map(rows.map(({ id, excerpt }) => [id, excerpt]))
}
