import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import { askPage } from './ask-page.ts'
import { findRaw, forgetScopes, outermost } from './find.ts'
import type { Ask } from './find.ts'
import { parentOf } from './visible.ts'
import { labelsOfBlock } from './known-labels.ts'
import { indexLabels } from './label-index.ts'
import type { LabelIndex } from './label-index.ts'
import { asList, normalLabel } from './labels.ts'
import type { RecognisedPage } from './page-reading.ts'
import { danishDay } from './read-date.ts'
import { ReadingPlaces } from './reading-places.ts'
import type { Finder, ProfileBlock, ProfilePage, SiteProfile } from './site-profile.ts'
import { forgetLikes } from './seen-element.ts'
import { seeTree } from './seen-tree.ts'
import type { Seen, SeenPage } from './seen-tree.ts'

/** Whether anybody asks about the rows of a list. A long list that nobody asks about is not read. */
export type Asks = (group: ListGroup) => boolean

export interface OpenOptions {
  /** The part of the page to look at; default all of it. */
  readonly part?: Element
  /** Default: all lists are asked about. */
  readonly asks?: Asks
  /** Answers selectors on the page as a whole; default the page itself. */
  readonly ask?: Ask
}

/** Everything one reading of one page shares. Lives for that reading only. */
export interface ReadContext {
  readonly profile: SiteProfile
  readonly page: ProfilePage
  readonly params: Readonly<Record<string, string>>
  readonly root: Element
  readonly seen: SeenPage
  readonly labels: LabelIndex
  readonly known: ReadonlySet<string>
  readonly forbidden: ReadonlySet<Element>
  /** Tables so long that the tree does not go into them. */
  readonly longTables: ReadonlySet<Element>
  readonly asks: Asks
  readonly ask: Ask
  readonly today: CalendarDay
  readonly readAt: string
  /** Where this reading finds what. */
  readonly places: ReadingPlaces
}

/** Looks at the visible page, or at one part of it, once. */
export function* openContext(
  profile: SiteProfile,
  recognised: RecognisedPage,
  window: Window,
  { part, asks = () => true, ask = askPage(window.document.body) }: OpenOptions = {},
): Generator<void, ReadContext | null> {
  const page = profile.pages.find((candidate) => candidate.kind === recognised.pageKind)
  const root = part ?? window.document.body
  if (!page || !root) return null
  if (!part) forgetScopes()
  forgetLikes()
  const forbidden = new Set(profile.forbidden.flatMap((finder) => findRaw(finder, root)))
  const blocks = blocksOf(profile, page).map(([, block]) => block)
  const frames = new Set(blocks.flatMap((block) => asList<Finder>(block.frame)).flatMap((finder) => findRaw(finder, root, { ask })))
  const longTables = longLists(root, ask)
  const seen = yield* seeTree(root, { forbidden, closed: longTables, frames })
  const now = Date.now()
  const known = knownLabels(profile, page)
  return {
    profile,
    page,
    params: recognised.params,
    root,
    seen,
    labels: indexLabels(seen, known),
    known,
    forbidden,
    longTables,
    asks,
    ask,
    today: danishDay(now),
    readAt: new Date(now).toISOString(),
    places: new ReadingPlaces(),
  }
}

/** The same in one go, for a small part. */
export function contextOf(profile: SiteProfile, recognised: RecognisedPage, window: Window, options: OpenOptions): ReadContext | null {
  const steps = openContext(profile, recognised, window, options)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** The page's blocks by id, in the profile's order. */
export function blocksOf(profile: SiteProfile, page: ProfilePage): (readonly [string, ProfileBlock])[] {
  return (page.blocks ?? []).flatMap((id) => {
    const block = profile.blocks[id]
    return block ? [[id, block] as const] : []
  })
}

const LONG = 60

function countRows(table: Element): number {
  return table.tagName === 'TABLE' ? (table as HTMLTableElement).rows.length : table.querySelectorAll('[role="row"]').length
}

/** Tables with many rows are read cell by cell by the list reader; the tree does not go into them. */
function longLists(root: Element, ask: Ask): Set<Element> {
  const page = root.ownerDocument.body ?? root
  const tables = ask(page, 'table,[role="grid"],[role="table"],[role="treegrid"]')
  return new Set(tables.filter((table) => root.contains(table) && countRows(table) > LONG))
}

function knownLabels(profile: SiteProfile, page: ProfilePage): Set<string> {
  return new Set(blocksOf(profile, page).flatMap(([, block]) => [...labelsOfBlock(block)]))
}

/** The tree node of an element, if it is seen. */
export function seenOf(context: ReadContext, element: Element): Seen | null {
  return context.seen.byElement.get(element) ?? null
}

/** Visible, allowed elements that a finder describes, inside a part of the page. */
export function findSeen(context: ReadContext, finder: Finder, within: Element): Element[] {
  const scope = finder.in === undefined ? within : regionOf(context, finder.in)
  if (!scope) return []
  const found = onPage(context, finder)
  return scope === context.root ? [...found] : found.filter((element) => containsDeep(scope, element))
}

const pageHits = new WeakMap<ReadContext, Map<Finder, readonly Element[]>>()

/** The page is asked once for each finder, however many parts of it are asked about. */
function onPage(context: ReadContext, finder: Finder): readonly Element[] {
  const asked = pageHits.get(context) ?? new Map<Finder, readonly Element[]>()
  pageHits.set(context, asked)
  const known = asked.get(finder)
  if (known) return known
  const isHere = (element: Element) => context.seen.byElement.has(element)
  const found =
    finder.label === undefined && finder.startsWith === undefined
      ? findRaw(finder, wholePage(context), { accept: isHere, ask: asker(context) })
      : textsSeen(context, finder)
  const seen = found.filter(isHere)
  asked.set(finder, seen)
  return seen
}

const answers = new WeakMap<ReadContext, Map<string, Element[]>>()

/** The same question of the same scope is answered once a reading. */
function asker(context: ReadContext): (scope: ParentNode, css: string) => Element[] {
  const asked = answers.get(context) ?? new Map<string, Element[]>()
  answers.set(context, asked)
  return (scope, css) => {
    if (scope !== wholePage(context)) return [...scope.querySelectorAll(css)]
    const known = asked.get(css) ?? context.ask(scope, css)
    asked.set(css, known)
    return known
  }
}

/** Texts have been indexed once; looking them up is cheaper than walking the page again. */
function textsSeen(context: ReadContext, finder: Finder): Element[] {
  const names = asList(finder.label ?? finder.startsWith).map(normalLabel)
  const { spots } = context.labels
  if (finder.label !== undefined) return unique(names.flatMap((name) => spots.get(name) ?? []))
  return unique([...spots].flatMap(([text, there]) => (names.some((name) => text.startsWith(name)) ? there : [])))
}

function unique(spots: readonly { readonly node: Seen }[]): Element[] {
  return [...new Set(spots.map(({ node }) => node.element))]
}

function containsDeep(scope: Element, element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === scope) return true
  return false
}

/** As `findSeen` for a list of finders: all hits of the first that hits. */
export function findSeenFirst(context: ReadContext, finders: Finder | readonly Finder[] | undefined, within: Element): Element[] {
  for (const finder of asList<Finder>(finders)) {
    const found = findSeen(context, finder, within)
    if (found.length > 0) return found
  }
  return []
}

const regions = new WeakMap<ReadContext, Map<string, Element | null>>()

/** A named region, when exactly one is visible. */
export function regionOf(context: ReadContext, id: string): Element | null {
  const known = regions.get(context) ?? new Map<string, Element | null>()
  regions.set(context, known)
  const cached = known.get(id)
  if (cached !== undefined) return cached
  known.set(id, null)
  const found = outermost(findSeenFirst(context, context.profile.regions[id], wholePage(context)))
  const region = found.length === 1 ? (found[0] ?? null) : null
  known.set(id, region)
  return region
}

/** A context of one part still finds named regions from the page's top. */
function wholePage(context: ReadContext): Element {
  return context.root.ownerDocument.body ?? context.root
}
