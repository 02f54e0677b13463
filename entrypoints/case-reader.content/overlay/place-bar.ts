import { boxAt, bottom, isInside, right, type Box, type Point, type Size } from './geometry.ts'
import type { SpaceProbe } from './free-space.ts'

export const BAR_WIDTHS = ['wide', 'middle', 'narrow', 'badge'] as const
/** How much of the bar is shown: three, two or one next actions, or only the dot and a count. */
export type BarWidth = (typeof BAR_WIDTHS)[number]

export interface BarPlace {
  readonly width: BarWidth
  readonly at: Point
  /** It stands at an edge of the window, not at the header. */
  readonly docked: boolean
}

export interface BarSurroundings {
  readonly header: Box | null
  readonly viewport: Box
  readonly probe: SpaceProbe
  /** The bar's size at a width. */
  readonly measure: (width: BarWidth) => Size
}

const GAP = 6
const SWEEP = 48
/** Along the edges of a full page most places are taken, and each asks the browser what lies there: a few are enough to hope for. */
const CORNERS = 240
const HIGH_ROWS = 14
const HIGH_STEP = 18

/**
 * Where the bar can stand without hiding anything: free room in the header, then just under or over it, each time as
 * wide as it can be; at last as a badge at an edge of the window. `null` when it would lie on something to press everywhere.
 */
export function placeBar(around: BarSurroundings): BarPlace | null {
  return placeAtHeader(around) ?? placeDocked(around)
}

function placeAtHeader({ header, viewport, probe, measure }: BarSurroundings): BarPlace | null {
  if (!header || bottom(header) < viewport.top || header.top > bottom(viewport)) return null
  for (const width of BAR_WIDTHS) {
    const size = measure(width)
    for (const at of headerPoints(header, size)) {
      const box = boxAt(at, size)
      if (isInside(box, viewport) && probe.isFree(padded(box))) return { width, at, docked: false }
    }
  }
  return null
}

function placeDocked({ viewport, probe, measure }: BarSurroundings): BarPlace | null {
  const size = measure('badge')
  const free = edgePoints(viewport, size, CORNERS).find((point) => probe.isFree(boxAt(point, size)))
  const at = free ?? edgePoints(viewport, size, SWEEP).find((point) => probe.hasNoControl(boxAt(point, size)))
  return at ? { width: 'badge', at, docked: true } : null
}

/** Places at a header, best first: to the right in it, further left in it, then along its lower and upper edge. */
function headerPoints(header: Box, size: Size): readonly Point[] {
  const farRight = right(header) - size.width - 2 * GAP
  const rows = headerRows(header, size)
  const columns = steps(farRight, header.left + GAP, SWEEP)
  const inside = columns.flatMap((x) => rows.map((y) => ({ x, y })))
  const edges = [bottom(header) + GAP, header.top - size.height - GAP].flatMap((y) => [farRight, header.left + GAP].map((x) => ({ x, y })))
  return [...inside, ...edges].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
}

/** A low header has a middle, a lower and an upper row; in a high one the rows near its top are tried from above. */
function headerRows(header: Box, size: Size): readonly number[] {
  const low = [header.top + (header.height - size.height) / 2, bottom(header) - size.height - GAP, header.top + GAP]
  const high = Array.from({ length: HIGH_ROWS }, (_, index) => header.top + GAP + index * HIGH_STEP)
  return (header.height <= 3 * size.height ? low : high).filter((y) => y >= header.top && y + size.height <= bottom(header))
}

function edgePoints(viewport: Box, size: Size, by: number): readonly Point[] {
  const columns = [right(viewport) - size.width - GAP, viewport.left + GAP, (viewport.width - size.width) / 2]
  const rows = steps(bottom(viewport) - size.height - GAP, viewport.top + GAP, by)
  return columns.flatMap((x) => rows.map((y) => ({ x: Math.round(x), y: Math.round(y) })))
}

function steps(from: number, downTo: number, by: number): readonly number[] {
  const count = Math.max(0, Math.floor((from - downTo) / by))
  return Array.from({ length: count + 1 }, (_, index) => from - index * by)
}

/** A little air, so that the bar does not touch what it stands beside. */
function padded(box: Box): Box {
  return { left: box.left - 2, top: box.top, width: box.width + 4, height: box.height }
}
