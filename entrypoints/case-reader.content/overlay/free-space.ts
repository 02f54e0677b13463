import { bottom, boxOf, overlaps, right, type Box } from './geometry.ts'
import { controlOf, hostElementAt, isSaveControl } from './host-control.ts'

/** Looks at what of the page lies under a part of the window. Made anew for each pass: it remembers what it has seen. */
export interface SpaceProbe {
  /** Nothing to press and nothing to read there. */
  isFree(box: Box): boolean
  /** Nothing to press there. */
  hasNoControl(box: Box): boolean
  /** How much a box would hide: how many saving buttons, and all in all. */
  cost(box: Box): { readonly saves: number; readonly total: number }
}

/** What lies under a point: something to press, with its box, something to read, or nothing. */
interface Found {
  readonly kind: 'save' | 'control' | 'content' | 'free'
  readonly box: Box | null
}

const FINE_STEP = 12
/** Points of one lattice over the window, so that boxes that overlap share what has been looked up. */
const LATTICE = 20
const WEIGHT = { save: 1000, control: 5, content: 1 } as const
const PICTURES = 'img, svg, canvas, video, picture'
const FREE: Found = { kind: 'free', box: null }
const CONTENT: Found = { kind: 'content', box: null }

export function createSpaceProbe(document: Document, self: Element): SpaceProbe {
  const controls = new Map<Element, Found>()
  const lattice = new Map<string, Found>()
  const textIn = createTextLookup()
  const disabled = disabledControls(document)

  const foundAt = (x: number, y: number, box: Box): Found => {
    const element = hostElementAt(document, { x, y }, self)
    if (!element) return FREE
    const control = controlOf(element)
    if (control) return remember(controls, control, () => ({ kind: isSaveControl(control) ? 'save' : 'control', box: boxOf(control) }))
    return element.matches(PICTURES) || textIn(element).some((text) => overlaps(text, box)) ? CONTENT : FREE
  }
  const atLattice = (x: number, y: number): Found =>
    remember(lattice, `${x},${y}`, () => foundAt(x, y, { left: x - LATTICE / 2, top: y - LATTICE / 2, width: LATTICE, height: LATTICE }))

  const none = (box: Box, refused: ReadonlySet<Found['kind']>): boolean =>
    !disabled.some((control) => overlaps(control, box))
    && samples(box.top, bottom(box)).every((y) => samples(box.left, right(box)).every((x) => !refused.has(foundAt(x, y, box).kind)))
  return {
    isFree: (box) => none(box, new Set(['save', 'control', 'content'])),
    hasNoControl: (box) => none(box, new Set(['save', 'control'])),
    cost: (box) => costOf(box, atLattice, disabled),
  }
}

/** A control counts once, and only if it really lies under the box; what is to be read counts by its area. */
function costOf(box: Box, atLattice: (x: number, y: number) => Found, disabled: readonly Box[]): { saves: number; total: number } {
  const pressed = new Set<Found>()
  let content = 0
  for (const y of latticeLines(box.top, bottom(box))) {
    for (const x of latticeLines(box.left, right(box))) {
      const found = atLattice(x, y)
      if (found.box && overlaps(found.box, box)) pressed.add(found)
      else if (found.kind === 'content') content += WEIGHT.content
    }
  }
  const saves = [...pressed].filter(({ kind }) => kind === 'save').length + disabled.filter((control) => overlaps(control, box)).length
  return { saves, total: saves * WEIGHT.save + pressed.size * WEIGHT.control + content }
}

/** The lattice's lines that cross a stretch, and the next one on each side, so that nothing at an edge is missed. */
function latticeLines(from: number, to: number): readonly number[] {
  const first = Math.max(0, Math.floor(from / LATTICE))
  const last = Math.ceil(to / LATTICE)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * LATTICE)
}

/** Both edges and points between them no further apart than a fine step. */
function samples(from: number, to: number): readonly number[] {
  const inner = Math.max(1, Math.ceil((to - from) / FINE_STEP))
  return Array.from({ length: inner + 1 }, (_, index) => Math.min(from + (index * (to - from)) / inner, to - 1))
}

/** A disabled button often takes no part in hit testing, but it is one that will be needed in a moment. */
function disabledControls(document: Document): readonly Box[] {
  return [...document.querySelectorAll('button:disabled, input:disabled, [aria-disabled="true"]')].slice(0, 500)
    .map(boxOf).filter((box) => box.width > 0 && box.height > 0)
}

/** The boxes of an element's own lines of text. */
function createTextLookup(): (element: Element) => readonly Box[] {
  const known = new Map<Element, readonly Box[]>()
  return (element) => remember(known, element, () => {
    const texts = [...element.childNodes].filter((node) => node.nodeType === node.TEXT_NODE && node.nodeValue?.trim())
    return texts.flatMap((node) => {
      const range = element.ownerDocument.createRange()
      range.selectNodeContents(node)
      return [...range.getClientRects()]
    })
  })
}

function remember<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const old = known.get(key)
  if (old !== undefined) return old
  const found = find()
  known.set(key, found)
  return found
}
