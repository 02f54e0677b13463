/**
 * What a person sees. The reader believes nothing else: hosts keep hidden copies, other citizens' tabs and templates in
 * the page.
 */
const SEEN: CheckVisibilityOptions = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }

/** The attribute our own shadow host carries; nothing below it is the page's. */
export const OWN_HOST = 'data-sagshjaelp'

/** Hidden by what the markup says, without asking for layout. */
export function isMarkedHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    element.hasAttribute('inert') ||
    element.hasAttribute(OWN_HOST)
  )
}

/** Is the element rendered, opaque and inside what can be seen or scrolled to? Costs layout: ask once a part, not once a cell. */
export function isVisible(element: Element): boolean {
  if (!element.isConnected || hasHiddenAncestor(element)) return false
  if (typeof element.checkVisibility === 'function' && !element.checkVisibility(SEEN)) return false
  return !isClipped(element)
}

/** The parent element, out of a shadow root into its host. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return isShadowRoot(root) ? root.host : null
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node
}

function hasHiddenAncestor(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (isMarkedHidden(at)) return true
  return false
}

/** Screen-reader copies (1 px, clipped), boxes moved off the page, boxes squeezed to nothing. */
function isClipped(element: Element): boolean {
  const box = element.getBoundingClientRect()
  const view = element.ownerDocument.defaultView
  if (!view || !hasLayout(element.ownerDocument)) return false
  if (box.width <= 1 && box.height <= 1) return !isContents(element, view)
  if (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0) return true
  return clippedByAncestor(element, box, view)
}

function clippedByAncestor(element: Element, own: DOMRect, view: Window): boolean {
  let box = own
  for (let at: Element | null = element; at && at !== element.ownerDocument.body; at = parentOf(at)) {
    const style = view.getComputedStyle(at)
    if (clipsToNothing(style)) return true
    if (at === element) continue
    // What can be scrolled to can be seen; from there on the scroller's own box counts.
    if (scrolls(style)) box = at.getBoundingClientRect()
    else if (hidesOverflow(style) && isOutside(box, at.getBoundingClientRect())) return true
  }
  return false
}

function scrolls(style: CSSStyleDeclaration): boolean {
  return /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)
}

function clipsToNothing(style: CSSStyleDeclaration): boolean {
  return (
    style.clip === 'rect(0px, 0px, 0px, 0px)' ||
    style.clip === 'rect(1px, 1px, 1px, 1px)' ||
    /^inset\((?:50|100)%\)$/.test(style.clipPath) ||
    style.fontSize === '0px'
  )
}

function hidesOverflow(style: CSSStyleDeclaration): boolean {
  return style.overflowX === 'hidden' || style.overflowX === 'clip' || style.overflowY === 'hidden' || style.overflowY === 'clip'
}

function isOutside(box: DOMRect, frame: DOMRect): boolean {
  return box.right <= frame.left || box.left >= frame.right || box.bottom <= frame.top || box.top >= frame.bottom
}

function isContents(element: Element, view: Window): boolean {
  return view.getComputedStyle(element).display === 'contents'
}

/** A document without layout (a test's) has only empty boxes, which say nothing. */
function hasLayout(document: Document): boolean {
  const box = document.documentElement.getBoundingClientRect()
  return box.width > 0 || box.height > 0
}
