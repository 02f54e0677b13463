import type { DocumentPlan, RedactionMark } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { PageBox, ScreenedDocument, TextPart } from '../model/screened-document.ts'
import { findingId } from './finding-id.ts'
import { decisionOf, leftOutPages, outcomesOf } from './outcome.ts'
import { isOfDocument } from './regimes.ts'
import { canFinish } from './rest.ts'
import { type ReviewState, findingsOf } from './review-state.ts'

/** What the export is to do; `null` until every decision is made. */
export function planExport(state: ReviewState): readonly DocumentPlan[] | null {
  if (!canFinish(state)) return null
  const outcomes = outcomesOf(state)
  const marks = Map.groupBy(findingsOf(state), ({ document }) => document)
  return state.setup.documents.map((document) => {
    const outcome = outcomes.get(document.id) ?? 'withheld'
    const held = outcome === 'withheld' || outcome === 'extracted'
    return {
      document: document.id,
      outcome,
      redactions: held ? [] : (marks.get(document.id) ?? []).flatMap((finding) => markOf(state, document, finding)),
      leftOut: held ? [] : leftOutPages(state, document),
      extracts: outcome === 'extracted' ? (state.choices.extracts.get(document.id) ?? []) : [],
    }
  })
}

function markOf(state: ReviewState, document: ScreenedDocument, finding: Finding): readonly RedactionMark[] {
  const decision = decisionOf(state, findingId(finding))
  if (decision?.kind !== 'redact' || isOfDocument(finding.category)) return []
  const { page, source, start, end, text } = finding
  return [{ page, source, start, end, text, paragraph: decision.paragraph ?? '', boxes: boxesOf(partOf(document, finding), finding) }]
}

function partOf({ parts }: ScreenedDocument, { page, source, start, end, text }: Finding): TextPart | undefined {
  const candidates = parts.filter((part) => part.page === page && part.source === source)
  // Several comments may stand on one page: the right one holds the text at that place.
  return candidates.find((part) => part.text.slice(start, end) === text) ?? candidates[0]
}

/** The boxes that a stretch of text touches, whole: letters differ in width, and half a box could leave half a name. */
export function boxesOf(part: TextPart | undefined, { start, end }: { readonly start: number; readonly end: number }): readonly PageBox[] {
  return (part?.boxes ?? []).filter((item) => item.start < end && item.end > start).map(({ box }) => box)
}

/** Texts that a person decided to hand out somewhere: the attacks on the export do not take them for leaks elsewhere. */
export function releasedTexts(state: ReviewState): readonly string[] {
  const released = findingsOf(state).filter((finding) => decisionOf(state, findingId(finding))?.kind === 'release')
  return [...new Set(released.map(({ text }) => text))]
}
