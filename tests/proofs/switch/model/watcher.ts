import type { PageState } from '#utils/domain/case-view.ts'
import { START, startAfterMove } from '#utils/page/watch-model.ts'
import type { Step } from '#utils/page/watch-model.ts'
import type { WatchConfig, WatchEffect, WatchEvent, WatchState } from '#utils/page/watch-types.ts'
import type { Random } from '../../support/random.ts'
import type { FakeClock } from './clock.ts'
import type { HostDocument } from './host-document.ts'
import { lookAt, PARTS_OF_PAGE, READ_ORDER, SlowReading } from './readings.ts'

export type StepFunction = (config: WatchConfig, state: WatchState, event: WatchEvent) => Step

export interface WatcherOptions {
  readonly doc: HostDocument
  readonly clock: FakeClock
  readonly random: Random
  readonly step: StepFunction
  /** Unlike that of any other document. */
  readonly seed: string
  readonly onState: (state: PageState) => void
  /** A planted fault: how much later than asked for states reach the user. */
  readonly announceLate?: number
}

const LATE_READ_MS = 5000
/** As the page's own driver: how often it looks while the page changes, and how often it wakes for no reason. */
const LOOK_EVERY = 40
const HEARTBEAT = 1000

/** Runs the watcher's machine on one document, as the script in a page does, but on a clock and a page that tests control. */
export class Watcher {
  state: WatchState = START
  shown: PageState = { kind: 'settling' }
  events = 0
  readonly #options: WatcherOptions
  readonly #config: WatchConfig
  #dead = false
  #frozenWork: (() => void)[] = []
  #lastLook = Number.NEGATIVE_INFINITY
  #lookPlanned = false
  #placesKnown = false
  #wakeAt = Number.POSITIVE_INFINITY

  constructor(options: WatcherOptions) {
    this.#options = options
    this.#config = {
      profile: { id: 'model', version: '1.0.0', verified: true },
      seed: options.seed,
      parts: Object.fromEntries(['overview', 'contact', 'journal'].map((kind) => [kind, PARTS_OF_PAGE])),
    }
  }

  start(): void {
    const { doc, clock, random } = this.#options
    if (doc.hasMoved) this.state = startAfterMove(clock.now)
    doc.watch({
      // Which panel a change belongs to is known only while the places of the last reading are.
      mutated: (blocks) => {
        this.#send({ type: 'mutated', at: clock.now, blocks: blocks && (this.#placesKnown ? blocks : []) })
        this.#lookSoon()
      },
      route: () => this.#send({ type: 'route', at: clock.now }),
      pagehide: () => this.#send({ type: 'pagehide', at: clock.now }),
      pageshow: (persisted) => {
        this.#send({ type: 'pageshow', at: clock.now, persisted })
        const waiting = this.#frozenWork
        this.#frozenWork = []
        for (const work of waiting) this.#later(random.int(0, 20), work)
      },
      visibility: (visible) => this.#send({ type: 'visibility', at: clock.now, visible }),
    })
    this.#beat()
    this.#look()
  }

  /** The document is gone for good. */
  end(): void {
    this.#dead = true
    this.#options.doc.watch(null)
  }

  #send(event: WatchEvent): void {
    if (this.#dead) return
    this.events += 1
    const { state, effects } = this.#options.step(this.#config, this.state, event)
    this.state = state
    for (const effect of effects) this.#do(effect)
  }

  #do(effect: WatchEffect): void {
    const { announceLate = 0 } = this.#options
    switch (effect.type) {
      case 'look':
        return this.#look()
      case 'read':
        return this.#read(effect.epoch)
      case 'wake':
        return this.#wake(effect.at)
      case 'announce':
        return announceLate === 0 ? this.#announce(effect.state) : this.#later(announceLate, () => this.#announce(effect.state))
      case 'stop':
        return this.end()
      case 'purge':
        this.#placesKnown = false
        return undefined
    }
  }

  #announce(state: PageState): void {
    this.shown = state
    this.#options.onState(state)
  }

  #beat(): void {
    this.#later(HEARTBEAT, () => {
      if (this.#options.doc.visible) this.#tick()
      this.#beat()
    })
  }

  #tick(): void {
    const { clock } = this.#options
    this.#send({ type: 'tick', at: clock.now, wall: clock.now })
  }

  /** One timer, the earliest asked for. */
  #wake(at: number): void {
    const { clock } = this.#options
    if (at >= this.#wakeAt && this.#wakeAt > clock.now) return
    this.#wakeAt = at
    this.#later(Math.max(0, at - clock.now) + this.#throttle(), () => {
      if (this.#wakeAt !== at) return
      this.#wakeAt = Number.POSITIVE_INFINITY
      this.#tick()
    })
  }

  #lookSoon(): void {
    if (this.#lookPlanned) return
    const wait = this.#lastLook + LOOK_EVERY - this.#options.clock.now
    if (wait <= 0) return this.#look()
    this.#lookPlanned = true
    this.#later(wait + this.#throttle(), () => this.#look())
  }

  #look(): void {
    const { doc, clock } = this.#options
    this.#lookPlanned = false
    this.#lastLook = clock.now
    this.#send({ type: 'look', at: clock.now, look: lookAt(doc) })
  }

  /** Reads panel by panel while the page lives on; now and then the answer comes very late. */
  #read(epoch: number): void {
    const { doc, clock, random } = this.#options
    const reading = new SlowReading(doc)
    const slow = random.chance(0.15) ? 60 : 6
    let at = 0
    for (const block of READ_ORDER) {
      at += random.int(0, slow)
      this.#later(at, () => reading.take(block))
    }
    const late = random.chance(0.08) ? random.int(0, LATE_READ_MS) : 0
    this.#later(at + late + 1, () => {
      this.#placesKnown = true
      this.#look()
      this.#send({ type: 'read', at: clock.now, epoch, wall: clock.now, reading: reading.done() })
    })
  }

  /** Browsers wake hidden tabs about once a second. */
  #throttle(): number {
    return this.#options.doc.visible ? this.#options.random.int(0, 4) : this.#options.random.int(0, 1000)
  }

  /** Nothing runs in a document that lies in the back/forward cache. */
  #later(ms: number, run: () => void): void {
    const { doc, clock } = this.#options
    clock.after(ms, () => {
      if (this.#dead) return
      if (doc.frozen) this.#frozenWork.push(run)
      else run()
    })
  }
}
