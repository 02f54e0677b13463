import { findRaw, outermost } from './find.ts'
import { indexLabels } from './label-index.ts'
import { valuesByLabel } from './label-value.ts'
import type { Hit } from './label-value.ts'
import { asList, labelSet } from './labels.ts'
import { iconName, rawOf, rawOfControl } from './seen-text.ts'
import { isSeen, isSeenCell } from './seen-element.ts'
import { seeTree } from './seen-tree.ts'
import type { Seen, SeenPage } from './seen-tree.ts'
import type { LabelIndex } from './label-index.ts'
import type { Finder, ListColumn, ReadFrom } from './site-profile.ts'
import type { RawText } from './to-value.ts'

const NOTHING: ReadonlySet<Element> = new Set()

/** A row, a card or a cell looked at by itself. */
export interface Part {
  readonly element: Element
  readonly seen: SeenPage
  readonly labels: (known: ReadonlySet<string>) => LabelIndex
}

/** Looks at one small part of the page. */
export function lookAt(element: Element, forbidden: ReadonlySet<Element> = NOTHING): Part {
  const steps = seeTree(element, { forbidden, closed: NOTHING, frames: NOTHING })
  let step = steps.next()
  while (!step.done) step = steps.next()
  const seen = step.value
  let index: LabelIndex | null = null
  return { element, seen, labels: (known) => (index ??= indexLabels(seen, known)) }
}

export interface CellOptions {
  readonly forbidden: ReadonlySet<Element>
  readonly read?: ReadFrom | undefined
  /** In a list so long that one answer must do for all cells that look alike. */
  readonly long?: boolean
}

/** What a cell says. Most cells hold one text and need no tree. */
export function rawOfCell(cell: Element, { forbidden, read, long = false }: CellOptions): RawText | null {
  const isShown = long ? isSeenCell : isSeen
  if (forbidden.has(cell) || !isShown(cell)) return null
  if (typeof read === 'object') return attributeOf(cell, read.attribute)
  if (read === undefined || read === 'text') {
    const plain = plainText(cell, isShown)
    if (plain !== null) return { text: plain }
    return rawOf(lookAt(cell, forbidden).seen.root)
  }
  return readNode(lookAt(cell, forbidden).seen.root, read)
}

const PLAIN = new Set(['A', 'B', 'BDI', 'DIV', 'EM', 'I', 'P', 'SMALL', 'SPAN', 'STRONG', 'TD', 'TH', 'TIME'])

/** The text of a cell that holds one text and at most boxes around it; `null` when there is more to look at. */
function plainText(cell: Element, isShown: (element: Element) => boolean): string | null {
  let at = cell
  while (at.childNodes.length === 1 && at.childElementCount === 1) {
    const [only] = at.children
    if (!only || !isPlainBox(only) || !isShown(only)) return null
    at = only
  }
  return at.childElementCount === 0 && at.childNodes.length > 0 && !at.shadowRoot ? (at.textContent ?? '') : null
}

function isPlainBox(element: Element): boolean {
  return PLAIN.has(element.tagName) && !element.shadowRoot && !element.hasAttribute('role')
}

function attributeOf(element: Element, attribute: string): RawText | null {
  const own = element.getAttribute(attribute) ?? element.querySelector(`[${CSS.escape(attribute)}]`)?.getAttribute(attribute)
  return own === null || own === undefined ? null : { text: own }
}

/** Where a column's value stands in a card or an unfolded row: by label, field, place or CSS. `null` = not there. */
export function columnHits(part: Part, column: ListColumn, known: ReadonlySet<string>): Hit[] {
  if (column.header !== undefined) {
    const hits = valuesByLabel(part.labels(known), { names: labelSet(column.header), relations: null, within: part.seen.root, known })
    if (hits.length > 0) return hits
  }
  const fields = asList(column.field).flatMap((field) => [...part.element.querySelectorAll(`[data-field=${JSON.stringify(field)}]`)])
  const elements = fields.length > 0 ? fields : [...placed(part, column), ...styled(part, column)]
  return elements.flatMap((element) => {
    const node = part.seen.byElement.get(element)
    return node ? [{ element, raw: readNode(node, column.read) }] : []
  })
}

function readNode(node: Seen, read: ReadFrom | undefined): RawText {
  if (typeof read === 'object') return attributeOf(node.element, read.attribute) ?? { text: '' }
  if (read === 'control') return rawOfControl(node)
  return read === 'title' ? { text: iconName(node) ?? '' } : rawOf(node)
}

const PLACES = {
  heading: 'h1,h2,h3,h4,h5,h6,[role="heading"],legend,summary,caption',
  link: 'a[href]',
  status: '[role="status"],[role="img"],img',
} as const

function placed(part: Part, column: ListColumn): Element[] {
  if (column.position === undefined || column.position === 'detail') return []
  const first = [...part.element.querySelectorAll(PLACES[column.position])].find((element) => part.seen.byElement.has(element))
  return first ? [first] : []
}

function styled(part: Part, column: ListColumn): Element[] {
  for (const finder of asList<Finder>(column.at)) {
    const found = findRaw(finder, part.element).filter((element) => part.seen.byElement.has(element))
    if (found.length > 0) return outermost(found)
  }
  return []
}
