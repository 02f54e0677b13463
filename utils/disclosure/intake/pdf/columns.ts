import type { Line, Segment } from './text-lines.ts'

/** Fewer lines than this on either side are no column. */
const FEWEST_LINES = 3
/** Columns hold sentences; what is shorter is a table, and a table is read row by row. */
const FEWEST_LETTERS = 16
const DEEPEST = 4

interface Band {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Lines in the order in which they are read: columns of prose one after the other. */
export function readingOrder(lines: readonly Line[], depth = 0): readonly Line[] {
  const band = depth < DEEPEST ? widestBand(lines) : null
  if (!band) return lines
  const inside = lines.slice(band.from, band.to)
  return [
    ...readingOrder(lines.slice(0, band.from), depth + 1),
    ...readingOrder(
      side(inside, (segment) => segment.left < band.at),
      depth + 1,
    ),
    ...readingOrder(
      side(inside, (segment) => segment.left >= band.at),
      depth + 1,
    ),
    ...readingOrder(lines.slice(band.to), depth + 1),
  ]
}

function side(lines: readonly Line[], belongs: (segment: Segment) => boolean): readonly Line[] {
  return lines.map((line) => ({ ...line, segments: line.segments.filter(belongs) })).filter(({ segments }) => segments.length > 0)
}

/** The longest stretch of lines that no segment crosses at some place, with prose on both sides of it. */
function widestBand(lines: readonly Line[]): Band | null {
  let best: Band | null = null
  for (const at of startsOfColumns(lines)) {
    const band = bandAt(lines, at)
    if (band && band.to - band.from > (best ? best.to - best.from : 0)) best = band
  }
  return best
}

/** Places where at least a few segments begin that are not the first of the page. */
function startsOfColumns(lines: readonly Line[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const { segments } of lines) for (const { left } of segments) counts.set(Math.floor(left), (counts.get(Math.floor(left)) ?? 0) + 1)
  const outermost = Math.min(...counts.keys())
  return [...counts].filter(([at, count]) => at > outermost + 40 && count >= FEWEST_LINES).map(([at]) => at - 1)
}

function bandAt(lines: readonly Line[], at: number): Band | null {
  let best: Band | null = null
  let from = 0
  for (let to = 0; to <= lines.length; to += 1) {
    const line = lines[to]
    if (line && !line.segments.some(({ left, right }) => left < at && right > at)) continue
    if (to - from > (best ? best.to - best.from : 0) && isProse(lines.slice(from, to), at)) best = { at, from, to }
    from = to + 1
  }
  return best
}

function isProse(lines: readonly Line[], at: number): boolean {
  const segments = lines.flatMap((line) => line.segments)
  return [segments.filter(({ left }) => left < at), segments.filter(({ left }) => left >= at)].every(
    (half) => half.length >= FEWEST_LINES && half.reduce((sum, { letters }) => sum + letters, 0) / half.length >= FEWEST_LETTERS,
  )
}
