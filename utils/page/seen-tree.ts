import { cleanText } from './labels.ts'
import { isSeen } from './seen-element.ts'

/**
 * The visible page as a tree, made in one pass from the top down: hidden copies, forbidden parts, scripts and our own
 * host are simply not in it, and open shadow roots are part of it. All label reading works on this tree.
 */
export interface Seen {
  readonly element: Element
  readonly parent: Seen | null
  readonly kids: (Seen | string)[]
  /** Text of the node without fields and buttons, or `null` when it is longer than a label can be. */
  label: string | null
}

export interface SeenPage {
  readonly root: Seen
  readonly byElement: ReadonlyMap<Element, Seen>
}

export interface SeenOptions {
  readonly forbidden: ReadonlySet<Element>
  /** Long lists, read by their own code: they are leaves here. */
  readonly closed: ReadonlySet<Element>
  readonly frames: ReadonlySet<Element>
}

export const MAX_LABEL = 120
/** Say nothing themselves; a `wbr` only says where a word may break. */
const SILENT = new Set([
  'WBR',
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'META',
  'LINK',
  'HEAD',
  'OPTION',
  'DATALIST',
  'CANVAS',
  'OBJECT',
  'EMBED',
  'VIDEO',
  'AUDIO',
])

/** Builds the tree below `top`. Yields now and then, for the caller to let the page breathe. */
export function* seeTree(top: Element, options: SeenOptions): Generator<void, SeenPage> {
  const byElement = new Map<Element, Seen>()
  const root: Seen = { element: top, parent: null, kids: [], label: null }
  byElement.set(top, root)
  const open: Seen[] = [root]
  let sinceBreath = 0
  for (let node = open.pop(); node; node = open.pop()) {
    const below = childrenSeen(node, options, byElement)
    for (let at = below.length - 1; at >= 0; at -= 1) {
      const kid = below[at]
      if (kid) open.push(kid)
    }
    sinceBreath += below.length + 1
    if (sinceBreath > 200) {
      sinceBreath = 0
      yield
    }
  }
  setLabels(byElement)
  return { root, byElement }
}

function childrenSeen(node: Seen, options: SeenOptions, byElement: Map<Element, Seen>): Seen[] {
  if (options.closed.has(node.element)) return []
  const below: Seen[] = []
  for (const child of composedChildren(node.element, options.frames)) {
    if (child.nodeType === 3) addText(node, child.nodeValue ?? '')
    else if (child.nodeType === 1) {
      const element = child as Element
      if (SILENT.has(element.tagName) || options.forbidden.has(element) || !isSeen(element)) continue
      const kid: Seen = { element, parent: node, kids: [], label: null }
      node.kids.push(kid)
      byElement.set(element, kid)
      below.push(kid)
    }
  }
  return below
}

/** Split text nodes are one text to a reader. */
function addText(node: Seen, text: string): void {
  const last = node.kids.length - 1
  const before = node.kids[last]
  if (typeof before === 'string') node.kids[last] = before + text
  else node.kids.push(text)
}

/** Children as rendered: of the open shadow root instead of the light tree, what is slotted instead of the slot. */
export function composedChildren(element: Element, frames?: ReadonlySet<Element>): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes
  if (element.tagName === 'SLOT') {
    const given = (element as HTMLSlotElement).assignedNodes({ flatten: true })
    return given.length > 0 ? given : element.childNodes
  }
  if (element.tagName === 'IFRAME') return frameBody(element, frames)
  return element.childNodes
}

function frameBody(frame: Element, frames?: ReadonlySet<Element>): Iterable<Node> {
  if (!frames?.has(frame)) return []
  try {
    const body = (frame as HTMLIFrameElement).contentDocument?.body
    return body ? [body] : []
  } catch {
    return []
  }
}

/** Sets `label` from the leaves up. Insertion order of the map is top down, so reversed it is bottom up. */
function setLabels(byElement: ReadonlyMap<Element, Seen>): void {
  for (const node of [...byElement.values()].reverse()) node.label = labelOf(node)
}

const NO_LABEL_TEXT = new Set(['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'SVG', 'svg'])

function labelOf(node: Seen): string | null {
  let text = ''
  for (const kid of node.kids) {
    if (typeof kid === 'string') text += kid
    else if (isLabelText(kid)) {
      if (kid.label === null) return null
      text += isInline(kid) ? kid.label : ` ${kid.label} `
    }
    if (text.length > MAX_LABEL * 4) return null
  }
  // A leading or trailing space of inline text separates it from its neighbours, so it stays.
  const clean = text.replace(/\s+/gu, ' ')
  return clean.length > MAX_LABEL ? null : clean
}

export function isLabelText(kid: Seen): boolean {
  return !NO_LABEL_TEXT.has(kid.element.tagName) && kid.element.getAttribute('role') !== 'button'
}

const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'CITE',
  'CODE',
  'EM',
  'FONT',
  'I',
  'LABEL',
  'MARK',
  'Q',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
  'WBR',
])

export function isInline(node: Seen): boolean {
  return INLINE.has(node.element.tagName)
}

/** The node's label text as compared. */
export function labelText(node: Seen): string {
  return node.label === null ? '' : cleanText(node.label)
}
