import type { PageReport } from '#utils/case-session/page-report.ts'
import { TabCases } from '#utils/case-session/tab-cases.ts'
import type { PageState } from '#utils/domain/case-view.ts'
import type { Random } from '../../support/random.ts'
import type { FakeClock } from './clock.ts'
import { caseShown, FOLLOWS_WITHIN_MS, GONE_WITHIN_MS, show, type Findings } from './judge.ts'
import { sameCase, type Shown } from './people.ts'
import type { HostDocument } from './host-document.ts'

/** A document as a panel can reach it: what it shows now, and a line that closes with it. */
export interface Reachable {
  readonly doc: HostDocument
  readonly shown: () => PageState
  readonly ready: boolean
  readonly lines: Set<{ report(raw: unknown): void; gone(): void }>
}

export interface PanelOptions {
  readonly clock: FakeClock
  readonly random: Random
  readonly findings: Findings
  /** What is in a tab now. */
  readonly inTab: (tabId: number) => Reachable | null
  readonly trail: () => string
  /** A planted fault: answers land in whatever is open. */
  readonly landsAnything?: boolean
  /** A planted fault: the panel does not look which tab is in front. */
  readonly keepsTab?: boolean
}

/** The side panel: the product's own map from tab to case, on lines with delays, asking questions that are answered late. */
export class Panel {
  answers = { asked: 0, landed: 0, refused: 0 }
  readonly #options: PanelOptions
  readonly #tabs: TabCases
  #activeSince = 0

  constructor(options: PanelOptions) {
    this.#options = options
    this.#tabs = new TabCases({
      connect: (tabId, on) => this.#connect(tabId, on),
      parse: (raw) => raw as PageReport,
      onChange: () => this.#changed(),
      later: (work, ms) => options.clock.after(ms, work),
    })
  }

  activate(tabId: number): void {
    const { keepsTab = false, clock } = this.#options
    this.#activeSince = clock.now
    if (!keepsTab || this.#tabs.active.tabId === null) this.#tabs.activate(tabId)
    clock.after(FOLLOWS_WITHIN_MS + 5, () => this.#compare())
  }

  navigated(tabId: number, status: 'loading' | 'complete'): void {
    this.#later(() => this.#tabs.navigated(tabId, status))
  }

  closed(tabId: number): void {
    this.#tabs.closed(tabId)
  }

  /** Asks something about the case that is shown; the answer comes when it comes, and may land only in that case. */
  ask(): void {
    const { clock, random, inTab, findings, landsAnything = false, trail } = this.#options
    const { tabId, report } = this.#tabs.active
    if (tabId === null || report.kind !== 'open') return
    const { token } = report.view
    const about = caseShown(report)
    this.answers.asked += 1
    clock.after(random.int(0, 15_000), () => {
      const now = inTab(tabId)
      const state = now?.ready === true && !now.doc.frozen ? now.shown() : null
      const lands = state?.kind === 'open' && (landsAnything || state.view.token === token)
      this.answers[lands ? 'landed' : 'refused'] += 1
      if (!lands || !now) return
      const graced = clock.now - now.doc.screenSince <= GONE_WITHIN_MS
      findings.check(
        sameCase(about, now.doc.onScreen) || graced || !now.doc.visible,
        'late answer landed',
        () => `of ${show(about)} in ${show(now.doc.onScreen)} ${trail()}`,
      )
    })
  }

  /** What the panel shows must be the page in front. */
  #compare(): void {
    const { clock, findings, inTab, trail } = this.#options
    const { tabId, report } = this.#tabs.active
    const front = tabId === null ? null : inTab(tabId)
    const shown: Shown | null = report.kind === 'waiting' || report.kind === 'no-page' || report.kind === 'off' ? null : caseShown(report)
    if (shown === null) return
    const graced =
      front !== null && (clock.now - front.doc.screenSince <= GONE_WITHIN_MS + 20 || clock.now - this.#activeSince <= FOLLOWS_WITHIN_MS)
    const right = front !== null && front.doc.visible && sameCase(shown, front.doc.onScreen)
    findings.check(
      right || graced,
      'panel shows another tab or case',
      () => `${show(shown)} beside ${show(front?.doc.onScreen ?? null)} ${trail()}`,
    )
  }

  #changed(): void {
    this.#compare()
    this.#options.clock.after(GONE_WITHIN_MS + 25, () => this.#compare())
  }

  /** Called when a page changes: a while later the panel must have followed. */
  pageChanged(): void {
    this.#options.clock.after(GONE_WITHIN_MS + 25, () => this.#compare())
  }

  #connect(tabId: number, on: { report(raw: unknown): void; gone(): void }): () => void {
    const target = this.#options.inTab(tabId)
    if (!target?.ready || target.doc.frozen) {
      this.#later(() => on.gone())
      return () => undefined
    }
    let open = true
    const line = {
      report: (raw: unknown) =>
        this.#later(() => {
          if (open) on.report(raw)
        }),
      gone: () =>
        this.#later(() => {
          if (open) on.gone()
        }),
    }
    target.lines.add(line)
    line.report(target.shown())
    return () => {
      open = false
      target.lines.delete(line)
    }
  }

  /** Messages keep their order but take their time. */
  #last = 0
  #later(run: () => void): void {
    const { clock, random } = this.#options
    this.#last = Math.max(this.#last, clock.now + random.int(0, 8))
    clock.at(this.#last, run)
  }
}
