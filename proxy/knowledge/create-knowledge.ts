import { danishDay } from './danish-day.ts'
import { day, type CalendarDay } from '../../utils/domain/calendar-day.ts'
import { isValidOn } from '../../utils/knowledge/pick-version.ts'
import type { KnowledgeList, PassageAnswer } from '../contract/knowledge.ts'
import type { Store } from '../store/store.ts'
import { citeText, type Books } from './cite.ts'
import type { Knowledge, Meaning } from './knowledge.ts'
import { actInfo, passageOf, readParts, readPassages, wholeAct } from './passages.ts'
import { createSearch } from './search.ts'
import { createStoreShelf } from './store-shelf.ts'
import type { VectorTable } from './vectors.ts'

export interface KnowledgeNeeds {
  readonly store: Store
  readonly now: () => number
  /** Search by meaning too; `null`: by words alone. */
  readonly meaning: { readonly of: Meaning; readonly vectors: () => Promise<VectorTable | null> } | null
}

/** The knowledge service over what has been loaded into the store. */
export function createKnowledge({ store, now, meaning }: KnowledgeNeeds): Knowledge {
  const shelf = createStoreShelf(store)
  const books = { store, shelf }
  const search = createSearch(books, meaning)
  const dayOf = (on: string | undefined): CalendarDay => (on === undefined ? danishDay(now()) : day(on))
  return {
    search: (ask, caller) => search(ask, { on: dayOf(ask.on), caller }),
    async cite(ask) {
      const on = dayOf(ask.on)
      return { on, citations: await citeText(books, ask, on) }
    },
    passage: (id, on) => readPassage(books, id, dayOf(on)),
    list: (on) => listOf(books, dayOf(on)),
  }
}

async function readPassage({ store, shelf }: Books, id: string, on: CalendarDay): Promise<PassageAnswer | null> {
  const { versions } = await shelf.register()
  const [row] = await readPassages(store, [id])
  const version = versions.find((each) => each.id === (row?.version ?? id))
  if (!version) return null
  const act = actInfo(version, on)
  const parts = await readParts(store, version.id, row?.place ?? -1)
  return {
    passage: row ? passageOf(row, act) : wholeAct(act),
    parts: parts.map(({ id: part, address, body }) => ({ id: part, address, text: body })),
  }
}

async function listOf({ shelf }: Books, on: CalendarDay): Promise<KnowledgeList> {
  const { versions } = await shelf.register()
  const valid = versions.filter((version) => isValidOn(version, on)).map((version) => actInfo(version, on))
  return { on, law: valid.filter(({ kind }) => kind === 'law'), procedure: valid.filter(({ kind }) => kind === 'procedure') }
}
