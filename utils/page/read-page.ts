import type { FactKey, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactList, NotRead } from '#utils/domain/case-view.ts'
import type { Fact } from '#utils/domain/fact.ts'
import { withFailures } from './host-failures.ts'
import { asList } from './labels.ts'
import { keepPlaces } from './locate.ts'
import type { BlockMark, PageCondition, PageReading, RecognisedPage } from './page-reading.ts'
import { readBlock } from './read-block.ts'
import type { BlockReading } from './read-block.ts'
import { blocksOf, findSeen, openContext } from './read-context.ts'
import type { Asks, ReadContext } from './read-context.ts'
import { NO_IDENTITY, readIdentity } from './read-identity.ts'
import type { Finder, SiteProfile } from './site-profile.ts'
import { sameValue } from './to-value.ts'

/** Reads what a known page shows. One task; for a busy page use `readPageSteps` with `runInSlices`. */
export function readPage(profile: SiteProfile, page: RecognisedPage, window: Window): PageReading {
  const steps = readPageSteps(profile, page, window)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same reading in small steps, so that a page of 2,000 rows never blocks the user. */
export function* readPageSteps(
  profile: SiteProfile,
  page: RecognisedPage,
  window: Window,
  asks: Asks = () => true,
): Generator<void, PageReading> {
  const context = yield* openContext(profile, page, window, { asks })
  if (!context) return nothing(page, 'busy')
  const condition = conditionOf(context)
  if (condition !== 'ready' || page.citizens !== 'single')
    return { ...nothing(page, condition), missingCanaries: condition === 'ready' ? missingCanaries(context) : [] }
  const identity = readIdentity(context)
  const blocks: BlockReading[] = []
  for (const [id, block] of blocksOf(profile, context.page)) {
    yield
    blocks.push(yield* readBlock(context, id, block))
  }
  const merged = mergeBlocks(withFailures(context, blocks))
  keepPlaces(window.document, context.places)
  return { ...nothing(page, condition), ...merged, identity, missingCanaries: missingCanaries(context), readAt: context.readAt }
}

function nothing(page: RecognisedPage, condition: PageCondition): PageReading {
  return {
    pageKind: page.pageKind,
    citizens: page.citizens,
    identity: NO_IDENTITY,
    facts: {},
    lists: {},
    notRead: [],
    origin: {},
    marks: [],
    loading: [],
    places: new Map(),
    missingCanaries: [],
    condition,
    readAt: new Date().toISOString(),
  }
}

/** What the page as a whole is doing. Signs of being logged out win over all that stands below them. */
export function conditionOf(context: ReadContext): PageCondition {
  const { markers } = context.profile
  const shows = (finders: readonly Finder[]) => finders.some((finder) => findSeen(context, finder, context.root).length > 0)
  if (shows(markers.loggedOut)) return 'logged-out'
  if (shows(markers.noAccess)) return 'no-access'
  return shows(markers.busyPage) ? 'busy' : 'ready'
}

function missingCanaries(context: ReadContext): string[] {
  return asList<Finder>(context.page.canaries)
    .filter((finder) => findSeen(context, finder, context.root).length === 0)
    .map((finder) => JSON.stringify(finder))
}

type Merged = Pick<PageReading, 'facts' | 'lists' | 'notRead' | 'origin' | 'marks' | 'loading' | 'places'>

/** Two blocks that show the same key must agree, or the key has no value. */
function mergeBlocks(blocks: readonly BlockReading[]): Merged {
  const merging: Merging = { facts: new Map(), lists: new Map(), origin: {}, ambiguous: new Set() }
  for (const reading of blocks) addBlock(merging, reading)
  const { facts, lists, origin, ambiguous } = merging
  // Not even when the page shows it by mistake.
  if (isProtected(facts)) facts.delete('citizen.address')
  for (const key of ambiguous) {
    facts.delete(key as FactKey)
    lists.delete(key as ListGroup)
  }
  return {
    facts: Object.fromEntries(facts),
    lists: Object.fromEntries(lists),
    notRead: notReadOf(blocks, merging),
    origin,
    marks: marksOf(blocks),
    loading: blocks.filter(({ loading }) => loading).map(({ block }) => block),
    places: new Map(blocks.flatMap(({ block, region }) => (region ? [[block, region] as const] : []))),
  }
}

interface Merging {
  readonly facts: Map<FactKey, Fact>
  readonly lists: Map<ListGroup, FactList>
  readonly origin: Record<string, string>
  readonly ambiguous: Set<string>
}

function addBlock({ facts, lists, origin, ambiguous }: Merging, reading: BlockReading): void {
  for (const [key, fact] of reading.facts) {
    const other = facts.get(key)
    if (other && !sameValue(other.value, fact.value)) ambiguous.add(key)
    origin[key] ??= reading.block
    facts.set(key, other ?? fact)
  }
  for (const [group, list] of reading.lists) {
    if (lists.has(group)) ambiguous.add(group)
    lists.set(group, list)
    origin[group] = reading.block
  }
}

function isProtected(facts: ReadonlyMap<FactKey, Fact>): boolean {
  return facts.get('citizen.protectedAddress')?.value === true
}

/** A key that one block lacks and another has is read. A list that is read may still be partial. */
function notReadOf(blocks: readonly BlockReading[], { facts, lists, ambiguous }: Merging): NotRead[] {
  const isRead = ({ part, why }: NotRead) =>
    facts.has(part as FactKey) || (why !== 'paged' && why !== 'failed' && lists.has(part as ListGroup))
  const entries = new Map<string, NotRead>()
  for (const entry of blocks.flatMap(({ notRead }) => notRead))
    if (!isRead(entry) && !entries.has(entry.part)) entries.set(entry.part, entry)
  for (const part of ambiguous) entries.set(part, { part, why: 'ambiguous' })
  if (isProtected(facts)) entries.set('citizen.address', { part: 'citizen.address', why: 'protected' })
  return [...entries.values()]
}

function marksOf(blocks: readonly BlockReading[]): BlockMark[] {
  return blocks.flatMap(({ block, mark }) => (mark === null ? [] : [{ block, mark }]))
}
