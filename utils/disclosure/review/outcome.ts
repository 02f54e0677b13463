import type { Decision, DocumentPlan } from '../model/decision.ts'
import type { DocumentId, ScreenedDocument } from '../model/screened-document.ts'
import type { Choices } from './choices.ts'
import { findingId, notScreenedId } from './finding-id.ts'
import { type ReviewState, findingsOf } from './review-state.ts'

/** What holds for one finding now; `undefined` while it is open. */
export function decisionOf(state: Pick<ReviewState, 'setup' | 'choices'>, id: string): Decision | undefined {
  const { first, second, agreed } = state.choices
  const one = first.get(id)
  if (!state.setup.secondReader) return one
  const two = second.get(id)
  const settled = agreed.get(id)
  if (settled !== undefined) return settled
  return one !== undefined && two !== undefined && same(one, two) ? two : undefined
}

export function same(one: Decision, two: Decision): boolean {
  return one.kind === two.kind && one.paragraph === two.paragraph
}

type Outcomes = ReadonlyMap<DocumentId, DocumentPlan['outcome']>
const byChoices = new WeakMap<Choices, Outcomes>()

/** What becomes of each document: its own decision, else the strictest of those on what it holds. */
export function outcomesOf(state: ReviewState): Outcomes {
  const known = byChoices.get(state.choices)
  if (known !== undefined) return known
  const kinds = new Map<DocumentId, Set<Decision['kind']>>()
  for (const finding of findingsOf(state)) {
    const kind = decisionOf(state, findingId(finding))?.kind
    if (kind !== undefined) kinds.set(finding.document, (kinds.get(finding.document) ?? new Set()).add(kind))
  }
  const outcomes = new Map(state.setup.documents.map((document) => [document.id, outcomeOf(state, document, kinds.get(document.id))]))
  byChoices.set(state.choices, outcomes)
  return outcomes
}

type Kinds = ReadonlySet<Decision['kind']>

function outcomeOf(state: ReviewState, document: ScreenedDocument, kinds: Kinds = new Set()): DocumentPlan['outcome'] {
  if (isLeftOut(state, document)) return 'withheld'
  const kind = state.choices.documents.get(document.id)?.kind ?? strictest(kinds)
  if (kind === 'withhold') return 'withheld'
  if (kind === 'extract') return 'extracted'
  return kinds.has('redact') || leftOutPages(state, document).length > 0 ? 'redacted' : 'whole'
}

function strictest(kinds: Kinds): Decision['kind'] | undefined {
  return (['withhold', 'extract', 'redact'] as const).find((kind) => kinds.has(kind))
}

function isLeftOut({ choices }: ReviewState, { notScreened }: ScreenedDocument): boolean {
  return notScreened.some((item) => item.page === null && choices.confirmed.get(notScreenedId(item)) === 'left-out')
}

export function leftOutPages({ choices }: ReviewState, { notScreened }: ScreenedDocument): readonly number[] {
  const pages = notScreened.filter((item) => choices.confirmed.get(notScreenedId(item)) === 'left-out').flatMap(({ page }) => page ?? [])
  return [...new Set(pages)].toSorted((a, b) => a - b)
}
