import type { Finding } from '../model/finding.ts'
import type { PageBox, ScreenedDocument, TextBox, TextPart } from '../model/screened-document.ts'
import { findingId } from '../review/finding-id.ts'
import { decisionOf } from '../review/outcome.ts'
import type { ReviewState } from '../review/review-state.ts'
import { reachOf } from './letter-width.ts'
import type { Mark, TextPiece } from './review-view.ts'

/** Enough to understand a sentence by, on both sides. */
const AROUND = 700

/** The part that a finding stands in. */
export function partOf(document: ScreenedDocument, { page, source, start, end, text }: Finding): TextPart | null {
  const candidates = document.parts.filter((part) => part.page === page && part.source === source)
  return candidates.find((part) => part.text.slice(start, end) === text) ?? candidates[0] ?? null
}

/** The text around a finding, with everything found in it marked. */
export function textBeside(part: TextPart, current: Finding, onPart: readonly Finding[], equal: ReadonlySet<string>): readonly TextPiece[] {
  const from = Math.max(0, current.start - AROUND)
  const to = Math.min(part.text.length, current.end + AROUND)
  const pieces: TextPiece[] = from > 0 ? [{ text: '… ', mark: null }] : []
  let at = from
  for (const finding of inOrder(onPart, current)) {
    if (finding.start < at || finding.end > to) continue
    if (finding.start > at) pieces.push({ text: part.text.slice(at, finding.start), mark: null })
    pieces.push({ text: part.text.slice(finding.start, finding.end), mark: markOf(finding, current, equal) })
    at = finding.end
  }
  if (at < to) pieces.push({ text: part.text.slice(at, to), mark: null })
  if (to < part.text.length) pieces.push({ text: ' …', mark: null })
  return pieces
}

/** From the left; what overlaps the one in front gives way to it. */
function inOrder(findings: readonly Finding[], current: Finding): readonly Finding[] {
  const clear = findings.filter((one) => one.end <= current.start || one.start >= current.end)
  return [...clear, current].toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function markOf(finding: Finding, current: Finding, equal: ReadonlySet<string>): TextPiece['mark'] {
  if (finding === current) return 'current'
  return equal.has(findingId(finding)) ? 'equal' : 'other'
}

/** Where on the pages of one document its findings stand. */
export function marksIn(
  state: ReviewState,
  document: ScreenedDocument,
  findings: readonly Finding[],
  current: Finding | null,
): readonly Mark[] {
  return findings.flatMap((finding): readonly Mark[] => {
    const boxes = boxesShown(partOf(document, finding), finding)
    if (finding.page === null || boxes.length === 0) return []
    const decided = decisionOf(state, findingId(finding))?.kind ?? null
    return [{ page: finding.page, boxes, decided, current: finding === current }]
  })
}

/** Where the finding stands on its line, as near as the usual widths of letters tell. To look at, never to strike out by. */
function boxesShown(part: TextPart | null, finding: Finding): readonly PageBox[] {
  if (part === null) return []
  const on = part.boxes.filter((item) => item.start < finding.end && item.end > finding.start)
  return on.map((item) => narrowed(item, part.text.slice(item.start, item.end), finding))
}

/** Types differ in the width of their letters: a little more on both sides. */
const SPARE = 1.5

function narrowed({ start, box }: TextBox, line: string, finding: Finding): PageBox {
  const width = box.right - box.left
  // A line that is turned is taller than it is wide: it is shown whole.
  if (box.bottom - box.top > width) return box
  const left = box.left + reachOf(line, finding.start - start) * width - SPARE
  const right = box.left + reachOf(line, finding.end - start) * width + SPARE
  return { ...box, left: Math.max(box.left, left), right: Math.min(box.right, right) }
}
