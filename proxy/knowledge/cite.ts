import type { CalendarDay } from '../../utils/domain/calendar-day.ts'
import type { Citation } from '../../utils/knowledge/citation.ts'
import { contextAct } from '../../utils/knowledge/context-act.ts'
import { formatPlace } from '../../utils/knowledge/format-citation.ts'
import { parseCitations } from '../../utils/knowledge/parse-citations.ts'
import type { Shelf } from '../../utils/knowledge/register.ts'
import { resolveCitation, type Resolution, type Spot } from '../../utils/knowledge/resolve-citation.ts'
import type { CitationAnswer, KnowledgeCite, Passage } from '../contract/knowledge.ts'
import type { Queryable } from '../store/store.ts'
import { canonical } from './canonical.ts'
import { actInfo, placeOf, readPassages, wholeAct } from './passages.ts'

const MOST_CITATIONS = 200
const MOST_PASSAGES = 20

/** Everything that a citation can be looked up in. */
export interface Books {
  readonly store: Queryable
  readonly shelf: Shelf
}

/** Every citation in a text, each led to what it cites or reported as not existing. */
export async function citeText(books: Books, { text, act }: KnowledgeCite, on: CalendarDay): Promise<readonly CitationAnswer[]> {
  const context = act === undefined ? null : contextAct(act, await books.shelf.register())
  const answers: CitationAnswer[] = []
  for (const citation of parseCitations(text).slice(0, MOST_CITATIONS)) {
    const resolution = await resolveCitation(citation, books.shelf, { on, context })
    answers.push(await answer(books, citation, resolution, on))
  }
  return answers
}

async function answer(books: Books, { start, end, steps }: Citation, resolution: Resolution, on: CalendarDay): Promise<CitationAnswer> {
  const spots = spotsOf(resolution)
  const { passages, more } = await passagesAt(books, spots, on)
  const version = resolution.status === 'ambiguous' ? (spots[0]?.version ?? null) : resolution.version
  return {
    start,
    end,
    canonical: canonical(steps, resolution.status === 'ambiguous' && resolution.between === 'acts' ? null : version, on),
    place: formatPlace(steps),
    status: resolution.status,
    missing: resolution.status === 'not-found' ? resolution.missing : null,
    between: resolution.status === 'ambiguous' ? resolution.between : null,
    passages,
    more,
  }
}

function spotsOf(resolution: Resolution): readonly Spot[] {
  if (resolution.status === 'not-found') return resolution.elsewhere
  return resolution.status === 'ambiguous' ? resolution.candidates : [resolution]
}

async function passagesAt({ store, shelf }: Books, spots: readonly Spot[], on: CalendarDay) {
  const wanted: { readonly id: string; readonly make: (row: Parameters<typeof placeOf>[0]) => Passage }[] = []
  const whole: Passage[] = []
  for (const { version, places } of spots) {
    const act = actInfo(version, on)
    if (places.length === 0) whole.push(wholeAct(act))
    const outline = places.length === 0 ? [] : await shelf.outline(version.id)
    for (const place of places) wanted.push({ id: outline[place.node]?.id ?? '', make: (row) => placeOf(row, act, place) })
  }
  const shown = wanted.slice(0, MOST_PASSAGES)
  const rows = shown.length === 0 ? [] : await readPassages(store, [...new Set(shown.map(({ id }) => id))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const passages = shown.flatMap(({ id, make }) => {
    const row = byId.get(id)
    return row ? [make(row)] : []
  })
  return { passages: [...whole, ...passages], more: wanted.length - shown.length }
}
