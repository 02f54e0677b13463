import type { Decision } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { NotScreened, ScreenedDocument } from '../model/screened-document.ts'
import { findingId, notScreenedId } from './finding-id.ts'
import type { FindingGroup } from './group-findings.ts'
import { decisionOf, outcomesOf, same } from './outcome.ts'
import { type ReviewState, findingsOf } from './review-state.ts'

export interface Disagreement {
  readonly finding: Finding
  readonly first: Decision
  readonly second: Decision
}

/** What stands between the review and its end. */
export interface Rest {
  readonly groups: number
  readonly findings: number
  readonly unconfirmed: number
  readonly disagreements: number
  /** Documents to extract from, of which nothing has been chosen. */
  readonly withoutExtract: number
  readonly completeness: 'held' | 'not-stated' | 'differs'
}

/** What is in a document that is undtaget, or that was never screened, needs no decision of its own. */
function needsDecision(state: ReviewState): (finding: Finding) => boolean {
  const outcomes = outcomesOf(state)
  return ({ document }) => {
    const outcome = outcomes.get(document)
    return outcome !== 'withheld' && outcome !== 'extracted'
  }
}

export function openFindings(state: ReviewState): readonly Finding[] {
  const needed = needsDecision(state)
  return findingsOf(state).filter((finding) => needed(finding) && decisionOf(state, findingId(finding)) === undefined)
}

/** Riskiest first: what is still to be decided by one reader. A group in part decided is still open. */
export function openGroups(state: ReviewState, by: Decision['by'] = 'first-reader'): readonly FindingGroup[] {
  const needed = needsDecision(state)
  const slot = by === 'first-reader' ? state.choices.first : state.choices.second
  return state.groups.filter(({ findings, ids }) => findings.some((finding, at) => needed(finding) && !slot.has(ids[at] ?? '')))
}

export function disagreements(state: ReviewState): readonly Disagreement[] {
  if (!state.setup.secondReader) return []
  const { first, second, agreed } = state.choices
  return findingsOf(state).flatMap((finding) => {
    const id = findingId(finding)
    const one = first.get(id)
    const two = second.get(id)
    return one === undefined || two === undefined || agreed.has(id) || same(one, two) ? [] : [{ finding, first: one, second: two }]
  })
}

export function unconfirmed({ setup, choices }: ReviewState): readonly NotScreened[] {
  return setup.documents.flatMap(({ notScreened }) => notScreened).filter((item) => !choices.confirmed.has(notScreenedId(item)))
}

export function restOf(state: ReviewState): Rest {
  const { listed, screened, secondReader } = state.setup
  return {
    groups: new Set([...openGroups(state), ...(secondReader ? openGroups(state, 'second-reader') : [])]).size,
    findings: openFindings(state).length,
    unconfirmed: unconfirmed(state).length,
    disagreements: disagreements(state).length,
    withoutExtract: state.setup.documents.filter((document) => lacksExtract(state, document)).length,
    completeness: listed === null ? 'not-stated' : listed === screened ? 'held' : 'differs',
  }
}

function lacksExtract(state: ReviewState, { id }: ScreenedDocument): boolean {
  return outcomesOf(state).get(id) === 'extracted' && (state.choices.extracts.get(id) ?? []).length === 0
}

export function canFinish(state: ReviewState): boolean {
  const { completeness, ...counts } = restOf(state)
  return completeness === 'held' && Object.values(counts).every((count) => count === 0)
}
