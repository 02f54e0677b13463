import type { CalendarDay } from '../../utils/domain/calendar-day.ts'
import type { ActVersion } from '../../utils/knowledge/register.ts'
import type { Caller } from '../auth/caller.ts'
import type { KnowledgeHit, KnowledgeHits, KnowledgeKind, KnowledgeSearch } from '../contract/knowledge.ts'
import { citeText, type Books } from './cite.ts'
import type { KnowledgeNeeds } from './create-knowledge.ts'
import { fuse } from './fuse.ts'
import { actInfo, passageOf, readPassages } from './passages.ts'
import { queryTerms } from './query-terms.ts'
import type { StoreShelf } from './store-shelf.ts'
import type { Vocabulary } from './vocabulary.ts'
import { askFor } from './word-query.ts'
import { excerptsOf, searchWords, type Ranked, type SearchScope } from './word-search.ts'

/** So many of each ranking are joined. */
const DEPTH = 60
const LONGEST_EXCERPT = 400

type StoreBooks = Books & { readonly shelf: StoreShelf }

interface SearchContext {
  readonly on: CalendarDay
  readonly caller: Caller
}

export type Search = (ask: KnowledgeSearch, context: SearchContext) => Promise<KnowledgeHits>

/** Search by citation, by words and, where there is a model, by meaning. */
export function createSearch(books: StoreBooks, meaning: KnowledgeNeeds['meaning']): Search {
  const vocabulary = rememberWords(books)
  return async (ask, { on, caller }) => {
    const scope: SearchScope = { on, kind: ask.kind ?? null, most: DEPTH }
    const asked = await askFor(books.store, queryTerms(ask.query), await vocabulary())
    const [cited, byWords, near] = await Promise.all([
      citedIn(books, ask.query, on),
      searchWords(books.store, asked, scope),
      byMeaning(meaning, ask.query, { scope, caller }),
    ])
    const ids = (kind: KnowledgeKind): readonly string[] => ranked(kind, [byWords, near ?? []])
    const hits = async (kind: KnowledgeKind): Promise<readonly KnowledgeHit[]> => {
      if (ask.kind !== undefined && ask.kind !== kind) return []
      const first = kind === 'law' ? cited : []
      const shown = [...new Set([...first, ...ids(kind)])].slice(0, ask.limit)
      const excerpts = await excerptsOf(books.store, shown, asked)
      return makeHits(books, shown, { on, excerpts, cited: new Set(first) })
    }
    return { on, by: near === null ? 'words' : 'words-and-meaning', law: await hits('law'), procedure: await hits('procedure') }
  }
}

function ranked(kind: KnowledgeKind, rankings: readonly (readonly Ranked[])[]): readonly string[] {
  return fuse(rankings.map((ranking) => ranking.filter((hit) => hit.kind === kind).map(({ id }) => id)))
}

/** Passages that the query cites, and that hold on the day. */
async function citedIn(books: Books, query: string, on: CalendarDay): Promise<readonly string[]> {
  const answers = await citeText(books, { text: query }, on)
  const found = answers.filter(({ status }) => status === 'found').flatMap(({ passages }) => passages)
  return found.filter(({ act, address }) => act.inForce && address !== '').map(({ id }) => id)
}

interface MeaningContext {
  readonly scope: SearchScope
  readonly caller: Caller
}

/** `null`: meaning was not compared. */
async function byMeaning(meaning: KnowledgeNeeds['meaning'], query: string, { scope, caller }: MeaningContext) {
  const vectors = meaning === null ? null : await meaning.vectors()
  if (meaning === null || vectors === null) return null
  const vector = await meaning.of(query, caller)
  return vector === null ? null : vectors.nearest(vector, scope)
}

interface HitContext {
  readonly on: CalendarDay
  readonly excerpts: ReadonlyMap<string, string>
  readonly cited: ReadonlySet<string>
}

async function makeHits(
  { store, shelf }: Books,
  ids: readonly string[],
  { on, excerpts, cited }: HitContext,
): Promise<readonly KnowledgeHit[]> {
  const [rows, { versions }] = await Promise.all([readPassages(store, ids), shelf.register()])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const acts = new Map<string, ActVersion>(versions.map((version) => [version.id, version]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    const version = row && acts.get(row.version)
    if (!row || !version) return []
    const excerpt = excerpts.get(id) ?? row.body.slice(0, LONGEST_EXCERPT)
    return [{ passage: passageOf(row, actInfo(version, on)), excerpt, cited: cited.has(id) }]
  })
}

/** The words of the passages, read again after a load. */
function rememberWords({ store, shelf }: StoreBooks): () => Promise<Vocabulary> {
  let known: { readonly serial: number; readonly words: Vocabulary } | null = null
  return async () => {
    const serial = await shelf.serial()
    if (known?.serial === serial) return known.words
    const rows = await store.query<{ word: string; passages: number }>('SELECT word, passages FROM knowledge_word')
    known = { serial, words: new Map(rows.map(({ word, passages }) => [word, passages])) }
    return known.words
  }
}
