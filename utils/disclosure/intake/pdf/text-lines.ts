import type { TextRun } from './text-run.ts'

/** Runs on one level that stand close: a cell, or a line of a column. */
export interface Segment {
  readonly runs: readonly TextRun[]
  readonly left: number
  readonly right: number
  readonly letters: number
}

/** Segments on one level, from left to right. */
export interface Line {
  readonly base: number
  readonly size: number
  readonly segments: readonly Segment[]
}

/** How far apart in levels, in letter sizes, is still one line: a raised footnote mark is, the next line is not. */
const SAME_LEVEL = 0.45
/** A gap this wide, in letter sizes, is no space between words. */
const WIDE_GAP = 1.4

/** Sorts runs of one direction into lines and their segments. */
export function linesOf(runs: readonly TextRun[]): readonly Line[] {
  const levels: { base: number; size: number; runs: TextRun[] }[] = []
  for (const run of runs.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const last = levels.at(-1)
    const size = Math.min(run.size, last?.size ?? run.size)
    if (last && Math.abs(run.base - last.base) <= SAME_LEVEL * size) {
      last.runs.push(run)
      if (run.size > last.size) Object.assign(last, { size: run.size, base: run.base })
    } else levels.push({ base: run.base, size: run.size, runs: [run] })
  }
  return levels.map(({ base, size, runs: level }) => ({ base, size, segments: segmentsOf(withoutDoubles(level)) }))
}

function segmentsOf(runs: readonly TextRun[]): readonly Segment[] {
  const groups: TextRun[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const run of runs.filter(isNoGap)) {
    const last = groups.at(-1)
    if (last && run.left - right <= WIDE_GAP * run.size) last.push(run)
    else groups.push([run])
    right = Math.max(right, run.right)
  }
  return groups.filter((group) => group.some(({ text }) => text.trim() !== '')).map(segmentOf)
}

/** PDF.js fills the gap between two columns with one wide space: that is no text. */
function isNoGap({ text, left, right, size }: TextRun): boolean {
  return text.trim() !== '' || right - left <= WIDE_GAP * size
}

function segmentOf(runs: readonly TextRun[]): Segment {
  return {
    runs,
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    letters: runs.reduce((sum, { text }) => sum + text.trim().length, 0),
  }
}

/** Bold type is sometimes made by drawing the same letters twice: read once, in order from left to right. */
function withoutDoubles(runs: readonly TextRun[]): readonly TextRun[] {
  const kept: TextRun[] = []
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    const double = kept
      .slice(-8)
      .some((one) => one.text === run.text && Math.abs(one.left - run.left) < run.size * 0.12 && run.text.trim() !== '')
    if (!double) kept.push(run)
  }
  return kept
}
