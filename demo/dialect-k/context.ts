import type { CaseRecord } from '#demo/data/case-record.ts'
import type { SingleFacts } from '#demo/server/api.ts'
import type { Session } from '#demo/server/session.ts'
import type { State } from '#demo/server/state.ts'
import { failureOf } from '#demo/server/steer.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { Spelling } from './format.ts'

/** What a pane is made from: a citizen, the state, and how the session wants it. */
export interface Pane {
  readonly state: State
  readonly found: CaseRecord
  readonly facts: SingleFacts
  readonly session: Session
  readonly spelling: Spelling
  readonly query: URLSearchParams
  /** Where the read-only panel of the other system comes from. */
  readonly frameOrigin: string
}

/** Keys that the case has; when a part is steered to come half, every third is left out. */
export function present(pane: Pane, keys: readonly FactKey[]): readonly FactKey[] {
  const group = keys[0]?.split('.')[0] ?? ''
  const shown = keys.filter((key) => key in pane.facts)
  return failureOf(pane.session.steering, group) === 'partial' ? shown.filter((_, index) => index % 3 !== 2) : shown
}

/** Whether any of the fields holds something: a citizen without a sickness case has its screen with empty fields. */
export function hasAny(pane: Pane, keys: readonly FactKey[]): boolean {
  const facts = pane.facts as Readonly<Record<string, unknown>>
  return keys.some((key) => facts[key] !== null && facts[key] !== undefined)
}
