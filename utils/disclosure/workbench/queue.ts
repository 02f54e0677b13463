import type { Decision, DecisionKind } from '../model/decision.ts'
import type { CategoryId } from '../model/finding.ts'
import type { FindingGroup } from '../review/group-findings.ts'
import { decisionOf } from '../review/outcome.ts'
import { disagreements, openGroups } from '../review/rest.ts'
import { findingId } from '../review/finding-id.ts'
import type { ReviewState } from '../review/review-state.ts'
import type { QueueLine } from './review-view.ts'
import { usualFor } from './usual.ts'

/** Who is at the keys. `together`: both, over what they differ on. */
export type Reader = Decision['by'] | 'together'

/** `open`: what still needs a decision. */
export type QueueFilter = 'open' | 'all' | CategoryId

const TEXT_SHOWN = 60

/** What one reader said of a group: one decision, several, or none yet. */
export function decidedAs(state: ReviewState, ids: readonly string[], reader: Reader): DecisionKind | 'mixed' | null {
  const kinds = new Set(ids.map((id) => saidOf(state, id, reader)?.kind ?? null))
  if (kinds.size === 1) return [...kinds][0] ?? null
  return kinds.has(null) ? null : 'mixed'
}

function saidOf(state: ReviewState, id: string, reader: Reader): Decision | undefined {
  if (reader === 'together') return decisionOf(state, id)
  return state.choices[reader === 'first-reader' ? 'first' : 'second'].get(id)
}

/** The groups that this reader goes through, riskiest first. */
export function groupsFor(state: ReviewState, filter: QueueFilter, reader: Reader): readonly FindingGroup[] {
  const among = reader === 'together' ? differing(state) : state.groups
  if (filter === 'all') return among
  if (filter !== 'open') return among.filter(({ categories }) => categories.includes(filter))
  return reader === 'together' ? among : openGroups(state, reader)
}

function differing(state: ReviewState): readonly FindingGroup[] {
  const ids = new Set(disagreements(state).map(({ finding }) => findingId(finding)))
  return state.groups.filter((group) => group.ids.some((id) => ids.has(id)))
}

export function queueLines(state: ReviewState, groups: readonly FindingGroup[], reader: Reader): readonly QueueLine[] {
  return groups.map(({ id, categories, findings, ids }) => ({
    id,
    categories,
    text: shorten(findings[0]?.text ?? ''),
    count: ids.length,
    decided: decidedAs(state, ids, reader),
  }))
}

function shorten(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  return flat.length <= TEXT_SHOWN ? flat : `${flat.slice(0, TEXT_SHOWN)} …`
}

/** What one key would do to all that are like the one in front and still open. */
export interface AllLike {
  readonly kind: DecisionKind
  readonly category: CategoryId
  readonly ids: readonly string[]
}

/**
 * All open findings of the group's category and role. They are decided as the last of that kind was, else as is usual;
 * where neither says anything, there is no such key.
 */
export function allLike(state: ReviewState, group: FindingGroup, reader: Reader): AllLike | null {
  const first = group.findings[0]
  if (first === undefined || reader === 'together') return null
  const alike = state.groups.filter(({ findings }) =>
    findings.every(({ category, role }) => category === first.category && role === first.role),
  )
  const open = alike.filter(({ ids }) => decidedAs(state, ids, reader) === null)
  if (open.length < 2) return null
  const kind = lastKind(state, first.category, alike, reader) ?? usualFor(first, state.setup.regime).usual
  return kind === null ? null : { kind, category: first.category, ids: open.flatMap(({ ids }) => ids) }
}

function lastKind(state: ReviewState, category: CategoryId, alike: readonly FindingGroup[], reader: Reader): DecisionKind | null {
  const decided = alike.map(({ ids }) => decidedAs(state, ids, reader)).filter((kind) => kind !== null && kind !== 'mixed')
  const last = state.events.findLast(({ act, categories }) => act === 'decide' && (categories[category] ?? 0) > 0)?.kind
  return decided.find((kind) => kind === last) ?? null
}
