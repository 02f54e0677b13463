import type { PageState } from '#utils/domain/case-view.ts'
import type { FakeClock } from './clock.ts'
import type { HostDocument } from './host-document.ts'
import { caseIdOf, guidOf, isOf, ownersIn, sameCase, CASES, CITIZENS, type Shown } from './people.ts'

export type Violation =
  | 'text of another case in a view'
  | 'view of a case that is not on screen'
  | 'old case still shown'
  | 'old case still held'
  | 'shown before it settled'
  | 'late answer landed'
  | 'panel shows another tab or case'
  | 'never opened'

export const GONE_WITHIN_MS = 100
export const SETTLED_AFTER_MS = 500
/** E08: how soon the panel follows the tab in front. */
export const FOLLOWS_WITHIN_MS = 200

/** Collects what the checks find. */
export class Findings {
  readonly counts = new Map<Violation, number>()
  readonly examples: string[] = []
  examined = 0
  /** How long the case before was shown after the page had changed. */
  readonly goneAfter: number[] = []

  check(holds: boolean, violation: Violation, example: () => string): void {
    this.examined += 1
    if (holds) return
    this.counts.set(violation, (this.counts.get(violation) ?? 0) + 1)
    if (this.examples.length < 80) this.examples.push(`${violation}: ${example()}`)
  }

  get failed(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0)
  }
}

/** Whose case a state shows. */
export function caseShown(state: PageState): Shown | null {
  if (state.kind !== 'open') return null
  const { citizenId, caseId } = state.view.identity
  for (let citizen = 0; citizen < CITIZENS; citizen += 1) {
    for (let number = 0; number < CASES; number += 1)
      if (guidOf(citizen) === citizenId && caseIdOf({ citizen, case: number }) === caseId) return { citizen, case: number }
  }
  return null
}

export interface Judged {
  readonly doc: HostDocument
  readonly clock: FakeClock
  readonly findings: Findings
  /** What is shown to users now, and everything that the watcher holds. */
  readonly shown: () => PageState
  readonly held: () => unknown
  readonly trail: () => string
  /** The document has been thrown away. */
  readonly dead: () => boolean
}

/** Holds what a watcher shows against what its page shows. The only thing it asks the page is who is on screen. */
export class Judge {
  readonly #of: Judged
  #token: string | null = null
  #forwardSince = 0

  constructor(judged: Judged) {
    this.#of = judged
    judged.doc.onChange = (before) => this.#pageChanged(before)
  }

  /** The watcher says something new. */
  announced(state: PageState): void {
    const { doc, clock, findings, trail } = this.#of
    if (state.kind !== 'open') return
    const shown = caseShown(state)
    const { facts, lists, identity } = state.view
    const strangers =
      shown === null ? ['nobody'] : ownersIn(JSON.stringify([facts, lists, identity])).filter((owner) => !isOf(owner, shown))
    findings.check(strangers.length === 0, 'text of another case in a view', () => `${show(shown)} with ${strangers.join(', ')} ${trail()}`)
    // In a tab behind, timers run once a second and nobody looks; what counts is how it is when it comes forward.
    const graced = !doc.visible || clock.now - Math.max(doc.screenSince, this.#forwardSince) <= GONE_WITHIN_MS
    findings.check(
      sameCase(shown, doc.onScreen) || graced,
      'view of a case that is not on screen',
      () => `${show(shown)} on ${show(doc.onScreen)} ${trail()}`,
    )
    if (state.view.token !== this.#token && sameCase(shown, doc.onScreen)) {
      findings.check(
        clock.now - doc.identitySince >= SETTLED_AFTER_MS,
        'shown before it settled',
        () => `${show(shown)} after ${clock.now - doc.identitySince} ms ${trail()}`,
      )
    }
    this.#token = state.view.token
  }

  /** The tab is in front again: what it shows must be what its page shows. */
  cameForward(): void {
    const { doc, clock, findings, shown, trail } = this.#of
    this.#forwardSince = clock.now
    clock.after(GONE_WITHIN_MS + 5, () => {
      const now = caseShown(shown())
      if (now === null || this.#of.dead() || !doc.visible || doc.frozen || clock.now - doc.screenSince <= GONE_WITHIN_MS) return
      findings.check(sameCase(now, doc.onScreen), 'old case still shown', () => `${show(now)} on ${show(doc.onScreen)} ${trail()}`)
    })
  }

  #pageChanged(before: Shown | null): void {
    const { clock, doc } = this.#of
    if (before === null) return
    const changedAt = clock.now
    const look = () => {
      if (this.#of.dead()) return
      const gone = !sameCase(caseShown(this.#of.shown()), before)
      const waited = clock.now - Math.max(changedAt, this.#forwardSince)
      if (sameCase(doc.onScreen, before) || !doc.visible) return
      if (!gone && waited <= GONE_WITHIN_MS) return clock.after(5, look)
      if (gone) this.#of.findings.goneAfter.push(waited)
      this.#of.findings.check(gone, 'old case still shown', () => `${show(before)} on ${show(doc.onScreen)} ${this.#of.trail()}`)
    }
    look()
    clock.after(GONE_WITHIN_MS + 5, () => this.#nothingHeld(before))
  }

  /** Another case is on screen, or none can be: then not even memory may hold the one before. */
  #nothingHeld(before: Shown): void {
    const { doc, clock, findings } = this.#of
    const other = doc.onScreen !== null && !sameCase(doc.onScreen, before)
    const nobody = doc.place.kind !== 'case' || doc.notice !== null
    if (this.#of.dead() || !doc.visible || doc.frozen || !(other || nobody)) return
    const since = Math.max(doc.screenSince, doc.identitySince)
    if (clock.now - since < GONE_WITHIN_MS) return clock.at(since + GONE_WITHIN_MS + 5, () => this.#nothingHeld(before))
    const kept = ownersIn(JSON.stringify(this.#of.held())).filter((owner) => owner === `${before.citizen}/${before.case}`)
    findings.check(kept.length === 0, 'old case still held', () => `${show(before)} under ${show(doc.onScreen)} ${this.#of.trail()}`)
  }
}

export const show = (of: Shown | null) => (of === null ? 'nobody' : `citizen ${of.citizen}, case ${of.case}`)
