import type { Decision, DecisionKind, ExtractedFact } from '../model/decision.ts'
import type { CategoryId, Finding } from '../model/finding.ts'
import type { DocumentId, NotScreened } from '../model/screened-document.ts'
import { type Change, type Confirmation, applyChanges } from './choices.ts'
import { findingId, notScreenedId } from './finding-id.ts'
import { mustBeLeftOut } from './not-screened.ts'
import { type ReasonCode } from './reasons.ts'
import { groundOf } from './regimes.ts'
import { type EventDraft, type ReviewEvent, toEvent } from './review-event.ts'
import { type ReviewState, findingsOf, numberOf, withGrain } from './review-state.ts'

/** What a key says. Paragraph and reason are only given when the usual ones of the category do not fit. */
export interface Choice {
  readonly kind: DecisionKind
  readonly paragraph?: string
  readonly reason?: ReasonCode
  readonly by?: Decision['by']
}

/** One key: decides every finding given, usually a group, in one act that one undo takes back. */
export function decide(state: ReviewState, ids: readonly string[], choice: Choice, at: number): ReviewState {
  const wanted = new Set(ids)
  const findings = findingsOf(state).filter((finding) => wanted.has(findingId(finding)))
  if (findings.length === 0) return state
  const changes = findings.flatMap((finding) => changesOf(state, finding, choice))
  const first = decisionFor(state, findings[0], choice)
  return step(state, changes, { at, act: 'decide', ...inLog(state, findings), ...first })
}

function changesOf(state: ReviewState, finding: Finding, choice: Choice): readonly Change[] {
  const key = findingId(finding)
  const after = decisionFor(state, finding, choice)
  const slot = after.by === 'first-reader' ? 'first' : 'second'
  const agreed = state.choices.agreed.get(key)
  // A new word of either reader opens again what they had agreed on.
  const reopened: Change[] = agreed === undefined ? [] : [{ slot: 'agreed', key, before: agreed, after: undefined }]
  return [{ slot, key, before: state.choices[slot].get(key), after }, ...reopened]
}

function decisionFor(state: ReviewState, finding: Finding | undefined, choice: Choice): Decision {
  const by = choice.by ?? 'first-reader'
  if (choice.kind === 'release') return { kind: 'release', paragraph: null, reason: choice.reason ?? releaseReason(finding), by }
  const ground = groundOf(finding?.category ?? 'person', state.setup.regime)
  return { kind: choice.kind, paragraph: choice.paragraph ?? ground.paragraph, reason: choice.reason ?? ground.reason, by }
}

function releaseReason(finding: Finding | undefined): ReasonCode {
  if (finding?.role === 'borger') return 'own-data'
  return finding?.role === 'sagsbehandler' ? 'staff-name' : 'no-ground'
}

/** Where the readers differ, one decision that both stand by. */
export function agree(state: ReviewState, ids: readonly string[], choice: Choice, at: number): ReviewState {
  const wanted = new Set(ids)
  const findings = findingsOf(state).filter((finding) => wanted.has(findingId(finding)))
  if (findings.length === 0) return state
  const changes = findings.map((finding): Change => {
    const key = findingId(finding)
    const after = decisionFor(state, finding, { ...choice, by: 'second-reader' })
    return { slot: 'agreed', key, before: state.choices.agreed.get(key), after }
  })
  const first = decisionFor(state, findings[0], { ...choice, by: 'second-reader' })
  return step(state, changes, { at, act: 'decide', ...inLog(state, findings), ...first })
}

/** A whole document: undtag it, undtag and ekstraher, or hand it out after all. */
export function decideDocument(state: ReviewState, document: DocumentId, choice: Choice, at: number): ReviewState {
  if (numberOf(state.setup, document) === 0) return state
  const ground = groundOf('internal-document', state.setup.regime)
  const held = choice.kind === 'withhold' || choice.kind === 'extract'
  const after: Decision = {
    kind: choice.kind,
    paragraph: held ? (choice.paragraph ?? ground.paragraph) : null,
    reason: choice.reason ?? (held ? ground.reason : 'no-ground'),
    by: choice.by ?? 'first-reader',
  }
  const change: Change = { slot: 'documents', key: document, before: state.choices.documents.get(document), after }
  return step(state, [change], { at, act: 'document', ...after, places: [{ document: numberOf(state.setup, document), page: null }] })
}

/** A page or document that could not be screened, one at a time. What nobody can open can only be left out. */
export function confirm(state: ReviewState, item: NotScreened, how: Confirmation, at: number): ReviewState {
  if (how === 'seen' && mustBeLeftOut(item)) return state
  const key = notScreenedId(item)
  const change: Change = { slot: 'confirmed', key, before: state.choices.confirmed.get(key), after: how }
  return step(state, [change], {
    at,
    act: 'confirm',
    kind: how,
    reason: how === 'left-out' ? 'not-readable' : null,
    places: [{ document: numberOf(state.setup, item.document), page: item.page }],
  })
}

/** The facts that are handed out of a document that is else undtaget; replaces those chosen before. */
export function chooseExtracts(state: ReviewState, document: DocumentId, facts: readonly ExtractedFact[], at: number): ReviewState {
  const change: Change = { slot: 'extracts', key: document, before: state.choices.extracts.get(document), after: facts }
  const number = numberOf(state.setup, document)
  return step(state, [change], { at, act: 'extract', kind: 'extract', places: facts.map(({ page }) => ({ document: number, page })) })
}

/** Something that the screening had not seen. It needs a decision like the rest. */
export function mark(state: ReviewState, finding: Finding, at: number): ReviewState {
  const key = findingId(finding)
  if (findingsOf(state).some((known) => findingId(known) === key)) return state
  const change: Change = { slot: 'added', key, before: undefined, after: finding }
  return step(state, [change], { at, act: 'mark', ...inLog(state, [finding]) })
}

/** The review is over; the log is closed with it. */
export function finish(state: ReviewState, at: number): ReviewState {
  return { ...state, events: [...state.events, toEvent(state.setup.regime, { at, act: 'finish' })] }
}

export function undo(state: ReviewState, at: number): ReviewState {
  const last = state.past.at(-1)
  if (last === undefined) return state
  const next = moved(state, last, 'before', { at, act: 'undo' })
  return { ...next, past: state.past.slice(0, -1), future: [...state.future, last] }
}

export function redo(state: ReviewState, at: number): ReviewState {
  const last = state.future.at(-1)
  if (last === undefined) return state
  const next = moved(state, last, 'after', { at, act: 'redo' })
  return { ...next, past: [...state.past, last], future: state.future.slice(0, -1) }
}

function step(state: ReviewState, changes: readonly Change[], event: EventDraft): ReviewState {
  return { ...moved(state, changes, 'after', event), past: [...state.past, changes], future: [] }
}

function moved(state: ReviewState, changes: readonly Change[], direction: 'after' | 'before', draft: EventDraft): ReviewState {
  const choices = applyChanges(state.choices, changes, direction)
  const next = { ...state, choices, events: [...state.events, toEvent(state.setup.regime, draft)] }
  return changes.some(({ slot }) => slot === 'added') ? withGrain(next, state.grain) : next
}

function inLog(state: ReviewState, findings: readonly Finding[]): Pick<ReviewEvent, 'categories' | 'places' | 'texts'> {
  const categories: Partial<Record<CategoryId, number>> = {}
  for (const { category } of findings) categories[category] = (categories[category] ?? 0) + 1
  const numbers = new Map(state.setup.documents.map(({ id }, index) => [id, index + 1]))
  const places = new Map(
    findings.map(({ document, page }) => [`${document}|${page ?? ''}`, { document: numbers.get(document) ?? 0, page }] as const),
  )
  return { categories, places: [...places.values()], texts: [...new Set(findings.map(({ text }) => text))] }
}
