import { isField } from './aria.ts'
import { cleanText } from './labels.ts'
import { isInline } from './seen-tree.ts'
import type { Seen } from './seen-tree.ts'
import type { RawText } from './to-value.ts'

/** What a part of the visible page says: the value of its field, the state of its box, its list items, or its text. */
export function rawOf(node: Seen): RawText {
  const fields = fieldsIn(node)
  if (fields.length > 0) return rawOfFields(fields)
  const ticked = tickedState(node)
  return ticked === null ? rawOfText(node) : { text: '', checked: ticked }
}

function rawOfFields(fields: readonly Element[]): RawText {
  const [only] = fields
  return fields.length === 1 && only ? rawOfField(only) : (rawOfRadios(fields) ?? UNCLEAR)
}

function rawOfText(node: Seen): RawText {
  const text = visibleText(node)
  const items = listItems(node)
  if (items.length > 0) return { text, items }
  if (cleanText(text) !== '') return { text }
  const name = iconName(node)
  return name === null && holdsOther(node) ? UNCLEAR : { text: name ?? '' }
}

const UNCLEAR: RawText = { text: '', unclear: true }
const OTHER = new Set(['BUTTON', 'IMG', 'IFRAME', 'svg', 'CANVAS', 'OBJECT', 'EMBED'])

/** No text, but not empty either: a button that shows the value, a picture of it. */
function holdsOther(node: Seen): boolean {
  return OTHER.has(node.element.tagName) || isControl(node) || node.kids.some((kid) => typeof kid !== 'string' && holdsOther(kid))
}

/** The text of the one button or link in a part. */
export function rawOfControl(node: Seen): RawText {
  const found: Seen[] = []
  const walk = (at: Seen): void => {
    if (isControl(at) || at.element.tagName === 'A') found.push(at)
    else for (const kid of at.kids) if (typeof kid !== 'string') walk(kid)
  }
  walk(node)
  const texts = found.map((control) => cleanText(visibleText(control))).filter((text) => text !== '')
  return texts.length === 1 ? { text: texts[0] ?? '' } : cleanText(visibleText(node)) === '' ? UNCLEAR : rawOf(node)
}

/** The value that a field shows. A password, a colour or a file is none. */
export function rawOfField(element: Element): RawText {
  if (element.tagName === 'SELECT') {
    const { selectedOptions } = element as HTMLSelectElement
    return { text: cleanText(selectedOptions[0]?.textContent ?? '') }
  }
  if (element.tagName === 'TEXTAREA') return { text: (element as HTMLTextAreaElement).value }
  if (element.tagName !== 'INPUT') return { text: (element as HTMLElement).innerText ?? element.textContent ?? '' }
  const input = element as HTMLInputElement
  if (input.type === 'checkbox') return { text: '', checked: input.checked }
  return { text: input.value }
}

function rawOfRadios(fields: readonly Element[]): RawText | null {
  if (!fields.every((field) => field.getAttribute('type') === 'radio')) return null
  const chosen = fields.filter((field) => (field as HTMLInputElement).checked)
  const [only] = chosen
  if (!only) return { text: '' }
  return chosen.length === 1
    ? { text: cleanText([...((only as HTMLInputElement).labels ?? [])][0]?.textContent ?? (only as HTMLInputElement).value) }
    : null
}

function tickedState(node: Seen): boolean | null {
  const element = single(node)
  const role = element.getAttribute('role')
  const state = element.getAttribute('aria-checked')
  return (role === 'checkbox' || role === 'switch') && (state === 'true' || state === 'false') ? state === 'true' : null
}

/** The innermost element when each holds only one. */
function single(node: Seen): Element {
  let at = node
  for (;;) {
    const kids = at.kids.filter((kid) => typeof kid !== 'string' || kid.trim() !== '')
    const [only] = kids
    if (kids.length !== 1 || only === undefined || typeof only === 'string') return at.element
    at = only
  }
}

export function fieldsIn(node: Seen): Element[] {
  if (isField(node.element)) return [node.element]
  return node.kids.flatMap((kid) => (typeof kid === 'string' ? [] : fieldsIn(kid)))
}

function listItems(node: Seen): string[] {
  const items: string[] = []
  const walk = (at: Seen): void => {
    if (at.element.tagName === 'LI' || at.element.getAttribute('role') === 'listitem') items.push(cleanText(visibleText(at)))
    else for (const kid of at.kids) if (typeof kid !== 'string') walk(kid)
  }
  walk(node)
  return items
}

const BREAKS = new Set(['BR', 'HR'])
const PARAGRAPHS = new Set(['P', 'PRE', 'BLOCKQUOTE'])

/** Visible text with a line break where a block begins or ends. Buttons are the page's controls, not its text. */
export function visibleText(node: Seen): string {
  const parts: string[] = []
  collect(node, parts, isPreformatted(node.element))
  return parts
    .join('')
    .replace(/[ \t\f\v]*\n[ \t\f\v]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function collect(node: Seen, parts: string[], preformatted: boolean): void {
  for (const kid of node.kids) {
    if (typeof kid === 'string') parts.push(preformatted ? kid : kid.replace(/[\t\n\f\r ]+/gu, ' '))
    else if (BREAKS.has(kid.element.tagName)) parts.push('\n')
    else if (!isControl(kid)) collectKid(kid, parts, preformatted)
  }
}

function collectKid(kid: Seen, parts: string[], preformatted: boolean): void {
  const inline = isInline(kid)
  if (!inline) parts.push('\n')
  collect(kid, parts, preformatted || (!inline && isPreformatted(kid.element)))
  if (!inline) parts.push(PARAGRAPHS.has(kid.element.tagName) ? '\n' : '\n')
}

function isPreformatted(element: Element): boolean {
  if (element.tagName === 'PRE' || element.tagName === 'TEXTAREA') return true
  const view = element.ownerDocument.defaultView
  return view?.getComputedStyle(element).whiteSpace.startsWith('pre') ?? false
}

export function isControl(node: Seen): boolean {
  const { element } = node
  return element.tagName === 'BUTTON' || element.getAttribute('role') === 'button' || element.tagName === 'svg'
}

/** A status told by an icon or a colour: its tooltip or name. */
export function iconName(node: Seen): string | null {
  const { element } = node
  const own =
    element.getAttribute('aria-label') ?? element.getAttribute('title') ?? (element.tagName === 'IMG' ? element.getAttribute('alt') : null)
  if (own !== null && cleanText(own) !== '') return cleanText(own)
  if (element.tagName === 'svg') return svgTitle(element)
  const names = node.kids.map((kid) => (typeof kid === 'string' ? null : iconName(kid))).filter((name) => name !== null)
  return names.length === 1 ? (names[0] ?? null) : null
}

function svgTitle(element: Element): string | null {
  const title = [...element.children].find((child) => child.tagName.toLowerCase() === 'title')
  return title?.textContent ? cleanText(title.textContent) : null
}
