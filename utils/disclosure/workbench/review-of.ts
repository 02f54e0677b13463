import { startReview, withGrain, type ReviewSetup, type ReviewState } from '../review/review-state.ts'
import { toEvent } from '../review/review-event.ts'

/**
 * The review of what is there now. Where one was begun, what was decided in it is kept: the same finding has the same id.
 * Undo is not carried over: a step back could speak of what is no longer there.
 */
export function reviewOf(setup: ReviewSetup, before: ReviewState | null): ReviewState {
  const fresh = startReview(setup)
  if (before === null) return fresh
  const { documents, findings, regime } = before.setup
  if (documents === setup.documents && findings === setup.findings && regime === setup.regime) return { ...before, setup }
  return withGrain({ ...fresh, choices: before.choices, events: before.events }, fresh.grain)
}

/** The first line of the log: the work has begun. */
export function begun(state: ReviewState, at: number): ReviewState {
  if (state.events.some(({ act }) => act === 'start')) return state
  return { ...state, events: [toEvent(state.setup.regime, { at, act: 'start' }), ...state.events] }
}
