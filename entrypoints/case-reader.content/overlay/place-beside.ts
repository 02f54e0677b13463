import { bottom, boxAt, clampInto, isInside, overlaps, right, type Box, type Point, type Size } from './geometry.ts'
import type { SpaceProbe } from './free-space.ts'

/** So many of a card's points lie right beside its anchor. */
const BESIDE_POINTS = 6

export interface CardSurroundings {
  /** What it opens from: the marker, or the bar. */
  readonly anchor: Box
  /** The field or row it is about, to be kept in sight. */
  readonly keep: Box
  readonly viewport: Box
  readonly probe: SpaceProbe
  readonly size: Size
}

const GAP = 8
/** How far sideways places under and over an anchor are tried. */
const SLIDES = 7
const SLIDE = 60

export interface CardPlace {
  readonly at: Point
  /** How many saving buttons it would hide. */
  readonly saves: number
  readonly score: number
}

/** The best place for an opened card near its anchor: off saving buttons, not on what it is about, near before tidy. */
export function placeCard({ anchor, keep, viewport, probe, size }: CardSurroundings): CardPlace {
  const ranked = cardPoints({ anchor, keep, viewport, size }).map((point) => {
    const at = clampInto(point, size, viewport)
    const box = boxAt(at, size)
    const { saves, total } = probe.cost(box)
    return { at, saves, score: total / 4 + distance(box, anchor) / 4 + (overlaps(box, anchor) ? 400 : 0) + (overlaps(box, keep) ? 100 : 0) }
  })
  return ranked.reduce((least, one) => (one.score < least.score ? one : least))
}

/** From the anchor's beginning to the box's nearest corner on that side. */
function distance(box: Box, anchor: Box): number {
  const aside = Math.min(Math.abs(box.left - anchor.left), Math.abs(right(box) - right(anchor)), Math.abs(box.left - right(anchor)))
  const along = Math.min(Math.abs(box.top - bottom(anchor)), Math.abs(bottom(box) - anchor.top), Math.abs(box.top - anchor.top))
  return aside + along
}

function cardPoints({ anchor, keep, viewport, size }: Omit<CardSurroundings, 'probe'>): readonly [Point, ...Point[]] {
  const below = Math.max(bottom(anchor), bottom(keep)) + GAP
  const above = Math.min(anchor.top, keep.top) - size.height - GAP
  const far = right(anchor) - size.width
  const slides = Array.from({ length: SLIDES }, (_, index) => (index + 1) * SLIDE)
  return [
    { x: anchor.left, y: below },
    { x: far, y: below },
    { x: anchor.left, y: above },
    { x: far, y: above },
    { x: right(anchor) + GAP, y: anchor.top - GAP },
    { x: anchor.left - size.width - GAP, y: anchor.top - GAP },
    ...[below, above, anchor.top - GAP].flatMap((y) =>
      slides.flatMap((by) => [
        { x: anchor.left - by, y },
        { x: far + by, y },
      ]),
    ),
    { x: right(viewport), y: viewport.top },
    { x: right(viewport), y: bottom(viewport) },
    { x: viewport.left, y: viewport.top },
    { x: viewport.left, y: bottom(viewport) },
  ]
}

/** A place for what opens by itself: beside an anchor, and only where it hides nothing at all. */
export function placeChip({ probe, ...around }: CardSurroundings): Point | null {
  const { anchor, viewport, size } = around
  return (
    cardPoints(around)
      .slice(0, BESIDE_POINTS)
      .map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
      .find((at) => {
        const box = boxAt(at, size)
        return isInside(box, viewport) && !overlaps(box, anchor) && probe.isFree(box)
      }) ?? null
  )
}

export interface MarkerSurroundings {
  readonly anchor: Box
  /** Where the anchor's text ends, if it has text. */
  readonly textEnd: Point | null
  readonly viewport: Box
  readonly probe: SpaceProbe
  readonly size: Size
  /** Markers that stand already. */
  readonly taken: readonly Box[]
}

/** A free place beside a field or row, or `null`: a marker that would hide something is not shown, the bar still has it. */
export function placeMarker({ anchor, textEnd, viewport, probe, size, taken }: MarkerSurroundings): Point | null {
  const middle = anchor.top + (anchor.height - size.height) / 2
  const points: readonly Point[] = [
    ...(textEnd ? [{ x: textEnd.x + 6, y: textEnd.y - size.height / 2 }] : []),
    { x: right(anchor) - size.width - 4, y: middle },
    { x: right(anchor) + 4, y: middle },
    { x: anchor.left - size.width - 4, y: middle },
    { x: right(anchor) - size.width, y: anchor.top - size.height - 2 },
    { x: anchor.left, y: bottom(anchor) + 2 },
  ]
  return (
    points
      .map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
      .find((at) => {
        const box = boxAt(at, size)
        return isInside(box, viewport) && !taken.some((other) => overlaps(other, box)) && probe.isFree(box)
      }) ?? null
  )
}
