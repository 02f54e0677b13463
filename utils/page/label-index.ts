import { byIds, isField, labelWithoutFields } from './aria.ts'
import { normalLabel } from './labels.ts'
import { isLabelText, labelText } from './seen-tree.ts'
import type { Seen, SeenPage } from './seen-tree.ts'

/** A place where a text stands that may be a label: a whole element, or one run of text between elements. */
export interface LabelSpot {
  readonly node: Seen
  /** Index of the text run in `node.kids`, or `null` when the whole element is the label. */
  readonly run: number | null
}

export interface LabelIndex {
  /** Texts on the page, as compared → where they stand. */
  readonly spots: ReadonlyMap<string, readonly LabelSpot[]>
  /** Names of fields (`aria-label`, `for`, legend, placeholder …) → the fields. */
  readonly fields: ReadonlyMap<string, readonly FieldSpot[]>
  /** Names given by attribute to something that is not a field → what carries them. */
  readonly named: ReadonlyMap<string, readonly NamedSpot[]>
}

export interface FieldSpot {
  readonly node: Seen
  readonly relation: 'for' | 'legend' | 'aria-label' | 'placeholder' | 'title'
}

export interface NamedSpot {
  readonly node: Seen
  readonly relation: 'aria-label' | 'title'
}

/** All possible labels of a page, found once a reading. */
export function indexLabels(page: SeenPage, known: ReadonlySet<string>): LabelIndex {
  const spots = new Map<string, LabelSpot[]>()
  const fields = new Map<string, FieldSpot[]>()
  const named = new Map<string, NamedSpot[]>()
  const inField = new Set<Seen>()
  for (const node of page.byElement.values()) {
    // What is written in a rich text field is its value, not a label.
    if (node.parent && (inField.has(node.parent) || isField(node.parent.element))) inField.add(node)
    else if (isField(node.element)) addField(fields, node)
    else {
      addSpots(spots, node, known)
      addNames(named, node)
    }
  }
  return { spots, fields, named }
}

function put<T>(map: Map<string, T[]>, text: string, spot: T): void {
  const key = normalLabel(text)
  if (key === '') return
  const there = map.get(key)
  if (there) there.push(spot)
  else map.set(key, [spot])
}

function addSpots(spots: Map<string, LabelSpot[]>, node: Seen, known: ReadonlySet<string>): void {
  // "OBS-note 2: Vises indtil" is a label with a colon in it, not a label and its value.
  const isPair = (own: string) => own.includes(':') && !known.has(normalLabel(own))
  if (!isLabelText(node)) return
  const text = labelText(node)
  if (text !== '' && !repeatsOnlyKid(node, text)) put(spots, text, { node, run: null })
  if (node.kids.length < 2) {
    const [only] = node.kids
    if (typeof only === 'string' && isPair(only)) put(spots, beforeColon(only), { node, run: 0 })
    return
  }
  // A label written in pieces is one label.
  if (known.has(normalLabel(text))) return
  node.kids.forEach((kid, run) => {
    if (typeof kid !== 'string' || kid.trim() === '' || kid.length > 160) return
    put(spots, isPair(kid) ? beforeColon(kid) : kid, { node, run })
  })
}

function beforeColon(text: string): string {
  return text.slice(0, text.indexOf(':'))
}

/** A wrapper says the same as what it wraps; the inner one is the label. */
function repeatsOnlyKid(node: Seen, text: string): boolean {
  return node.kids.some((kid) => typeof kid !== 'string' && isLabelText(kid) && labelText(kid) === text)
}

function addField(fields: Map<string, FieldSpot[]>, node: Seen): void {
  const { element } = node
  const add = (text: string | null | undefined, relation: FieldSpot['relation']) => {
    if (text) put(fields, text, { node, relation })
  }
  add(byIds(element, 'aria-labelledby'), 'aria-label')
  add(element.getAttribute('aria-label'), 'aria-label')
  for (const label of (element as HTMLInputElement).labels ?? []) add(labelWithoutFields(label), 'for')
  // Looking for a legend walks the page, so it is done only for fields that nothing else names.
  if (!element.hasAttribute('aria-label') && ((element as HTMLInputElement).labels ?? []).length === 0) add(legendOf(element), 'legend')
  add(element.getAttribute('placeholder'), 'placeholder')
  add(element.getAttribute('title'), 'title')
}

const LEGEND_CLIMB = 5

/** The legend of the smallest box that holds this field and no other. Outlined fields keep it in a decoration beside the field. */
function legendOf(element: Element): string | null {
  let box = element.parentElement
  for (let up = 0; box && up < LEGEND_CLIMB; up += 1) {
    const fields = [...box.querySelectorAll('input:not([type=hidden]),select,textarea')]
    if (fields.length > 1) return null
    const legend = box.querySelector('legend')
    if (legend) return labelWithoutFields(legend)
    box = box.parentElement
  }
  return null
}

const CONTAINERS = new Set([
  'NAV',
  'MAIN',
  'SECTION',
  'TABLE',
  'FORM',
  'ASIDE',
  'UL',
  'OL',
  'HEADER',
  'FOOTER',
  'DIALOG',
  'BODY',
  'BUTTON',
  'A',
  'IFRAME',
])
const CONTAINER_ROLES = new Set([
  'region',
  'navigation',
  'grid',
  'table',
  'list',
  'dialog',
  'button',
  'link',
  'row',
  'rowgroup',
  'tabpanel',
  'tablist',
  'main',
  'columnheader',
  'toolbar',
])

function addNames(named: Map<string, NamedSpot[]>, node: Seen): void {
  const { element } = node
  if (CONTAINERS.has(element.tagName) || CONTAINER_ROLES.has(element.getAttribute('role') ?? '')) return
  const label = element.getAttribute('aria-label')
  const title = element.getAttribute('title')
  if (label) put(named, label, { node, relation: 'aria-label' })
  if (title) put(named, title, { node, relation: 'title' })
}
