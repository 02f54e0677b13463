import type { Store } from '../store/store.ts'
import type { Ranked, SearchScope } from './word-search.ts'

const TABLE = `CREATE TABLE IF NOT EXISTS knowledge_vector (
  passage text NOT NULL REFERENCES knowledge_passage (id) ON DELETE CASCADE,
  model text NOT NULL,
  embedding vector NOT NULL,
  PRIMARY KEY (passage, model)
)`
/** One at a time, also when several replicas start at once. Any number that no other lock of ours uses. */
const TABLE_LOCK = 7_340_002

const MISSING = `SELECT p.id, p.body, p.headings FROM knowledge_passage p
  WHERE p.words IS NOT NULL AND NOT EXISTS (SELECT 1 FROM knowledge_vector e WHERE e.passage = p.id AND e.model = $1)
  ORDER BY p.id LIMIT $2`

const INSERT = `INSERT INTO knowledge_vector (passage, model, embedding)
  SELECT a.passage, $1, a.embedding::vector FROM unnest($2::text[], $3::text[]) AS a(passage, embedding)
  ON CONFLICT (passage, model) DO UPDATE SET embedding = excluded.embedding`

/** Nearest by angle. Exact: a law library is tens of thousands of passages, and those that do not hold on the day are left out first. */
const NEAREST = `WITH near AS (
  SELECT p.id, v.kind, row_number() OVER (PARTITION BY v.kind ORDER BY e.embedding <=> $2::vector, p.id) AS place
  FROM knowledge_vector e JOIN knowledge_passage p ON p.id = e.passage JOIN knowledge_version v ON v.id = p.version
  WHERE e.model = $1 AND vector_dims(e.embedding) = $3
    AND v.valid_from <= $4 AND (v.valid_to IS NULL OR v.valid_to >= $4) AND ($5::text IS NULL OR v.kind = $5)
)
SELECT id, kind FROM near WHERE place <= $6 ORDER BY kind, place`

export interface Unembedded {
  readonly id: string
  readonly text: string
}

/** The passages' meanings, where the store has pgvector. */
export interface VectorTable {
  missing(most: number): Promise<readonly Unembedded[]>
  add(embeddings: readonly { readonly id: string; readonly vector: readonly number[] }[]): Promise<void>
  nearest(vector: readonly number[], scope: SearchScope): Promise<readonly Ranked[]>
}

/** Makes the table where the store has pgvector; for whoever may change the schema. `null`: search is by words. */
export async function makeVectors(store: Store, model: string): Promise<VectorTable | null> {
  if (!store.vectors) return null
  await store.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [TABLE_LOCK])
    // A role that may not create tables may not say "if not exists" either.
    const [found] = await tx.query<{ there: boolean }>(`SELECT to_regclass('knowledge_vector') IS NOT NULL AS there`)
    if (found?.there !== true) await tx.query(TABLE)
  })
  return vectorTable(store, model)
}

/** The table, once somebody has made it; until then search is by words. */
export function findVectors(store: Store, model: string): () => Promise<VectorTable | null> {
  let found: VectorTable | null = null
  return async () => {
    if (found !== null || !store.vectors) return found
    const [row] = await store.query<{ there: boolean }>(`SELECT to_regclass('knowledge_vector') IS NOT NULL AS there`)
    if (row?.there === true) found = vectorTable(store, model)
    return found
  }
}

function vectorTable(store: Store, model: string): VectorTable {
  return {
    async missing(most) {
      const rows = await store.query<{ id: string; body: string; headings: readonly string[] }>(MISSING, [model, most])
      return rows.map(({ id, body, headings }) => ({ id, text: [...headings, body].join('\n') }))
    },
    async add(embeddings) {
      await store.query(INSERT, [model, embeddings.map(({ id }) => id), embeddings.map(({ vector }) => asText(vector))])
    },
    nearest: (vector, { on, kind, most }) => store.query<Ranked>(NEAREST, [model, asText(vector), vector.length, on, kind, most]),
  }
}

function asText(vector: readonly number[]): string {
  return `[${vector.join(',')}]`
}
