import { isField } from './aria.ts'
import type { LabelIndex, LabelSpot, NamedSpot } from './label-index.ts'
import { cleanText, normalLabel } from './labels.ts'
import { fieldsIn, isControl, rawOf, rawOfField, visibleText } from './seen-text.ts'
import { isInline, labelText } from './seen-tree.ts'
import type { Seen } from './seen-tree.ts'
import type { RELATIONS } from './site-profile.ts'
import type { RawText } from './to-value.ts'

export type Relation = (typeof RELATIONS)[number]

/** A value's place on the page and what it says. */
export interface Hit {
  readonly element: Element
  readonly raw: RawText
}

export interface LabelQuery {
  readonly names: ReadonlySet<string>
  readonly relations: ReadonlySet<Relation> | null
  readonly within: Seen
  /** All labels that may stand in the same part: a text that is one of them is not a value. */
  readonly known: ReadonlySet<string>
}

/** Every value that stands under one of these labels in this part of the page. */
export function valuesByLabel(index: LabelIndex, query: LabelQuery): Hit[] {
  const here = <T extends { readonly node: Seen }>(spots: readonly T[] | undefined) =>
    (spots ?? []).filter(({ node }) => isWithin(node, query.within))
  const hits = [...query.names].flatMap((name) => [
    ...here(index.fields.get(name))
      .filter(({ relation }) => allows(query, relation))
      .map(({ node }) => ({ element: node.element, raw: rawOfField(node.element) })),
    ...here(index.named.get(name)).map((spot) => namedValue(spot, query)),
    ...here(index.spots.get(name))
      .filter(({ run }) => run === null)
      .map((spot) => spotValue(spot, query)),
    // Last: a box that stands beside a label is its value as a whole, whatever is written in it.
    ...here(index.spots.get(name))
      .filter(({ run }) => run !== null)
      .map((spot) => spotValue(spot, query)),
  ])
  return onePerElement(hits.filter((hit) => hit !== null))
}

function allows(query: LabelQuery, relation: Relation): boolean {
  return query.relations === null || query.relations.has(relation)
}

export function isWithin(node: Seen, part: Seen): boolean {
  for (let at: Seen | null = node; at; at = at.parent) if (at === part) return true
  return false
}

function onePerElement(hits: readonly Hit[]): Hit[] {
  const seen = new Map<Element, Hit>()
  for (const hit of hits) if (!seen.has(hit.element)) seen.set(hit.element, hit)
  return [...seen.values()]
}

/** `<b title="Bruger">Navn</b>`: the thing says its value itself. An icon with a name labels what follows it. */
function namedValue({ node, relation }: NamedSpot, query: LabelQuery): Hit | null {
  if (!allows(query, relation)) return null
  const text = cleanText(visibleText(node))
  if (text !== '' && !query.names.has(normalLabel(text))) return { element: node.element, raw: rawOf(node) }
  if (text === '' && !isIcon(node)) return { element: node.element, raw: { text: '' } }
  return text === '' ? besideLabel(node, query) : null
}

function isIcon(node: Seen): boolean {
  return (
    node.element.tagName === 'svg' ||
    node.element.tagName === 'IMG' ||
    node.element.tagName === 'I' ||
    node.kids.some((kid) => typeof kid !== 'string' && isIcon(kid))
  )
}

function spotValue(spot: LabelSpot, query: LabelQuery): Hit | null {
  if (spot.run !== null) return allows(query, 'preceding-text') && !isPairedCell(spot.node) ? afterRun(spot.node, spot.run, query) : null
  if (isHeadingCell(spot.node) || isInHeading(spot.node)) return null
  const [inside] = fieldsIn(spot.node)
  if (inside && fieldsIn(spot.node).length === 1) return allows(query, 'for') ? { element: inside, raw: rawOfField(inside) } : null
  const target = spot.node.element.getAttribute('for')
  // A label that names its field has been followed already.
  if (target) return null
  return besideLabel(spot.node, query)
}

/** A heading heads a part; it does not label the box after it. */
function isInHeading(node: Seen): boolean {
  return node.element.closest('h1,h2,h3,h4,h5,h6,[role="heading"]') !== null
}

/** What stands in the value cell of a pair is that label's value, though it may be written like a pair itself. */
function isPairedCell(node: Seen): boolean {
  for (let at: Seen | null = node; at; at = at.parent) {
    const { element } = at
    if (element.tagName === 'DD') return true
    if (element.tagName === 'TD') return element.previousElementSibling?.tagName === 'TH'
    if (element.tagName === 'TR' || element.tagName === 'SECTION') return false
  }
  return false
}

/** A column's header labels a column, not the cell after it. */
function isHeadingCell(node: Seen): boolean {
  for (let at: Seen | null = node; at; at = at.parent) {
    const { element } = at
    const role = element.getAttribute('role')
    if (element.tagName === 'THEAD' || role === 'columnheader' || element.getAttribute('scope') === 'col') return true
    if (element.tagName === 'TR' || role === 'row') return allHeaders(at)
    if (element.tagName === 'TABLE') return false
  }
  return false
}

function allHeaders(row: Seen): boolean {
  const cells = elementsOf(row)
  return cells.length > 1 && cells.every((cell) => cell.element.tagName === 'TH' || cell.element.getAttribute('role') === 'columnheader')
}

function elementsOf(node: Seen): Seen[] {
  return node.kids.filter((kid) => typeof kid !== 'string')
}

/** `Label: værdi` in one text, or a text before a field or an element. */
function afterRun(node: Seen, run: number, query: LabelQuery): Hit | null {
  const own = node.kids[run]
  if (typeof own !== 'string') return null
  const colon = query.known.has(normalLabel(own)) ? -1 : own.indexOf(':')
  const rest = colon < 0 ? '' : cleanText(own.slice(colon + 1))
  const following = node.kids.slice(run + 1).find((kid) => typeof kid !== 'string' || kid.trim() !== '')
  if (rest !== '') return { element: node.element, raw: { text: `${rest} ${inlineAfter(node, run + 1, query)}`.trim() } }
  if (following === undefined) return colon < 0 || node.kids.length > 1 ? null : { element: node.element, raw: { text: '' } }
  return isAnswer(following, query) ? valueHit(following) : null
}

function isAnswer(following: Seen | string, query: LabelQuery): following is Seen {
  return typeof following !== 'string' && following.element.tagName !== 'BR' && !isLabelOf(following, query)
}

/** Inline elements and texts up to a line break or the next label belong to the value. */
function inlineAfter(node: Seen, from: number, query: LabelQuery): string {
  let text = ''
  for (const kid of node.kids.slice(from)) {
    if (typeof kid === 'string') {
      if (kid.includes(':')) break
      text += kid
    } else if (!isInline(kid) || kid.element.tagName === 'BR' || isLabelOf(kid, query)) break
    else text += visibleText(kid)
  }
  return cleanText(text)
}

/** The value beside a label that is an element of its own. */
function besideLabel(label: Seen, query: LabelQuery): Hit | null {
  const box = labelBox(label, query.within)
  const { parent } = box
  if (!parent) return null
  const kids = contentOf(parent)
  const at = kids.indexOf(box)
  if (!isOrderly(parent, kids, query)) return null
  const next = kids[at + 1]
  if (next === undefined) return beforeLabel(box, kids, query)
  if (typeof next === 'string') return allows(query, 'preceding-text') ? textAfter(parent, box, query) : null
  if (!isValueBox(next, query)) return null
  return isFirstOfMany(next, kids.slice(at + 2)) ? manyValues(kids.slice(at + 1)) : allowedHit(next, query)
}

/** Two dd below one dt: both are the value. */
function isFirstOfMany(next: Seen, rest: readonly (Seen | string)[]): boolean {
  const more = rest.find((kid) => typeof kid !== 'string')
  return next.element.tagName === 'DD' && more?.element.tagName === 'DD'
}

function allowedHit(next: Seen, query: LabelQuery): Hit | null {
  return allows(query, relationTo(next)) ? valueHit(next) : null
}

function relationTo(next: Seen): Relation {
  if (fieldsIn(next).length > 0) return 'following-input'
  return next.element.tagName === 'DD' ? 'dd' : 'next-cell'
}

function manyValues(kids: readonly (Seen | string)[]): Hit | null {
  const values: Seen[] = []
  for (const kid of kids) {
    if (typeof kid === 'string') continue
    if (kid.element.tagName !== 'DD') break
    values.push(kid)
  }
  const [first] = values
  return first
    ? {
        element: first.element,
        raw: { text: values.map(visibleText).join('\n'), items: values.map((item) => cleanText(visibleText(item))) },
      }
    : null
}

/** Outermost box that holds the label and nothing else. */
export function labelBox(label: Seen, within: Seen): Seen {
  let box = label
  while (box.parent && box !== within && box.parent !== within && contentOf(box.parent).length === 1 && !isCell(box)) box = box.parent
  return box
}

function isCell(node: Seen): boolean {
  return ['TH', 'TD', 'DT', 'DD'].includes(node.element.tagName)
}

/** Children that say something or hold a place: no blank text, icons, buttons or line ends. */
function contentOf(node: Seen): (Seen | string)[] {
  return node.kids.filter((kid) =>
    typeof kid === 'string'
      ? kid.trim().replace(/^:$/u, '') !== ''
      : !isControl(kid) && kid.element.tagName !== 'BR' && kid.element.tagName !== 'WBR',
  )
}

/**
 * A row of label and value pairs must go label, value, label, value. When it does not, the cells have been moved about and
 * the neighbour of a label may be another label's value.
 */
function isOrderly(parent: Seen, kids: readonly (Seen | string)[], query: LabelQuery): boolean {
  if (kids.length < 3 || kids.length % 2 === 1) return true
  const labels = kids.map(
    (kid) =>
      typeof kid !== 'string' &&
      !isValueCell(kid) &&
      (kid.element.tagName === 'TH' || kid.element.tagName === 'DT' || isLabelOf(kid, query)),
  )
  const count = labels.filter(Boolean).length
  const isRow = parent.element.tagName === 'TR' || parent.element.getAttribute('role') === 'row'
  if (!isRow && count !== kids.length / 2) return true
  return labels.every((isLabel, at) => isLabel === (at % 2 === 0))
}

function isLabelOf(node: Seen, query: LabelQuery): boolean {
  const text = normalLabel(labelText(node))
  return text !== '' && query.known.has(text)
}

function isValueCell(node: Seen): boolean {
  return node.element.tagName === 'DD' || node.element.tagName === 'TD'
}

function isValueBox(node: Seen, query: LabelQuery): boolean {
  if (isValueCell(node)) return true
  if (node.element.tagName === 'DT' || node.element.tagName === 'TH' || /^H[1-6]$/u.test(node.element.tagName)) return false
  return !isLabelOf(node, query) && !holdsLabel(node, query)
}

/** A box with labels of its own is the next part, not a value. */
function holdsLabel(node: Seen, query: LabelQuery): boolean {
  if (node.label !== null && node.kids.every((kid) => typeof kid === 'string')) return false
  return elementsOf(node).some(
    (kid) => kid.element.tagName === 'DT' || kid.element.tagName === 'LABEL' || isLabelOf(kid, query) || holdsLabel(kid, query),
  )
}

/** The label stands last: a field with its legend below, or a pair that is written value first. */
function beforeLabel(box: Seen, kids: readonly (Seen | string)[], query: LabelQuery): Hit | null {
  if (kids.length !== 2) return null
  const [other] = kids
  if (other === undefined || typeof other === 'string' || other === box) return null
  const tag = other.element.tagName
  const isPair = tag === 'TD' || tag === 'DD' || isField(other.element) || fieldsIn(other).length === 1
  return isPair && allows(query, relationTo(other)) ? valueHit(other) : null
}

function textAfter(parent: Seen, box: Seen, query: LabelQuery): Hit | null {
  const text = inlineAfter(parent, parent.kids.indexOf(box) + 1, query).replace(/^:\s*/u, '')
  return { element: parent.element, raw: { text } }
}

function valueHit(node: Seen): Hit {
  return { element: node.element, raw: rawOf(node) }
}
