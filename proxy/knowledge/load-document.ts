import type { KnowledgeDocument } from '../../utils/knowledge/document.ts'
import { identifyDocument } from '../../utils/knowledge/identify-document.ts'
import type { Queryable, Store } from '../store/store.ts'
import { passageIds, versionId } from './passage-id.ts'

export type LoadOutcome = 'new' | 'new-version' | 'unchanged'

export interface Loaded {
  readonly outcome: LoadOutcome
  readonly version: string
  readonly passages: number
}

/** One writer at a time, over all processes. Any number that no other lock of ours uses. */
const LOAD_LOCK = 7_340_001
const BATCH = 400

const INSERT_VERSION = `INSERT INTO knowledge_version
  (id, work, kind, title, short, names, type, number, year, signed, eli, accession, valid_from, ends_on, source_name, checksum, format)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`

const INSERT_PASSAGES = `INSERT INTO knowledge_passage
  (id, version, place, parent, unit, number, address, headings, own, body, repealed, sentences, words)
  SELECT p.id, $1, p.place, p.parent, p.unit, p.number, p.address, p.headings, p.own, p.body, p.repealed, p.sentences,
    CASE WHEN p.searchable THEN
      setweight(to_tsvector('danish', array_to_string(p.headings, ' ')), 'A') ||
      setweight(to_tsvector('danish', p.body), 'C') ||
      setweight(to_tsvector('danish', $2::text), 'D')
    END
  FROM jsonb_to_recordset($3::jsonb) AS p(id text, place int, parent int, unit text, number text, address text,
    headings text[], own text, body text, repealed boolean, sentences int, searchable boolean)`

/** Each version of a work ends on its own last day, or the day before the next begins. */
const END_VERSIONS = `UPDATE knowledge_version v SET valid_to = least(v.ends_on, o.next_from - 1)
  FROM (SELECT id, lead(valid_from) OVER (ORDER BY valid_from, seq) AS next_from FROM knowledge_version WHERE work = $1) o
  WHERE v.id = o.id AND v.valid_to IS DISTINCT FROM least(v.ends_on, o.next_from - 1)`

/**
 * Puts a document into the store, whole or not at all. The same text again changes nothing; a changed text becomes a new
 * version and the old one is kept. `today` is when a document without a date of its own begins.
 */
export async function loadDocument(store: Store, document: KnowledgeDocument, today: string): Promise<Loaded> {
  const version = versionId(document)
  const { work, names, short } = identifyDocument(document)
  const passages = document.nodes.length
  return store.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK])
    const known = await tx.query<{ id: string }>('SELECT id FROM knowledge_version WHERE work = $1', [work])
    if (known.some(({ id }) => id === version)) return { outcome: 'unchanged', version, passages }
    const { kind, title, type, number, year, signed, eli, accession, validFrom, validTo, source } = document
    const own = [version, work, kind, title, short, names, type, number, year, signed, eli, accession, validFrom ?? today, validTo]
    await tx.query(INSERT_VERSION, [...own, source.name, source.checksum, source.format])
    await insertPassages(tx, version, document)
    await tx.query(END_VERSIONS, [work])
    await tx.query('UPDATE knowledge_state SET serial = serial + 1')
    return { outcome: known.length === 0 ? 'new' : 'new-version', version, passages }
  })
}

async function insertPassages(tx: Queryable, version: string, { title, nodes }: KnowledgeDocument): Promise<void> {
  const ids = passageIds(version, nodes)
  const rows = nodes.map(({ text: body, ...node }, place) => ({ ...node, body, place, id: ids[place] }))
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.query(INSERT_PASSAGES, [version, title, JSON.stringify(rows.slice(from, from + BATCH)).replaceAll('\\u0000', '')])
}

/** Counts the words anew and lets every replica know. Once, after a round of loads. */
export async function refreshWords(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK])
    await tx.query('DELETE FROM knowledge_word')
    await tx.query(`INSERT INTO knowledge_word (word, passages)
      SELECT word, ndoc FROM ts_stat('SELECT words FROM knowledge_passage WHERE words IS NOT NULL') WHERE length(word) BETWEEN 2 AND 80`)
    await tx.query(`UPDATE knowledge_state SET serial = serial + 1,
      passages = (SELECT count(*) FROM knowledge_passage WHERE words IS NOT NULL)`)
  })
}
