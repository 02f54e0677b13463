import type { PageState } from '#utils/domain/case-view.ts'
import { afterFrame } from './after-frame.ts'
import { takeEarlyChanges, type EarlyChanges } from './early-changes.ts'
import { IdentityPlace } from './identity-place.ts'
import { movedSinceRecognised } from './first-address.ts'
import { lookAtPage } from './look-at-page.ts'
import { listenToPage } from './page-events.ts'
import type { PageReading } from './page-reading.ts'
import { readPageSteps } from './read-page.ts'
import { blocksOf } from './read-context.ts'
import type { Asks } from './read-context.ts'
import { partsOf } from './read-block.ts'
import { recognisePage } from './recognise.ts'
import { runInSlices } from './run-in-slices.ts'
import type { SiteProfile } from './site-profile.ts'
import { START, startAfterMove, step } from './watch-model.ts'
import type { Look, WatchConfig, WatchEffect, WatchEvent, WatchState } from './watch-types.ts'

export interface WatchOptions {
  readonly window: Window
  readonly profile: SiteProfile
  /** Which lists somebody asks about; default all. */
  readonly asks?: Asks
  readonly onState: (state: PageState) => void
  /** Milliseconds of a clock that never goes back; default `performance.now()`. */
  readonly now?: () => number
  /** Every event and effect, for replaying a real page in the model. Holds case data: tests only. */
  readonly recordTrace?: (entry: { readonly event: WatchEvent; readonly effects: readonly WatchEffect[] }) => void
}

const HEARTBEAT = 1000
const LOOK_EVERY = 40
/** So long a look holds while an open case stands and nothing happens to the page. */
const FRESH = 900
/** So long it holds while, besides, what says whose page it is still stands there and says the same. */
const FRESH_WHILE_IT_STANDS = 5000

/** Watches a page of a known host and says what stands on it, until stopped. All decisions are the model's. */
export function watchPage(options: WatchOptions): () => void {
  return new PageWatcher(options).start()
}

class PageWatcher {
  private readonly window: Window
  private readonly profile: SiteProfile
  private readonly options: WatchOptions
  private readonly config: WatchConfig
  private readonly now: () => number
  private state: WatchState = START
  private reading: AbortController | null = null
  private places: ReadonlyMap<string, Element> = new Map()
  private wakeAt = Number.POSITIVE_INFINITY
  private timer: number | undefined
  private lookTimer: number | undefined
  private callOffCalm: (() => void) | null = null
  private readonly identityPlace = new IdentityPlace()
  /** The last look, as long as nothing has happened to the page since. */
  private known: Look | null = null
  private lastLook = Number.NEGATIVE_INFINITY
  private stopListening: (() => void) | null = null
  private heartbeat: number | undefined

  constructor(options: WatchOptions) {
    this.options = options
    this.window = options.window
    this.profile = options.profile
    this.now = options.now ?? (() => performance.now())
    this.config = configOf(options.profile)
  }

  start(): () => void {
    this.stopListening = listenToPage(this.window, {
      places: () => this.places,
      concernsIdentity: (records) => this.identityPlace.concerns(records),
      onMutated: (blocks, near) => this.mutated(blocks, near),
      onEvent: (type) => {
        this.known = null
        this.dispatch(
          type === 'pageshow'
            ? { type, at: this.now(), persisted: true }
            : type === 'visible'
              ? { type: 'visibility', at: this.now(), visible: true }
              : { type, at: this.now() },
        )
      },
    })
    const moved = movedSinceRecognised(this.window.location.href)
    if (moved) this.state = startAfterMove(this.now())
    this.heartbeat = this.window.setInterval(() => this.tick(), HEARTBEAT)
    const early = takeEarlyChanges()
    this.firstLook(moved || this.options.now ? null : early)
    return () => this.dispatch({ type: 'invalidated', at: this.now() })
  }

  private stop(): void {
    this.stopListening?.()
    this.reading?.abort()
    this.window.clearInterval(this.heartbeat)
    this.window.clearTimeout(this.timer)
    this.window.clearTimeout(this.lookTimer)
    this.callOffCalm?.()
    this.identityPlace.forget()
  }

  private mutated(blocks: readonly string[] | null, near: boolean): void {
    this.known = null
    this.dispatch({ type: 'mutated', at: this.now(), blocks })
    if (near || this.state.phase !== 'open') this.lookSoon()
    else this.lookCalmly()
  }

  /** After a frame, so that the page is not made to lay out thousands of rows twice; within 100 ms all the same. */
  private lookCalmly(): void {
    if (this.lookTimer !== undefined || this.callOffCalm !== null) return
    const wait = this.lastLook + LOOK_EVERY - this.now()
    const timer = this.window.setTimeout(
      () => {
        this.callOffCalm = afterFrame(this.window, () => this.look())
      },
      Math.max(0, wait),
    )
    this.callOffCalm = () => this.window.clearTimeout(timer)
  }

  /** At once when the last look is old enough, else as soon as it is: never more than `LOOK_EVERY` late. */
  private lookSoon(): void {
    if (this.lookTimer !== undefined) return
    const wait = this.lastLook + LOOK_EVERY - this.now()
    if (wait <= 0) this.look()
    else this.lookTimer = this.window.setTimeout(() => this.look(), wait)
  }

  private look(since: (at: number) => number = (at) => at): void {
    this.window.clearTimeout(this.lookTimer)
    this.lookTimer = undefined
    this.callOffCalm?.()
    this.callOffCalm = null
    this.lastLook = this.now()
    this.identityPlace.forget()
    const look = lookAtPage(this.profile, this.window, (element) => this.identityPlace.note(element))
    this.known = look
    const began = Math.min(since(this.lastLook), this.lastLook)
    if (began < this.lastLook) this.dispatch({ type: 'look', at: began, look })
    this.dispatch({ type: 'look', at: this.lastLook, look })
  }

  /** What is seen now was so before anybody looked, if nothing has touched it since somebody watched. */
  private firstLook(early: EarlyChanges | null): void {
    this.look((at) => (early && this.window.document.visibilityState === 'visible' ? (this.identityPlace.untouchedSince(early) ?? at) : at))
  }

  /** Of an open case, what was seen a moment ago still holds while nothing has happened; a case that is not open yet is always looked at. */
  private lookAgain(): void {
    if (this.known && this.state.phase === 'open' && this.stillHolds()) this.dispatch({ type: 'look', at: this.now(), look: this.known })
    else this.look()
  }

  /** A beat of the clock in the middle of a change must not make the page lay itself out: the look after its frame is near. */
  private lookIsComing(): boolean {
    return this.state.phase === 'open' && this.callOffCalm !== null
  }

  private stillHolds(): boolean {
    const age = this.now() - this.lastLook
    return age < FRESH || (age < FRESH_WHILE_IT_STANDS && this.identityPlace.stands())
  }

  private tick(): void {
    if (this.window.document.visibilityState === 'visible') this.dispatch({ type: 'tick', at: this.now(), wall: Date.now() })
  }

  private dispatch(event: WatchEvent): void {
    const { state, effects } = step(this.config, this.state, event)
    this.state = state
    this.options.recordTrace?.({ event, effects })
    for (const effect of effects) this.perform(effect, event.type)
  }

  private perform(effect: WatchEffect, cause: WatchEvent['type']): void {
    switch (effect.type) {
      case 'purge':
        this.reading?.abort()
        this.places = new Map()
        break
      case 'look':
        if (cause !== 'tick' || !this.lookIsComing()) this.lookAgain()
        break
      case 'read':
        void this.read(effect.epoch)
        break
      case 'announce':
        this.options.onState(effect.state)
        break
      case 'wake':
        this.wake(effect.at)
        break
      case 'stop':
        this.stop()
        break
    }
  }

  private wake(at: number): void {
    if (at >= this.wakeAt && this.wakeAt > this.now()) return
    this.wakeAt = at
    this.window.clearTimeout(this.timer)
    this.timer = this.window.setTimeout(
      () => {
        this.wakeAt = Number.POSITIVE_INFINITY
        this.dispatch({ type: 'tick', at: this.now(), wall: Date.now() })
      },
      Math.max(0, at - this.now()),
    )
  }

  private async read(epoch: number): Promise<void> {
    this.reading?.abort()
    const abort = new AbortController()
    this.reading = abort
    const page = recognisePage(this.profile, this.window.location, this.window.document)
    if (!page) return this.look()
    const reading = await runInSlices(readPageSteps(this.profile, page, this.window, this.options.asks), { signal: abort.signal })
    if (!reading || abort.signal.aborted) return
    this.places = reading.places
    this.arrived(epoch, reading)
  }

  /** Whose page it is is asked once more at the end, for a reading may have begun before a switch. */
  private arrived(epoch: number, reading: PageReading): void {
    const { places: _places, ...rest } = reading
    this.lookAgain()
    this.dispatch({ type: 'read', at: this.now(), epoch, wall: Date.now(), reading: rest })
  }
}

/** What the model has to know of a profile. */
export function configOf(profile: SiteProfile): WatchConfig {
  const parts = Object.fromEntries(profile.pages.map((page) => [page.kind, blocksOf(profile, page).flatMap(([, block]) => partsOf(block))]))
  return { profile: { id: profile.id, version: profile.version, verified: profile.verified }, parts, seed: crypto.randomUUID() }
}
