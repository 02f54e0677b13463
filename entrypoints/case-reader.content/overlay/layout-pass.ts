import type { SlotName } from '#components/overlay/overlay-model.ts'
import { isInSight, textEndOf } from './anchor-sight.ts'
import { createSpaceProbe, type SpaceProbe } from './free-space.ts'
import { boxAt, boxOf, viewportOf, type Box, type Point, type Size } from './geometry.ts'
import { placeBar, type BarWidth } from './place-bar.ts'
import { placeCard, placeChip, placeMarker } from './place-beside.ts'

/** A card with a worse score than this is tried lower too; being low costs this much. */
const POOR_SCORE = 60
const LOW_PENALTY = 30

/** A part of the overlay that has been placed. */
export interface Placed {
  readonly element: HTMLElement
  /** Where it was put, in the coordinates of its origin (page or window). */
  at: Point | null
  /** When it last was put somewhere else. */
  movedAt: number
}

export interface LayoutInput {
  readonly document: Document
  readonly host: HTMLElement
  readonly slots: ReadonlyMap<SlotName, Placed>
  readonly header: Element | null
  readonly anchorOf: (spot: string) => Element | null
  readonly now: () => number
}

/** What one pass shares: where the window is, where our layer begins, and what lies under what. */
interface Pass extends LayoutInput {
  readonly viewport: Box
  readonly origin: Point
  readonly probe: SpaceProbe
  readonly taken: Box[]
}

/** Places every part anew: the bar first, then what is open, then markers in the room that is left. */
export function layOut(input: LayoutInput): void {
  const origin = input.host.getBoundingClientRect()
  const pass: Pass = { ...input, viewport: viewportOf(input.document), origin: { x: origin.left, y: origin.top }, probe: createSpaceProbe(input.document, input.host), taken: [] }
  layOutBar(pass)
  for (const name of ['list', 'card'] as const) layOutBeside(pass, name)
  layOutChip(pass)
  for (const [name, placed] of input.slots) {
    if (name.startsWith('marker:')) layOutMarker(pass, placed, input.anchorOf(name.slice('marker:'.length)))
  }
}

/** Moves what stands beside an element along with it, without looking for a better place: cheap enough for each frame. */
export function followAnchors({ slots, anchorOf, host }: LayoutInput, offsets: ReadonlyMap<Placed, Point>): void {
  const origin = host.getBoundingClientRect()
  const moves = [...slots].flatMap(([name, placed]) => {
    const offset = offsets.get(placed)
    const anchor = offset && name.startsWith('marker:') ? anchorOf(name.slice('marker:'.length)) : null
    if (!offset || !anchor?.isConnected) return []
    const box = boxOf(anchor)
    return [{ placed, at: { x: box.left + offset.x - origin.left, y: box.top + offset.y - origin.top } }]
  })
  // All reading first, then all writing: one layout of the page for each frame.
  for (const { placed, at } of moves) write(placed.element, at)
}

function layOutBar(pass: Pass): void {
  const bar = pass.slots.get('bar')
  if (!bar) return
  const { element } = bar
  const measure = (width: BarWidth) => {
    element.dataset['width'] = width
    return sizeOf(element)
  }
  const header = pass.header?.isConnected ? boxOf(pass.header) : null
  const place = placeBar({ header, viewport: pass.viewport, probe: pass.probe, measure: remember(measure) })
  measure(place?.width ?? 'badge')
  element.toggleAttribute('data-fixed', place?.docked === true)
  settle(pass, bar, place && { at: place.at, fixed: place.docked })
}

function layOutBeside(pass: Pass, name: 'list' | 'card'): void {
  const placed = pass.slots.get(name)
  if (!placed) return
  const { element } = placed
  const beside = anchorBoxes(pass, element.dataset['anchor'] ?? 'bar')
  if (!beside) return settle(pass, placed, null)
  const find = (low: boolean) => {
    element.toggleAttribute('data-low', low)
    return placeCard({ ...beside, viewport: pass.viewport, probe: pass.probe, size: sizeOf(element) })
  }
  const tall = find(false)
  // Rather a lower card that scrolls than one far away or on a button somebody needs.
  const low = tall.score > POOR_SCORE ? find(true) : null
  const best = low && low.score + LOW_PENALTY < tall.score ? low : tall
  element.toggleAttribute('data-low', best === low)
  settle(pass, placed, { at: best.at, fixed: false })
  // A marker stays where it is when something opened lies over it.
  pass.taken.pop()
}

/** Beside its field or row, else at the bar; where both would hide something of the page, it waits in the bar. */
function layOutChip(pass: Pass): void {
  const placed = pass.slots.get('chip')
  if (!placed) return
  const { element } = placed
  const size = sizeOf(element)
  const anchors = [anchorBoxes(pass, element.dataset['anchor'] ?? 'bar'), anchorBoxes(pass, 'bar')].filter((boxes) => boxes !== null)
  const at = anchors.map((boxes) => placeChip({ ...boxes, viewport: pass.viewport, probe: pass.probe, size })).find((point) => point !== null)
  settle(pass, placed, at ? { at, fixed: false } : null)
}

function layOutMarker(pass: Pass, placed: Placed, anchor: Element | null): void {
  if (!anchor || !isInSight(anchor, pass.viewport, pass.host)) return settle(pass, placed, null)
  const at = placeMarker({ anchor: boxOf(anchor), textEnd: textEndOf(anchor), viewport: pass.viewport, probe: pass.probe, size: sizeOf(placed.element), taken: pass.taken })
  settle(pass, placed, at && { at, fixed: false })
}

/** What a part opens from (a marker, or the bar) and what it is about. */
function anchorBoxes({ slots, anchorOf, viewport, host }: Pass, anchor: string): { anchor: Box; keep: Box } | null {
  const found = anchor === 'bar' ? null : anchorOf(anchor)
  if (found && isInSight(found, viewport, host)) {
    const marker = slots.get(`marker:${anchor}`)
    return { anchor: boxOf(marker?.at ? marker.element : found), keep: boxOf(found) }
  }
  const bar = slots.get('bar')
  if (!bar?.at) return null
  const box = boxOf(bar.element)
  return { anchor: box, keep: box }
}

function sizeOf({ offsetWidth, offsetHeight }: HTMLElement): Size {
  return { width: offsetWidth, height: offsetHeight }
}

/** Writes the place and keeps it; a part with no place is taken away, from keyboard and readers too. */
function settle(pass: Pass, placed: Placed, place: { readonly at: Point; readonly fixed: boolean } | null): void {
  const { element } = placed
  element.toggleAttribute('data-away', place === null)
  if (!place) {
    placed.at = null
    return
  }
  const origin = place.fixed ? { x: 0, y: 0 } : pass.origin
  const at = { x: place.at.x - origin.x, y: place.at.y - origin.y }
  if (!placed.at || Math.hypot(at.x - placed.at.x, at.y - placed.at.y) > 4) placed.movedAt = pass.now()
  placed.at = at
  write(element, at)
  pass.taken.push(boxAt(place.at, { width: element.offsetWidth, height: element.offsetHeight }))
}

function write(element: HTMLElement, at: Point): void {
  const value = `${Math.round(at.x)}px ${Math.round(at.y)}px`
  if (element.style.translate !== value) element.style.translate = value
}

function remember<T>(measure: (width: BarWidth) => T): (width: BarWidth) => T {
  const known = new Map<BarWidth, T>()
  return (width) => {
    const size = known.get(width) ?? measure(width)
    known.set(width, size)
    return size
  }
}
