import { useEffect, useMemo, useState } from 'react'
import type { DecisionKind } from '#utils/disclosure/model/decision.ts'
import type { CategoryId } from '#utils/disclosure/model/finding.ts'
import { addFindings, placesOf } from '#utils/disclosure/workbench/add-findings.ts'
import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import { agree, confirm, decide, undo, type Choice } from '#utils/disclosure/review/act.ts'
import { notScreenedId } from '#utils/disclosure/review/finding-id.ts'
import type { FindingGroup } from '#utils/disclosure/review/group-findings.ts'
import type { ReasonCode } from '#utils/disclosure/review/reasons.ts'
import type { ReviewState, ReviewSetup } from '#utils/disclosure/review/review-state.ts'
import type { Confirmation } from '#utils/disclosure/review/choices.ts'
import { allLike, groupsFor, type AllLike, type QueueFilter, type Reader } from '#utils/disclosure/workbench/queue.ts'
import { usualFor } from '#utils/disclosure/workbench/usual.ts'
import { begun, reviewOf } from '#utils/disclosure/workbench/review-of.ts'

export interface Review {
  readonly state: ReviewState
  readonly act: (step: (state: ReviewState, at: number) => ReviewState) => void
  /** Adds what a person found, everywhere it stands; says how many places that is. */
  readonly add: (text: string, category: CategoryId) => number
  readonly confirm: (id: string, how: Confirmation) => void
  readonly groups: readonly FindingGroup[]
  readonly group: FindingGroup | null
  readonly hit: number
  readonly filter: QueueFilter
  readonly reader: Reader
  readonly reason: ReasonCode | null
  readonly allLike: AllLike | null
  readonly lastDecided: { readonly kind: DecisionKind; readonly count: number } | null
  readonly setFilter: (filter: QueueFilter) => void
  readonly setReader: (reader: Reader) => void
  readonly setReason: (reason: ReasonCode) => void
  readonly decide: (kind: DecisionKind) => void
  readonly takeUsual: () => void
  readonly decideAllLike: () => void
  readonly undo: () => void
  readonly move: (step: 1 | -1) => void
  readonly moveHit: (step: 1 | -1) => void
  readonly choose: (group: string) => void
}

/** The review as a value that keys change. Follows the documents and what was found in them; decisions already made are kept. */
export function useReview(setup: ReviewSetup | null): Review | null {
  const [state, setState] = useState<ReviewState | null>(null)
  // oxlint-disable-next-line react/set-state-in-effect -- a review outlives its setup: what was decided is carried over, not derived
  useEffect(() => setState((before) => setup && begun(reviewOf(setup, before), Date.now())), [setup])
  const cursor = useCursor(state)
  const { group, reader, reason } = cursor
  const like = useMemo(() => (state && group ? allLike(state, group, reader) : null), [state, group, reader])
  const [lastDecided, setLast] = useState<Review['lastDecided']>(null)
  if (state === null) return null

  const act: Review['act'] = (step) => setState((before) => before && step(before, Date.now()))
  const decideIds = (ids: readonly string[], kind: DecisionKind) => {
    const choice: Choice = {
      kind,
      ...(reason !== null && kind !== 'release' && { reason }),
      by: reader === 'first-reader' ? reader : 'second-reader',
    }
    act((before, at) => (reader === 'together' ? agree(before, ids, choice, at) : decide(before, ids, choice, at)))
    setLast({ kind, count: ids.length })
    cursor.goOn(ids)
  }
  return {
    ...cursor,
    state,
    act,
    allLike: like,
    add: (text, category) => {
      const found = placesOf(state.setup.documents, text, category)
      act((before, at) => addFindings(before, found, at))
      return found.length
    },
    lastDecided,
    confirm: (id, how) => act((before, at) => confirmById(before, id, how, at)),
    decide: (kind) => group && decideIds(group.ids, kind),
    takeUsual: () => {
      const finding = group?.findings[cursor.hit]
      const usual = finding ? usualFor(finding, state.setup.regime).usual : null
      if (group && usual !== null) decideIds(group.ids, usual)
    },
    decideAllLike: () => like && decideIds(like.ids, like.kind),
    undo: () => act(undo),
  }
}

function confirmById(state: ReviewState, id: string, how: Confirmation, at: number): ReviewState {
  const item = notScreenedIn(state.setup.documents, id)
  return item ? confirm(state, item, how, at) : state
}

function notScreenedIn(documents: readonly ScreenedDocument[], id: string) {
  return documents.flatMap(({ notScreened }) => notScreened).find((item) => notScreenedId(item) === id)
}

/** What is in front. It stays where it is while it can, so that a decision never jumps away from the person. */
function useCursor(state: ReviewState | null) {
  const [filter, setFilter] = useState<QueueFilter>('open')
  const [reader, setReader] = useState<Reader>('first-reader')
  const [chosen, setChosen] = useState<string | null>(null)
  const [hit, setHit] = useState(0)
  const [reason, setReason] = useState<ReasonCode | null>(null)
  const groups = useMemo(() => (state ? groupsFor(state, filter, reader) : []), [state, filter, reader])
  const group = groups.find(({ id }) => id === chosen) ?? state?.groups.find(({ id }) => id === chosen) ?? groups[0] ?? null

  const choose = (id: string | null) => {
    setChosen(id)
    setHit(0)
    setReason(null)
  }
  const at = groups.findIndex(({ id }) => id === group?.id)
  const nextOf = (done: ReadonlySet<string>) => {
    const after = [...groups.slice(at + 1), ...groups.slice(0, Math.max(0, at))]
    return after.find(({ ids }) => ids.some((id) => !done.has(id)))?.id ?? null
  }
  return {
    groups,
    group,
    hit: Math.min(hit, (group?.findings.length ?? 1) - 1),
    filter,
    reader,
    reason,
    setReason,
    setFilter: (next: QueueFilter) => {
      setFilter(next)
      choose(null)
    },
    setReader: (next: Reader) => {
      setReader(next)
      choose(null)
    },
    choose,
    goOn: (ids: readonly string[]) => choose(nextOf(new Set(ids))),
    move: (step: 1 | -1) => choose(groups[Math.max(0, Math.min(groups.length - 1, at + step))]?.id ?? null),
    moveHit: (step: 1 | -1) => setHit((before) => wrap(before + step, group?.findings.length ?? 1)),
  }
}

function wrap(at: number, length: number): number {
  return (at + length) % length
}
