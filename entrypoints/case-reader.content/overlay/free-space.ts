import { bottom, overlaps, right, type Box } from './geometry.ts'
import { controlOf, hostElementAt, isSaveControl, type Under } from './host-control.ts'

/** Looks at what of the page lies under a part of the viewport. Made anew for each pass: it remembers what it has seen. */
export interface SpaceProbe {
  /** Nothing to press and nothing to read there. */
  isFree(box: Box): boolean
  /** Nothing to press there. */
  hasNoControl(box: Box): boolean
  /** How much a box would hide; saving buttons weigh most. */
  cost(box: Box): { readonly saves: number; readonly total: number }
}

const FINE_STEP = 12
/** Points of one lattice over the window, so that boxes that overlap share what has been looked up. */
const LATTICE = 20
const WEIGHT: Readonly<Record<Under, number>> = { save: 1000, control: 2, content: 1, free: 0 }
const PICTURES = 'img, svg, canvas, video, picture'

export function createSpaceProbe(document: Document, self: Element): SpaceProbe {
  const textBoxes = new Map<Element, readonly Box[]>()
  const disabled = disabledControls(document)
  const lattice = new Map<string, Under>()
  const atLattice = (x: number, y: number): Under => {
    const key = `${x},${y}`
    const found = lattice.get(key) ?? under(x, y, { left: x - LATTICE / 2, top: y - LATTICE / 2, width: LATTICE, height: LATTICE })
    lattice.set(key, found)
    return found
  }
  const under = (x: number, y: number, box: Box): Under => {
    const element = hostElementAt(document, { x, y }, self)
    if (!element) return 'free'
    const control = controlOf(element)
    if (control) return isSaveControl(control) ? 'save' : 'control'
    if (element.matches(PICTURES)) return 'content'
    return boxesOfText(element, textBoxes).some((text) => overlaps(text, box)) ? 'content' : 'free'
  }
  const scan = (box: Box, visit: (found: Under) => boolean): void => {
    for (const y of samples(box.top, bottom(box))) {
      for (const x of samples(box.left, right(box))) if (!visit(under(x, y, box))) return
    }
  }
  const none = (box: Box, refused: readonly Under[]): boolean => {
    if (disabled.some((control) => overlaps(control, box))) return false
    let ok = true
    scan(box, (found) => (ok = !refused.includes(found)))
    return ok
  }
  return {
    isFree: (box) => none(box, ['save', 'control', 'content']),
    hasNoControl: (box) => none(box, ['save', 'control']),
    cost: (box) => {
      let saves = disabled.filter((control) => overlaps(control, box)).length
      let total = saves * WEIGHT.save
      for (const y of latticeLines(box.top, bottom(box))) {
        for (const x of latticeLines(box.left, right(box))) {
          const found = atLattice(x, y)
          if (found === 'save') saves += 1
          total += WEIGHT[found]
        }
      }
      return { saves, total }
    },
  }
}

/** The lattice's lines that cross a stretch, and the next one on each side: what lies at an edge counts too. */
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
    .map((control) => control.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0)
}

function boxesOfText(element: Element, seen: Map<Element, readonly Box[]>): readonly Box[] {
  const known = seen.get(element)
  if (known) return known
  const boxes = [...element.childNodes].filter((node) => node.nodeType === node.TEXT_NODE && node.nodeValue?.trim()).flatMap((node) => {
    const range = element.ownerDocument.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  })
  seen.set(element, boxes)
  return boxes
}
