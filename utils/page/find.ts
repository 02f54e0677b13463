import { accessibleName, roleOf, roleSelector } from './aria.ts'
import { asList, cleanText, labelSet, normalLabel } from './labels.ts'
import { sectionOf, type Inside } from './section.ts'
import type { Finder } from './site-profile.ts'
import { isVisible, OWN_HOST } from './visible.ts'

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend,summary,caption,[aria-expanded]'

/** All visible elements a finder describes, in page order, open shadow roots included. */
export function findAll(finder: Finder, root: Element, options?: FindOptions): Element[] {
  return findRaw(finder, root, options).filter((element) => isVisible(element))
}

/** The first visible element of the first finder that finds any. */
export function findFirst(finders: Finder | readonly Finder[] | undefined, root: Element, options?: FindOptions): Element | null {
  for (const finder of asList<Finder>(finders)) {
    const found = findAll(finder, root, options)[0]
    if (found) return found
  }
  return null
}

/** As `findAll`, hidden ones too: a forbidden region stays forbidden when it is hidden for the moment. */
export function findRaw(finder: Finder, root: Element, options: FindOptions = {}): Element[] {
  const scopes = scopesOf(root)
  if (finder.css !== undefined) return scopes.flatMap((scope) => matches(scope, finder.css ?? '', options.ask))
  if (finder.role !== undefined) {
    const found = byRole(finder.role, finder.name, { scopes, ...options })
    return finder.section ? [...new Set(found.map((element) => sectionOf(element, insideBy(options.ask))))] : found
  }
  if (finder.heading !== undefined) return byHeading(labelSet(finder.heading), { scopes, ...options })
  if (finder.label !== undefined) return byText(scopes, wholeText(labelSet(finder.label)), options.ask)
  return byText(scopes, beginning(asList(finder.startsWith).map(normalLabel)), options.ask)
}

function matches(scope: ParentNode, css: string, ask = askAll): Element[] {
  try {
    return ask(scope, css)
  } catch {
    // A selector this browser does not know finds nothing.
    return []
  }
}

export interface FindOptions {
  /** Asked before anything that costs: names of thousands of buttons, say. */
  readonly accept?: (element: Element) => boolean
  /** Answers a selector, perhaps from memory. */
  readonly ask?: Ask
}

export type Ask = (scope: ParentNode, css: string) => Element[]

/** A box of the page itself is asked about by way of the page, which answers once for all boxes. */
function insideBy(ask = askAll): Inside | undefined {
  if (ask === askAll) return undefined
  return (box, css) => {
    const { body } = box.ownerDocument
    return body?.contains(box) ? ask(body, css).filter((element) => element !== box && box.contains(element)) : askAll(box, css)
  }
}

interface Scopes {
  readonly scopes: readonly ParentNode[]
}

export const askAll: Ask = (scope, css) => [...scope.querySelectorAll(css)]

function byRole(role: string, name: Finder['name'], { scopes, accept, ask = askAll }: FindOptions & Scopes): Element[] {
  const wanted = name === undefined ? null : labelSet(name)
  const found = scopes
    .flatMap((scope) => ask(scope, roleSelector(role)))
    .filter((element) => (!accept || accept(element)) && roleOf(element) === role)
  return wanted === null ? found : found.filter((element) => wanted.has(normalLabel(accessibleName(element))))
}

function byHeading(names: ReadonlySet<string>, { scopes, accept, ask = askAll }: FindOptions & Scopes): Element[] {
  const headings = scopes
    .flatMap((scope) => ask(scope, HEADINGS))
    .filter((heading) => (!accept || accept(heading)) && isNamed(heading, names))
  const found = headings.length > 0 ? headings : byText(scopes, wholeText(names), ask)
  const visible = found.filter((heading) => isVisible(heading))
  return [...new Set(visible.map((heading) => sectionOf(heading, insideBy(ask))))]
}

/** "Opgaver (3)" and "Opgaver 3" are the heading "Opgaver" with a count. */
function isNamed(heading: Element, names: ReadonlySet<string>): boolean {
  const name = normalLabel(accessibleName(heading))
  return names.has(name) || names.has(withoutCount(name))
}

export function withoutCount(name: string): string {
  return name.replace(/[\s(]*\d{1,5}\)?$/u, '')
}

interface TextTest {
  readonly whole: (text: string) => boolean
  /** Can a text with this first piece pass? Asked of every text on the page, so it must be quick. */
  readonly mayBegin: (piece: string) => boolean
}

function wholeText(names: ReadonlySet<string>): TextTest {
  const all = [...names]
  return { whole: (text) => names.has(normalLabel(text)), mayBegin: (piece) => all.some((name) => name.startsWith(piece)) }
}

function beginning(starts: readonly string[]): TextTest {
  return {
    whole: (text) => starts.some((start) => normalLabel(text).startsWith(start)),
    mayBegin: (piece) => starts.some((start) => start.startsWith(piece) || piece.startsWith(start)),
  }
}

/** Innermost elements whose whole text passes the test. */
function byText(scopes: readonly ParentNode[], test: TextTest, ask = askAll): Element[] {
  const found = new Set<Element>()
  for (const { node, piece } of scopes.flatMap((scope) => textsOf(scope, ask))) {
    const holder = test.mayBegin(piece) ? holderOf(node, test) : null
    if (holder) found.add(holder)
  }
  return [...found]
}

interface Text {
  readonly node: Node
  /** How it begins, as labels are compared. */
  readonly piece: string
}

const asked = new WeakMap<Ask, Map<ParentNode, readonly Text[]>>()

/** One look at a page asks for many texts: what is there is gathered once for each who asks from memory. */
function textsOf(scope: ParentNode, ask: Ask): readonly Text[] {
  if (ask === askAll) return textsIn(scope)
  const known = asked.get(ask) ?? new Map<ParentNode, readonly Text[]>()
  asked.set(ask, known)
  const texts = known.get(scope) ?? textsIn(scope)
  known.set(scope, texts)
  return texts
}

function textsIn(scope: ParentNode): readonly Text[] {
  const texts: Text[] = []
  const walker = (scope.ownerDocument ?? (scope as Document)).createTreeWalker(scope, TEXTS_AND_ELEMENTS, skipLongLists)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType !== 3) continue
    const own = (node.nodeValue ?? '').slice(0, MAX_TEXT)
    if (own.trim() !== '') texts.push({ node, piece: normalLabel(own) })
  }
  return texts
}

const MAX_TEXT = 200
const TEXTS_AND_ELEMENTS = 5
const LONG = 60

/** Labels, headings and notices do not stand among the rows of a long list. */
function skipLongLists(node: Node): number {
  return node.nodeType === 1 && (node as Element).childElementCount > LONG && node.nodeName !== 'BODY'
    ? NodeFilter.FILTER_REJECT
    : NodeFilter.FILTER_ACCEPT
}

/** The text's element, or one a little above it when the text is split over inline elements. */
function holderOf(node: Node, test: TextTest): Element | null {
  let element = node.parentElement
  for (let up = 0; element && up < 3; up += 1) {
    const text = element.textContent ?? ''
    if (text.length > MAX_TEXT || element.tagName === 'SCRIPT' || element.tagName === 'STYLE') return null
    if (test.whole(cleanText(text))) return element
    element = element.parentElement
  }
  return null
}

const FRESH = 1000
/** What may carry a shadow root: the elements that the standard allows, and custom ones, which have a hyphen. */
const HOSTS = new Set([
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'DIV',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'MAIN',
  'NAV',
  'P',
  'SECTION',
  'SPAN',
])
let scopeCache = new WeakMap<Element, { readonly at: number; readonly scopes: ParentNode[] }>()

/** A new reading starts from what is there now. */
export function forgetScopes(): void {
  scopeCache = new WeakMap()
}

/** The root itself and every open shadow root below it. Kept for a moment, as one look at a page asks for it many times. */
export function scopesOf(root: Element): ParentNode[] {
  const cached = scopeCache.get(root)
  const now = performance.now()
  if (cached && now - cached.at < FRESH) return cached.scopes
  const scopes: ParentNode[] = [root]
  if (root.shadowRoot) scopes.push(root.shadowRoot)
  for (let at = 0; at < scopes.length; at += 1) {
    const scope = scopes[at]
    if (scope) scopes.push(...rootsBelow(scope))
  }
  scopeCache.set(root, { at: now, scopes })
  return scopes
}

function rootsBelow(scope: ParentNode): ShadowRoot[] {
  const roots: ShadowRoot[] = []
  const walker = (scope.ownerDocument ?? (scope as Document)).createTreeWalker(scope, 1, skipLongLists)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element
    if ((HOSTS.has(element.tagName) || element.tagName.includes('-')) && element.shadowRoot && !element.hasAttribute(OWN_HOST))
      roots.push(element.shadowRoot)
  }
  return roots
}

/** Without those that lie inside another. */
export function outermost(elements: readonly Element[]): Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)))
}
