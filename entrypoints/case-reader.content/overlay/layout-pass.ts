import { createSpaceProbe } from './free-space.ts'
import { boxOf, viewportOf, type Point } from './geometry.ts'
import { layOutBar } from './lay-out-bar.ts'
import { layOutChip, layOutMarker, layOutOpened } from './lay-out-beside.ts'
import { write, type LayoutInput, type Pass, type Placed } from './placed.ts'

const MARKER = 'marker:'

/**
 * Places every part anew: the bar first, then what is open, then markers in the room that is left. What speaks up by
 * itself can wait for a moment of rest (`calm`): looking for its place is the dearest, and it is in no hurry.
 */
export function layOut(input: LayoutInput, calm: boolean): void {
  const { left, top } = input.host.getBoundingClientRect()
  const probe = createSpaceProbe(input.document, input.host)
  const pass: Pass = { ...input, viewport: viewportOf(input.document), origin: { x: left, y: top }, probe, taken: [] }
  layOutBar(pass)
  layOutOpened(pass, 'list')
  layOutOpened(pass, 'card')
  if (calm) layOutChip(pass)
  for (const [spot, placed] of markersOf(input)) layOutMarker(pass, placed, input.anchorOf(spot))
}

/** How far each marker stands from the corner of what it belongs to. */
export function offsetsOf(input: LayoutInput): Map<Placed, Point> {
  const offsets = new Map<Placed, Point>()
  for (const [spot, placed] of markersOf(input)) {
    const anchor = placed.at ? input.anchorOf(spot) : null
    if (!anchor) continue
    const [mark, box] = [boxOf(placed.element), boxOf(anchor)]
    offsets.set(placed, { x: mark.left - box.left, y: mark.top - box.top })
  }
  return offsets
}

/** Moves markers along with what they stand beside, without looking for a better place: cheap enough for each frame. */
export function followAnchors(input: LayoutInput, offsets: ReadonlyMap<Placed, Point>): void {
  if (offsets.size === 0) return
  const origin = input.host.getBoundingClientRect()
  const moves = markersOf(input).flatMap(([spot, placed]) => {
    const offset = offsets.get(placed)
    const anchor = offset ? input.anchorOf(spot) : null
    if (!offset || !anchor?.isConnected) return []
    const box = boxOf(anchor)
    return [{ placed, at: { x: box.left + offset.x - origin.left, y: box.top + offset.y - origin.top } }]
  })
  // All reading first, then all writing: one layout of the page for each frame.
  for (const { placed, at } of moves) {
    placed.at = at
    write(placed.element, at)
  }
}

/** Whether something has moved away under the overlay since the last pass. Reads a few rectangles, writes nothing. */
export function driftOf(input: LayoutInput, offsets: ReadonlyMap<Placed, Point>): 'still' | 'moved' | 'lost' {
  if (input.header?.isConnected === false) return 'lost'
  let drift: 'still' | 'moved' = 'still'
  for (const [spot, placed] of markersOf(input)) {
    const anchor = input.anchorOf(spot)
    if (anchor?.isConnected === false) return 'lost'
    const offset = offsets.get(placed)
    if (anchor && offset && hasMoved(placed.element, anchor, offset)) drift = 'moved'
  }
  return drift
}

function hasMoved(mark: Element, anchor: Element, offset: Point): boolean {
  const [at, now] = [boxOf(mark), boxOf(anchor)]
  return Math.hypot(at.left - now.left - offset.x, at.top - now.top - offset.y) > 2
}

function markersOf({ slots }: LayoutInput): readonly (readonly [string, Placed])[] {
  return [...slots].filter(([name]) => name.startsWith(MARKER)).map(([name, placed]) => [name.slice(MARKER.length), placed] as const)
}
