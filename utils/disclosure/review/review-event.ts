import type { Decision, DecisionKind, Regime } from '../model/decision.ts'
import type { CategoryId } from '../model/finding.ts'

/**
 * One thing that a person did, without what it was done to: no text of the case, no name of a document. `texts` is the
 * exception, and is turned into a keyed fingerprint before anything is kept.
 */
export interface ReviewEvent {
  /** Milliseconds since 1970, given by the caller. */
  readonly at: number
  readonly act: 'start' | 'decide' | 'document' | 'confirm' | 'extract' | 'mark' | 'undo' | 'redo' | 'finish'
  readonly regime: Regime
  readonly by: Decision['by']
  readonly kind: DecisionKind | 'seen' | 'left-out' | null
  readonly paragraph: string | null
  readonly reason: string | null
  /** How many findings of each category one key decided. */
  readonly categories: Readonly<Partial<Record<CategoryId, number>>>
  /** Where: number of the document in the list and page. */
  readonly places: readonly { readonly document: number; readonly page: number | null }[]
  readonly texts: readonly string[]
}

export type EventDraft = Pick<ReviewEvent, 'at' | 'act'> & Partial<ReviewEvent>

export function toEvent(regime: Regime, draft: EventDraft): ReviewEvent {
  return {
    regime,
    by: 'first-reader',
    kind: null,
    paragraph: null,
    reason: null,
    categories: {},
    places: [],
    texts: [],
    ...draft,
  }
}
