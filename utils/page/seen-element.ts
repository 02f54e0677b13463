import { isMarkedHidden } from './visible.ts'

/**
 * Whether one element is seen, given that its parent is. Asked tens of thousands of times on a long list, so what costs
 * layout and style (cut away, moved off, squeezed) is asked once for all elements that look alike: same tag, classes and
 * style in a parent of the same classes. Whether it is displayed at all is asked of each.
 */
const VISIBILITY: CheckVisibilityOptions = { opacityProperty: true, visibilityProperty: true }

let likes = new Map<string, boolean>()
let cells = new Map<string, boolean>()

/** A new reading asks anew. */
export function forgetLikes(): void {
  likes = new Map()
  cells = new Map()
}

export function isSeen(element: Element): boolean {
  if (isMarkedHidden(element)) return false
  if (typeof element.checkVisibility === 'function' && !element.checkVisibility(VISIBILITY)) return isTransparentLayout(element)
  if (element.firstChild === null || element.hasAttribute('id')) return !isSqueezed(element)
  const key = likeness(element)
  const known = likes.get(key)
  if (known !== undefined) return known
  const seen = !isSqueezed(element)
  likes.set(key, seen)
  return seen
}

/** For the cells of a long list, whose rows have been asked one by one: one answer for all that look alike. */
export function isSeenCell(element: Element): boolean {
  if (isMarkedHidden(element)) return false
  const key = likeness(element)
  const known = cells.get(key)
  // What is empty says nothing of the others.
  if (known !== undefined && element.firstChild !== null) return known
  const seen = isSeen(element)
  if (element.firstChild !== null) cells.set(key, seen)
  return seen
}

function likeness(element: Element): string {
  const parent = element.parentElement
  return `${element.tagName}|${element.getAttribute('class') ?? ''}|${element.getAttribute('style') ?? ''}|${parent?.tagName ?? ''}|${parent?.getAttribute('class') ?? ''}|${parent?.getAttribute('style') ?? ''}`
}

/** `display: contents` has no box of its own, but its children are seen. */
function isTransparentLayout(element: Element): boolean {
  return styleOf(element)?.display === 'contents'
}

function styleOf(element: Element): CSSStyleDeclaration | null {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null
}

const BOXLESS = new Set(['BODY', 'BR', 'WBR'])

/** One pixel, off the page, or outside a parent that cuts off what does not fit. */
function isSqueezed(element: Element): boolean {
  const style = styleOf(element)
  if (!style || BOXLESS.has(element.tagName)) return false
  const box = element.getBoundingClientRect()
  if (box.width === 0 && box.height === 0) return isEmptyBoxHidden(element, style)
  return isDot(box) || isCutAway(style) || isMovedOff(element, box) || isCutOff(element, box)
}

function isDot(box: DOMRect): boolean {
  return box.width <= 1 && box.height <= 1
}

function isMovedOff({ ownerDocument: { defaultView: view } }: Element, box: DOMRect): boolean {
  return view !== null && (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0)
}

/** Cut away by its own clip, or written in nothing, as copies for screen readers and traps are. */
function isCutAway({ clip, clipPath, fontSize, color }: CSSStyleDeclaration): boolean {
  return (
    /^rect\((?:0px, 0px, 0px, 0px|1px, 1px, 1px, 1px)\)$/u.test(clip) ||
    /^inset\((?:50|100)%/u.test(clipPath) ||
    fontSize === '0px' ||
    /^rgba\(.*, 0\)$/u.test(color)
  )
}

/** Without layout, or for an empty or `contents` element, an empty box says nothing. */
function isEmptyBoxHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (!hasLayout(element.ownerDocument) || (element.textContent ?? '').trim() === '' || style.display === 'contents') return false
  return style.overflow !== 'visible' || style.fontSize === '0px' || style.transform !== 'none'
}

const layouts = new WeakMap<Document, boolean>()

function hasLayout(document: Document): boolean {
  const known = layouts.get(document)
  if (known !== undefined) return known
  const has = document.documentElement.getBoundingClientRect().width > 0
  layouts.set(document, has)
  return has
}

function isCutOff(element: Element, box: DOMRect): boolean {
  const parent = element.parentElement
  if (!parent || parent === element.ownerDocument.body) return false
  const frame = parent.getBoundingClientRect()
  const beside = box.right <= frame.left || box.left >= frame.right
  const aboveOrBelow = box.bottom <= frame.top || box.top >= frame.bottom
  return (beside && cuts(styleOf(parent)?.overflowX)) || (aboveOrBelow && cuts(styleOf(parent)?.overflowY))
}

function cuts(overflow: string | undefined): boolean {
  return overflow === 'hidden' || overflow === 'clip'
}
