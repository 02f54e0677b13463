import type { PageState } from '#utils/domain/case-view.ts'
import type { Random } from '../../support/random.ts'
import { FakeClock } from './clock.ts'
import { HostDocument, type Linking, type Place } from './host-document.ts'
import { Findings, Judge, caseShown } from './judge.ts'
import { Panel, type PanelOptions, type Reachable } from './panel.ts'
import { Watcher, type StepFunction } from './watcher.ts'

export interface WorldOptions {
  readonly random: Random
  readonly step: StepFunction
  readonly announceLate?: number
  readonly panel?: Pick<PanelOptions, 'landsAnything' | 'keepsTab'>
}

/** A document with the script in it. */
interface Living extends Reachable {
  readonly watcher: Watcher
  readonly judge: Judge
  /** Dialect K: pages come whole from the server. */
  readonly whole: boolean
  ready: boolean
  dead: boolean
}

interface Entry {
  readonly living: Living
  readonly place: Place
}
interface Tab {
  readonly id: number
  entries: Entry[]
  at: number
}

/** Tabs, their history, documents that live, sleep and die, one panel, and a background that is sometimes dead. */
export class World {
  readonly clock = new FakeClock()
  readonly findings = new Findings()
  readonly panel: Panel
  readonly tabs: Tab[] = []
  front = 0
  workerDeadUntil = 0
  opened = 0
  events = 0
  step = 0
  readonly #options: WorldOptions
  #documents = 0

  constructor(options: WorldOptions) {
    this.#options = options
    this.panel = new Panel({
      clock: this.clock,
      random: options.random,
      findings: this.findings,
      trail: () => this.trail(),
      ...options.panel,
      inTab: (tabId) => this.#living(this.tabs.find(({ id }) => id === tabId)),
    })
  }

  trail(): string {
    return `(step ${this.step}, ${this.clock.now} ms)`
  }

  get frontTab(): Tab {
    const tab = this.tabs.find(({ id }) => id === this.front)
    if (!tab) throw new RangeError('no-tab')
    return tab
  }

  get frontDocument(): Living {
    const living = this.#living(this.frontTab)
    if (!living) throw new RangeError('no-document')
    return living
  }

  /** A new tab in front, as a host system opens for each citizen. */
  open(place: Place, linking: Linking, whole: boolean): void {
    const before = this.tabs.length > 0 ? this.frontDocument : null
    this.#documents += 1
    const id = this.#documents
    this.tabs.push({ id, entries: [], at: -1 })
    before?.doc.setVisible(false)
    this.front = id
    this.#push(this.frontTab, this.#newDocument(place, linking, whole), place)
    this.panel.activate(id)
  }

  bringForward(id: number): void {
    if (id === this.front) return
    this.frontDocument.doc.setVisible(false)
    this.front = id
    this.frontDocument.doc.setVisible(true)
    this.frontDocument.judge.cameForward()
    this.panel.activate(id)
  }

  close(id: number): void {
    const tab = this.tabs.find((one) => one.id === id)
    if (!tab || this.tabs.length === 1) return
    for (const { living } of tab.entries) this.#kill(living)
    const others = this.tabs.filter((one) => one !== tab)
    this.tabs.splice(0, this.tabs.length, ...others)
    this.panel.closed(id)
    if (id !== this.front) return
    this.front = others.at(-1)?.id ?? 0
    this.frontDocument.doc.setVisible(true)
    this.frontDocument.judge.cameForward()
    this.panel.activate(this.front)
  }

  /** Another document in the same tab; the one before sleeps in the back/forward cache, or is gone. */
  load(place: Place, keep: boolean): void {
    const {
      doc: { linking },
      whole,
    } = this.frontDocument
    this.#leave(this.frontDocument, keep)
    this.#push(this.frontTab, this.#newDocument(place, linking, whole), place)
    this.#navigated()
  }

  reload(): void {
    const tab = this.frontTab
    const { doc, whole } = this.frontDocument
    this.#leave(this.frontDocument, false)
    tab.entries[tab.at] = { living: this.#newDocument(doc.place, doc.linking, whole), place: doc.place }
    this.#navigated()
  }

  /** A client-side route adds to the history of the same document. */
  noteRoute(place: Place): void {
    this.#push(this.frontTab, this.frontDocument, place)
  }

  /** Back or forward: another place of the same document, a document out of the cache, or a fresh one. */
  travel(by: -1 | 1): 'routed' | 'loaded' | 'nowhere' {
    const tab = this.frontTab
    const entry = tab.entries[tab.at + by]
    if (!entry) return 'nowhere'
    const from = this.frontDocument
    tab.at += by
    if (entry.living === from) {
      from.doc.route(entry.place, this.#options.random.pick(['clean', 'stale', 'header-first']))
      return 'routed'
    }
    this.#leave(from, true)
    if (!entry.living.dead && entry.living.doc.frozen && this.#options.random.chance(0.8)) entry.living.doc.restore()
    else {
      this.#kill(entry.living)
      const fresh = this.#newDocument(entry.place, entry.living.doc.linking, entry.living.whole)
      tab.entries = tab.entries.map((one, index) =>
        one.living === entry.living ? { living: fresh, place: index === tab.at ? entry.place : one.place } : one,
      )
    }
    this.#navigated()
    return 'loaded'
  }

  #newDocument(place: Place, linking: Linking, whole: boolean): Living {
    const { random, step, announceLate = 0 } = this.#options
    const doc = new HostDocument({ place, linking, clock: this.clock, random })
    this.#documents += 1
    const lines: Reachable['lines'] = new Set()
    const watcher = new Watcher({
      doc,
      clock: this.clock,
      random,
      step,
      announceLate,
      seed: `document-${this.#documents}`,
      onState: (state) => this.#announced(living, state),
    })
    const judge = new Judge({
      doc,
      clock: this.clock,
      findings: this.findings,
      shown: () => watcher.shown,
      trail: () => this.trail(),
      // The machine may keep how far a case was read, but in no form that shows it.
      held: () => watcher.state,
      dead: () => living.dead,
    })
    const living: Living = { doc, watcher, judge, whole, lines, shown: () => watcher.shown, ready: false, dead: false }
    const onChange = doc.onChange
    doc.onChange = (before) => {
      onChange?.(before)
      this.panel.pageChanged()
    }
    doc.load(whole)
    const setup = Math.max(random.int(5, 80), this.workerDeadUntil - this.clock.now + random.int(0, 300))
    this.clock.after(setup, () => this.#arrive(living))
    return living
  }

  /** The script is there once the background has sent it: a dead worker starts again, but late. */
  #arrive(living: Living): void {
    if (living.doc.frozen || living.dead) return
    living.ready = true
    living.watcher.start()
  }

  #announced(living: Living, state: PageState): void {
    if (caseShown(state)) this.opened += 1
    living.judge.announced(state)
    for (const line of living.lines) line.report(state)
  }

  #leave(living: Living, keep: boolean): void {
    living.doc.hide()
    for (const line of living.lines) line.gone()
    living.lines.clear()
    if (!keep || !living.ready) this.#kill(living)
  }

  #kill(living: Living): void {
    living.dead = true
    this.events += living.watcher.events
    living.watcher.end()
    living.doc.onChange = null
    for (const line of living.lines) line.gone()
    living.lines.clear()
  }

  #push(tab: Tab, living: Living, place: Place): void {
    tab.entries = [...tab.entries.slice(0, tab.at + 1), { living, place }].slice(-12)
    tab.at = tab.entries.length - 1
  }

  #navigated(): void {
    const { front } = this
    this.panel.navigated(front, 'loading')
    this.clock.after(this.#options.random.int(20, 400), () => this.panel.navigated(front, 'complete'))
  }

  #living(tab: Tab | undefined): Living | null {
    return tab?.entries[tab.at]?.living ?? null
  }
}
