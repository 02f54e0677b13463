import type { DecisionKind } from '../model/decision.ts'
import type { CategoryId } from '../model/finding.ts'
import { findingId } from './finding-id.ts'
import { decisionOf, outcomesOf } from './outcome.ts'
import { type ReviewState, findingsOf } from './review-state.ts'

/** For the DPO: how much, how long, how many keys. Counts only; nothing of the case or of any person. */
export interface ReviewMeasures {
  readonly documents: number
  readonly pages: number
  readonly notScreened: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly found: Readonly<Partial<Record<CategoryId, number>>>
  readonly decided: Readonly<Record<DecisionKind, number>>
  readonly addedByHand: number
  readonly keys: number
  readonly undone: number
  /** Time at work: a gap of more than five minutes counts as five. */
  readonly minutes: number
}

const LONGEST_GAP = 5 * 60_000

export function measuresOf(state: ReviewState): ReviewMeasures {
  const { documents } = state.setup
  const found: Partial<Record<CategoryId, number>> = {}
  const decided: Record<DecisionKind, number> = { release: 0, redact: 0, withhold: 0, extract: 0 }
  for (const finding of findingsOf(state)) {
    found[finding.category] = (found[finding.category] ?? 0) + 1
    const kind = decisionOf(state, findingId(finding))?.kind
    if (kind !== undefined) decided[kind] += 1
  }
  const outcomes: Record<string, number> = {}
  for (const outcome of outcomesOf(state).values()) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return {
    documents: documents.length,
    pages: documents.reduce((sum, { pages }) => sum + Math.max(pages, 1), 0),
    notScreened: documents.reduce((sum, { notScreened }) => sum + notScreened.length, 0),
    outcomes,
    found,
    decided,
    addedByHand: state.choices.added.size,
    keys: state.events.filter(({ act }) => act !== 'start' && act !== 'finish').length,
    undone: state.events.filter(({ act }) => act === 'undo').length,
    minutes: minutesOf(state.events.map(({ at }) => at)),
  }
}

function minutesOf(times: readonly number[]): number {
  const worked = times.slice(1).reduce((sum, at, index) => sum + Math.min(Math.max(at - (times[index] ?? at), 0), LONGEST_GAP), 0)
  return Math.round(worked / 60_000)
}
