import { isFactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactList, NotRead, NotReadReason } from '#utils/domain/case-view.ts'
import type { Fact } from '#utils/domain/fact.ts'
import { blockState } from './block-state.ts'
import type { BlockState } from './block-state.ts'
import { hashText } from './hash-text.ts'
import { labelsOfBlock } from './known-labels.ts'
import type { KnownLabels } from './known-labels.ts'
import { locateValues } from './locate-values.ts'
import type { LocatedHit } from './locate-values.ts'
import { outermost } from './find.ts'
import { findSeenFirst, regionOf, seenOf } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import { readList } from './read-list.ts'
import { factPlace } from './reading-places.ts'
import { visibleText } from './seen-text.ts'
import type { FactReading, ListBlock, ProfileBlock } from './site-profile.ts'
import { sameValue, toValue } from './to-value.ts'

export interface BlockReading {
  readonly block: string
  readonly facts: ReadonlyMap<FactKey, Fact>
  readonly lists: ReadonlyMap<ListGroup, FactList>
  readonly notRead: readonly NotRead[]
  /** Hash of the block's visible text; `null` when it was not read. */
  readonly mark: string | null
  readonly region: Element | null
  readonly loading: boolean
}

/** Reads one block of a page, or says for each of its parts why it was not read. */
export function* readBlock(context: ReadContext, id: string, block: ProfileBlock): Generator<void, BlockReading> {
  const state = blockState(context, block)
  if (state.why !== null) return unreadBlock(id, block, state)
  const { region } = state
  const lists = new Map<ListGroup, FactList>()
  const { facts, notRead } = readFacts(context, block, region)
  yield
  for (const list of block.lists ?? []) yield* addList(context, { list, region, lists, notRead })
  return { block: id, facts, lists, notRead, mark: markOf(context, region, lists), region, loading: false }
}

function unreadBlock(id: string, block: ProfileBlock, { region, why }: Extract<BlockState, { why: NotReadReason }>): BlockReading {
  const isAbsent = why === 'not-found' && block.optional === true
  return {
    block: id,
    facts: new Map(),
    lists: new Map(),
    notRead: isAbsent ? [] : partsOf(block).map((part) => ({ part, why })),
    mark: null,
    region,
    loading: why === 'loading',
  }
}

function readFacts(context: ReadContext, block: ProfileBlock, region: Element): { facts: Map<FactKey, Fact>; notRead: NotRead[] } {
  const facts = new Map<FactKey, Fact>()
  const notRead: NotRead[] = []
  for (const [key, reading] of Object.entries(block.facts ?? {})) {
    if (!isFactKey(key)) continue
    const fact = readFact(context, { key, reading, region, known: labelsOfBlock(block) })
    if (typeof fact !== 'string') facts.set(key, fact)
    else if (!(fact === 'not-found' && reading.optional === true)) notRead.push({ part: key, why: fact })
  }
  return { facts, notRead }
}

/** What a block says it holds. */
export function partsOf(block: ProfileBlock): string[] {
  return [...Object.keys(block.facts ?? {}), ...(block.lists ?? []).map((list) => list.group)]
}

interface FactPlace {
  readonly key: FactKey
  readonly reading: FactReading
  readonly region: Element
  readonly known: KnownLabels
}

/** One key: every visible place it stands must say the same. */
export function readFact(context: ReadContext, { key, reading, region, known }: FactPlace): Fact | NotReadReason {
  const hits = locateValues(context, reading.locators, { within: region, known })
  const [first] = hits
  if (!first) return 'not-found'
  const conversions = hits.map((hit) => toValue(key, hit.raw, reading, context))
  const [value] = conversions
  if (conversions.every((conversion) => !conversion.ok)) return 'unreadable'
  if (!value?.ok || conversions.some((other) => !other.ok || !sameValue(other.value, value.value))) return 'ambiguous'
  context.places.note(factPlace(key), first.element)
  return { key, value: value.value, source: sourceOf(context, first) }
}

function sourceOf(context: ReadContext, hit: LocatedHit): Fact['source'] {
  return { pageKind: context.page.kind, locator: hit.locator, asRead: hit.raw.text.slice(0, 4000), readAt: context.readAt }
}

interface ListPlace {
  readonly list: ListBlock
  readonly region: Element
  readonly lists: Map<ListGroup, FactList>
  readonly notRead: NotRead[]
}

function* addList(context: ReadContext, { list, region, lists, notRead }: ListPlace): Generator<void> {
  const place = placeOf(context, list, region)
  if (place === 'ambiguous') notRead.push({ part: list.group, why: 'ambiguous' })
  else if (place === null) {
    if (list.optional !== true) notRead.push({ part: list.group, why: 'not-found' })
  } else if (!context.asks(list.group) && longTableIn(context, place)) notRead.push({ part: list.group, why: 'not-asked' })
  else {
    const reading = yield* readList(context, list, place)
    if (reading.list) lists.set(list.group, reading.list)
    notRead.push(...reading.notRead)
    // Rows may be missing: on other pages, behind a filter, or because the host could not get them all.
    if (reading.list?.coverage.complete === false) notRead.push({ part: list.group, why: 'paged' })
  }
}

function placeOf(context: ReadContext, list: ListBlock, region: Element): Element | 'ambiguous' | null {
  const within = list.in === undefined ? region : regionOf(context, list.in)
  if (!within || list.region === undefined) return within
  const places = outermost(findSeenFirst(context, list.region, within))
  return places.length > 1 ? 'ambiguous' : (places[0] ?? null)
}

function longTableIn({ longTables }: ReadContext, place: Element): Element | null {
  return [...longTables].find((table) => place.contains(table)) ?? null
}

const MARKING_ROWS = 5

/** The rows of long lists are not in the tree, so they are told apart by what was read of them, or by how they begin. */
function markOf(context: ReadContext, region: Element, lists: ReadonlyMap<ListGroup, FactList>): string {
  const node = seenOf(context, region)
  const long = longTableIn(context, region)
  const first = long ? [...long.querySelectorAll('tr,[role="row"]')].slice(0, MARKING_ROWS).map((row) => row.textContent ?? '') : []
  const rows = [...lists.values()].flatMap((list) => list.rows.map(({ key }) => key))
  return hashText(`${node ? visibleText(node) : ''}\n${rows.join(' ')}\n${first.join('\n')}`)
}
