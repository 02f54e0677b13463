import type { CategoryId, Finding } from '../model/finding.ts'
import type { ScreenedDocument } from '../model/screened-document.ts'
import { mark } from '../review/act.ts'
import { findingsOf, type ReviewState } from '../review/review-state.ts'

/** Every place in the file where a text stands, however its letters are cased and its words are spaced. */
export function placesOf(documents: readonly ScreenedDocument[], text: string, category: CategoryId): readonly Finding[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const pattern = new RegExp(words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join(String.raw`\s+`), 'giu')
  return documents.flatMap((document) =>
    document.parts.flatMap((part) =>
      [...part.text.matchAll(pattern)].map((match): Finding => ({
        document: document.id,
        page: part.page,
        source: part.source,
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        category,
        role: null,
        confidence: 'high',
        same: `added|${words.join(' ').toLowerCase()}`,
        why: 'added-by-hand',
      })),
    ),
  )
}

/** Adds what a person found; what overlaps a find that is there already is left to it. */
export function addFindings(state: ReviewState, found: readonly Finding[], at: number): ReviewState {
  const known = findingsOf(state)
  const fresh = found.filter(
    (one) =>
      !known.some(
        (other) =>
          other.document === one.document &&
          other.page === one.page &&
          other.source === one.source &&
          other.start <= one.start &&
          other.end >= one.end,
      ),
  )
  return fresh.reduce((before, finding) => mark(before, finding, at), state)
}
