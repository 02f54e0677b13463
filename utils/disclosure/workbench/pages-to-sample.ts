import { unmarkedPages, type UnmarkedPage } from '../estimate/draw-sample.ts'
import { outcomesOf } from '../review/outcome.ts'
import { findingsOf, type ReviewState } from '../review/review-state.ts'

/**
 * What leaves without anybody having looked at it: pages of documents that are handed out, on which nothing but the citizen's
 * own was found.
 */
export function pagesToSample(state: ReviewState): readonly UnmarkedPage[] {
  const outcomes = outcomesOf(state)
  const handedOut = state.setup.documents.filter(
    ({ id, kind }) => kind !== 'archive' && ['whole', 'redacted'].includes(outcomes.get(id) ?? ''),
  )
  const ofOthers = findingsOf(state).filter(({ role }) => role !== 'borger')
  return unmarkedPages(handedOut, ofOthers)
}
