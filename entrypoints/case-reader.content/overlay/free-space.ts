import { askPage } from '#utils/page/ask-page.ts'
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

/** Something of the page: to press, to read or neither, and where it lies. */
interface Found {
  readonly kind: 'save' | 'control' | 'content' | 'free'
  readonly boxes: readonly Box[]
}

type Look = (x: number, y: number) => Found

/**
 * The page is asked at the points of one lattice over the window, each once in a pass: places that are tried overlap, and
 * asking the browser what lies at a point is what costs. What is found is then compared by its own box, so nothing hangs
 * on where the points lie but that no control is smaller than the lattice.
 */
const LATTICE = 12
/** Opened cards are large: every second line will do. */
const COARSE = 2 * LATTICE
/** A few points far apart tell of most places that they are taken; only what passes is looked at closely. */
const SIEVE = [4 * LATTICE, LATTICE] as const
const WEIGHT = { save: 1000, control: 5, content: 1 } as const
const PICTURES = 'img, svg, canvas, video, picture'
const FREE: Found = { kind: 'free', boxes: [] }

export function createSpaceProbe(document: Document, self: Element): SpaceProbe {
  const disabled = disabledControls(document)
  const look = createLook(document, self)
  const none = (box: Box, refused: ReadonlySet<Found['kind']>): boolean => {
    if (disabled.some((control) => overlaps(control, box))) return false
    return SIEVE.every((step) =>
      lines(box.top, bottom(box), step).every((y) => lines(box.left, right(box), step).every((x) => !liesUnder(look(x, y), box, refused))),
    )
  }
  const anything = new Set(['save', 'control', 'content'] as const)
  const pressable = new Set(['save', 'control'] as const)
  return {
    isFree: (box) => none(box, anything),
    hasNoControl: (box) => none(box, pressable),
    cost: (box) => costOf(box, look, disabled),
  }
}

function liesUnder({ kind, boxes }: Found, box: Box, kinds: ReadonlySet<Found['kind']>): boolean {
  return kinds.has(kind) && boxes.some((one) => overlaps(one, box))
}

/** A control counts once; what is to be read counts by its area. */
function costOf(box: Box, look: Look, disabled: readonly Box[]): { saves: number; total: number } {
  const pressed = new Set<Found>()
  let content = 0
  for (const y of lines(box.top, bottom(box), COARSE)) {
    for (const x of lines(box.left, right(box), COARSE)) {
      const found = look(x, y)
      if (found.kind === 'free' || !found.boxes.some((one) => overlaps(one, box))) continue
      if (found.kind === 'content') content += WEIGHT.content
      else pressed.add(found)
    }
  }
  const saves = [...pressed].filter(({ kind }) => kind === 'save').length + disabled.filter((control) => overlaps(control, box)).length
  return { saves, total: saves * WEIGHT.save + pressed.size * WEIGHT.control + content }
}

/** What lies at a point; each point and each element is looked at once. */
function createLook(document: Document, self: Element): Look {
  const points = new Map<number, Found>()
  const elements = new Map<Element, Found>()
  const controls = new Map<Element, Found>()
  const judge = (element: Element): Found => {
    const control = controlOf(element)
    if (control) return remember(controls, control, () => ({ kind: isSaveControl(control) ? 'save' : 'control', boxes: [boxOf(control)] }))
    if (element.matches(PICTURES)) return { kind: 'content', boxes: [boxOf(element)] }
    const boxes = textBoxes(element)
    return boxes.length > 0 ? { kind: 'content', boxes } : FREE
  }
  return (x, y) =>
    remember(points, y * 100_000 + x, () => {
      const element = hostElementAt(document, { x, y }, self)
      return element ? remember(elements, element, () => judge(element)) : FREE
    })
}

/** The lattice's lines that cross a stretch, and the next one on each side, so that nothing at an edge is missed. */
function lines(from: number, to: number, step: number): readonly number[] {
  const first = Math.max(0, Math.floor(from / step))
  const last = Math.ceil(to / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

/** A disabled button often takes no part in hit testing, but it is one that will be needed in a moment. */
function disabledControls(document: Document): readonly Box[] {
  const now = performance.now()
  const known = disabledFound.get(document)
  const found = known && now - known.at < DISABLED_FRESH_MS ? known.controls : queryDisabled(document)
  if (found !== known?.controls) disabledFound.set(document, { at: now, controls: found })
  return found.map(boxOf).filter((box) => box.width > 0 && box.height > 0)
}

const DISABLED_FRESH_MS = 600
const disabledFound = new WeakMap<Document, { readonly at: number; readonly controls: readonly Element[] }>()

function queryDisabled(document: Document): readonly Element[] {
  return askPage(document.body)(document.body, 'button:disabled, input:disabled, [aria-disabled="true"]').slice(0, 500)
}

/** The boxes of an element's own lines of text. */
function textBoxes(element: Element): readonly Box[] {
  const texts = [...element.childNodes].filter((node) => node.nodeType === node.TEXT_NODE && node.nodeValue?.trim())
  return texts.flatMap((node) => {
    const range = element.ownerDocument.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  })
}

function remember<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const old = known.get(key)
  if (old !== undefined) return old
  const found = find()
  known.set(key, found)
  return found
}
