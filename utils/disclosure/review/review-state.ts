import type { Regime } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { ScreenedDocument } from '../model/screened-document.ts'
import { type Change, type Choices, NO_CHOICES } from './choices.ts'
import { type FindingGroup, type Grain, grainFor, groupFindings } from './group-findings.ts'
import type { ReviewEvent } from './review-event.ts'

export interface ReviewSetup {
  /** In the order of the file; the number of a document is its place here, from 1. */
  readonly documents: readonly ScreenedDocument[]
  readonly findings: readonly Finding[]
  readonly regime: Regime
  /** How many items the case system lists, and how many of them were screened; `null` until a person has said. */
  readonly listed: number | null
  readonly screened: number
  readonly secondReader: boolean
}

/** A review is a value: each act gives a new one. Nothing in it is ever written to disk. */
export interface ReviewState {
  readonly setup: ReviewSetup
  readonly grain: Grain
  /** Riskiest first; what one key decides. */
  readonly groups: readonly FindingGroup[]
  readonly choices: Choices
  readonly past: readonly (readonly Change[])[]
  readonly future: readonly (readonly Change[])[]
  /** Everything that was done, undoing included; only ever grows. */
  readonly events: readonly ReviewEvent[]
}

/** A short hearing is decided in at most this many keys. */
export const FAST_LANE_KEYS = 40
const SHORT_HEARING_PAGES = 60

export function isFastLane({ regime, documents }: ReviewSetup): boolean {
  return regime === 'party-hearing' && documents.reduce((sum, { pages }) => sum + Math.max(pages, 1), 0) <= SHORT_HEARING_PAGES
}

export function startReview(setup: ReviewSetup): ReviewState {
  const confirmations = setup.documents.reduce((sum, { notScreened }) => sum + notScreened.length, 0)
  const grain = isFastLane(setup) ? grainFor(setup.findings, Math.max(1, FAST_LANE_KEYS - confirmations)) : 'equal'
  const groups = groupFindings(setup.findings, grain)
  return { setup, grain, groups, choices: NO_CHOICES, past: [], future: [], events: [] }
}

/** Other groups over the same choices: nothing that was decided is lost when a person wants to look closer. */
export function withGrain(state: ReviewState, grain: Grain): ReviewState {
  return { ...state, grain, groups: groupFindings(findingsOf(state), grain) }
}

export function findingsOf({ setup, choices }: Pick<ReviewState, 'setup' | 'choices'>): readonly Finding[] {
  return choices.added.size === 0 ? setup.findings : [...setup.findings, ...choices.added.values()]
}

/** From 1; `0` for a document that is not in the file. */
export function numberOf(setup: ReviewSetup, document: string): number {
  return setup.documents.findIndex(({ id }) => id === document) + 1
}
