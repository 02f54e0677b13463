import type { FakeClock } from './clock.ts'
import { sameCase, type Shown } from './people.ts'
import type { Random } from '../../support/random.ts'

/** Whether the header shows the citizen's id too, so that it can be held against the address. */
export type Linking = 'linked' | 'unlinked'

const FLICKER_MS = 45

export const BLOCKS = ['header', 'overview', 'contact', 'journal'] as const
export type BlockName = (typeof BLOCKS)[number]
const PANELS: readonly BlockName[] = ['overview', 'contact', 'journal']

/** What one panel shows. `version` changes when the content of one case does. */
export type Panel = 'absent' | 'loading' | 'failed' | { readonly of: Shown; readonly version: number }

export type Place =
  | { readonly kind: 'case'; readonly of: Shown; readonly screen: string }
  | { readonly kind: 'list' | 'none' | 'elsewhere' }

/** How a host system brings another citizen onto the page. */
export type Manner =
  /** Everything of the one before goes, then the new comes. */
  | 'clean'
  /** Header and panels keep showing the one before until their own answer comes (P20). */
  | 'stale'
  /** Header and panels come first, the address last. */
  | 'address-last'
  /** Header at once; panels of the one before stay. */
  | 'header-first'

/** What a document tells whoever watches it, as a browser would. */
export interface DocumentEvents {
  mutated(blocks: readonly BlockName[] | null): void
  route(): void
  pagehide(): void
  pageshow(persisted: boolean): void
  visibility(visible: boolean): void
}

/**
 * One document of a host system: what it shows, and how that changes with answers that are late, fail or never come.
 * It knows nothing of the extension; the oracle looks at it, never at what was read.
 */
export class HostDocument {
  place: Place
  header: Shown | null = null
  readonly panels = new Map<BlockName, Panel>()
  notice: 'logged-out' | 'no-access' | null = null
  busy = false
  /** What the tab's title says; it lags and lies. */
  title: Shown | null = null
  frozen = false
  /** The address is another than at load. */
  hasMoved = false
  visible = true
  /** When an identity source last changed. */
  identitySince: number
  /** When what is on screen last became what it is, by the oracle. */
  screenSince: number
  #turn = 0
  #version = 0
  #events: DocumentEvents | null = null
  #onScreen: Shown | null = null
  #sources = ''
  #earlier = { sources: '', since: 0 }
  /** Told when what is on screen has become another, and what it was. */
  onChange: ((before: Shown | null) => void) | null = null
  readonly #clock: FakeClock
  readonly #random: Random

  /** Whether address and header both name citizen and case; else the address names the citizen only. */
  readonly linking: Linking

  constructor(made: { readonly place: Place; readonly linking: Linking; readonly clock: FakeClock; readonly random: Random }) {
    const { place, linking, clock, random } = made
    this.place = place
    this.linking = linking
    this.#clock = clock
    this.#random = random
    this.identitySince = clock.now
    this.screenSince = clock.now
  }

  watch(events: DocumentEvents | null): void {
    this.#events = events
  }

  /** The case whose page this is, by every source the page shows; `null` when they do not agree or nobody's is. */
  get onScreen(): Shown | null {
    if (this.frozen || this.notice !== null || this.place.kind !== 'case') return null
    const agrees = this.linking === 'linked' ? sameCase(this.place.of, this.header) : this.place.of.citizen === this.header?.citizen
    return agrees ? this.header : null
  }

  /** First load: a server's page comes whole, a client's bit by bit. */
  load(whole: boolean): void {
    const { place } = this
    if (place.kind !== 'case') return
    this.title = this.#random.chance(0.3) ? this.title : place.of
    if (whole)
      return this.#change(null, () => {
        this.header = place.of
        for (const panel of PANELS) this.panels.set(panel, this.#fresh(place.of))
      })
    for (const panel of PANELS) this.panels.set(panel, 'loading')
    this.#arrive(place.of, 'clean')
  }

  /** Another citizen, case or screen without another document. */
  route(place: Place, asked: Manner): void {
    this.#turn += 1
    // Where the header alone names the case, a page that brought the panels first could not be told from the case before.
    const manner = this.#named() === this.#named(place) ? 'header-first' : asked
    if (this.notice === 'no-access') this.notice = null
    if (place.kind !== 'case') return this.#leaveCase(place)
    const isSame = this.place.kind === 'case' && sameCase(this.place.of, place.of)
    // From a page without a citizen the address always leads: it is what makes the page another.
    const last = manner === 'address-last' && this.place.kind === 'case' && !isSame && this.linking === 'linked'
    if (!last) this.#setPlace(place)
    if (isSame && (this.header === null || sameCase(this.header, place.of))) return this.#anotherScreen(place.of)
    // Back before the page had gone: what was on its way is given up, and all is fetched anew.
    if (manner === 'clean' || isSame) {
      this.#later(this.#random.int(0, 12), () =>
        this.#change(null, () => {
          this.header = null
          for (const panel of PANELS) this.panels.set(panel, 'loading')
        }),
      )
    }
    if (last) this.#later(this.#random.int(20, 900), () => this.#setPlace(place))
    this.#arrive(place.of, manner)
  }

  /** Dialect K: another citizen's pane is brought forward in one go. */
  bringForward(of: Shown): void {
    this.#turn += 1
    const place: Place = { kind: 'case', of, screen: 'overview' }
    const addressFirst = this.#random.chance(0.5)
    if (addressFirst) this.#setPlace(place)
    this.#later(addressFirst ? this.#random.int(0, 40) : 0, () => {
      this.#change(null, () => {
        this.header = of
        for (const panel of PANELS) this.panels.set(panel, this.#fresh(of))
      })
      if (!addressFirst) this.#later(this.#random.int(0, 40), () => this.#setPlace(place))
    })
  }

  /** One panel asks its server again. */
  refresh(panel: BlockName): void {
    const { place } = this
    if (place.kind !== 'case' || !sameCase(this.header, place.of)) return
    const { of } = place
    if (this.#random.chance(0.5)) this.#change([panel], () => this.panels.set(panel, 'loading'))
    const answer: Panel = this.#random.chance(0.2) ? 'failed' : this.#fresh(of)
    // Asked for a citizen who is on the way out, the answer is thrown away; late answers are `#arrive`'s.
    this.#later(this.#random.int(0, 3000), () => {
      if (sameCase(this.header, of)) this.#change([panel], () => this.panels.set(panel, answer))
    })
  }

  /** Many small changes that mean nothing: a clock, a scrolled grid. */
  stir(): void {
    for (let at = 0; at < 400; at += 25) this.#later(at, () => this.#change(this.#random.chance(0.3) ? null : [], () => undefined))
  }

  say(notice: HostDocument['notice']): void {
    this.#change(null, () => {
      this.notice = notice
    })
  }

  setBusy(busy: boolean): void {
    this.#change(null, () => {
      this.busy = busy
    })
  }

  lie(title: Shown): void {
    this.#change([], () => {
      this.title = title
    })
  }

  hide(): void {
    this.#events?.pagehide()
    this.#turn += 1
    this.#change(
      null,
      () => {
        this.frozen = true
      },
      true,
    )
  }

  /** Out of the back/forward cache, as it was left. */
  restore(): void {
    // Requests do not sleep: what a panel was waiting for is lost, and it says so.
    const lost = PANELS.filter((panel) => !this.#isOf(panel, this.header))
    this.#change(
      null,
      () => {
        this.frozen = false
        if (this.onScreen === null) this.header = null
        for (const panel of lost) this.panels.set(panel, 'failed')
      },
      true,
    )
    this.screenSince = this.#clock.now
    this.#events?.pageshow(true)
  }

  setVisible(visible: boolean): void {
    this.visible = visible
    this.#events?.visibility(visible)
  }

  #leaveCase(place: Place): void {
    this.#setPlace(place)
    this.#later(this.#random.int(0, 30), () =>
      this.#change(null, () => {
        this.header = null
        for (const panel of PANELS) this.panels.set(panel, 'absent')
      }),
    )
  }

  #anotherScreen(of: Shown): void {
    // A new screen brings its own panels; one that still shows someone else does not live on.
    const fresh = this.#random.chance(0.5)
    const gone = PANELS.filter((panel) => fresh || !this.#isOf(panel, of))
    if (gone.length > 0)
      this.#change(gone, () => {
        for (const panel of gone) this.panels.set(panel, 'loading')
      })
    for (const panel of PANELS)
      this.#later(this.#random.int(0, 1500), () => this.#change([panel], () => this.panels.set(panel, this.#fresh(of))))
    if (!sameCase(this.header, of))
      this.#later(this.#random.int(0, 2000), () =>
        this.#change(['header'], () => {
          this.header = of
        }),
      )
  }

  /** The answers for a citizen come in, each in its own time; some fail; some of the citizen before come first. */
  #arrive(of: Shown, manner: Manner): void {
    const before = this.header
    this.#later(manner === 'header-first' || manner === 'address-last' ? this.#random.int(0, 40) : this.#random.int(0, 2000), () => {
      this.#change(['header'], () => {
        this.header = of
        if (this.#random.chance(0.5)) this.title = of
      })
    })
    for (const panel of PANELS) {
      const wait = this.#random.int(0, 3900)
      const outcome = this.#random.next()
      if (before && !sameCase(before, of) && this.panels.get(panel) === 'loading' && this.#random.chance(0.3)) {
        this.#later(this.#random.int(0, wait), () =>
          this.#change([panel], () => this.panels.set(panel, { of: before, version: this.#version })),
        )
      }
      this.#later(wait, () =>
        this.#change([panel], () => this.panels.set(panel, outcome < 0.12 ? 'failed' : outcome < 0.2 ? 'absent' : this.#fresh(of))),
      )
    }
  }

  #isOf(panel: BlockName, of: Shown | null): boolean {
    const shown = this.panels.get(panel) ?? 'absent'
    return typeof shown === 'string' ? shown !== 'loading' : sameCase(shown.of, of)
  }

  #fresh(of: Shown): Panel {
    this.#version += this.#random.chance(0.2) ? 1 : 0
    return { of, version: this.#version }
  }

  #setPlace(place: Place): void {
    this.hasMoved = true
    this.#change([], () => {
      this.place = place
    })
    this.#events?.route()
  }

  /** Dropped when the page has been sent elsewhere meanwhile. */
  #later(ms: number, run: () => void): void {
    const turn = this.#turn
    this.#clock.after(ms, () => {
      if (turn === this.#turn && !this.frozen) run()
    })
  }

  /** A flicker shorter than any look is no change: nothing that looks can see it. */
  #noteSources(sources: string): void {
    const { now } = this.#clock
    const isFlicker = sources === this.#earlier.sources && now - this.identitySince < FLICKER_MS
    const since = isFlicker ? this.#earlier.since : now
    this.#earlier = { sources: this.#sources, since: this.identitySince }
    this.#sources = sources
    this.identitySince = since
  }

  /** What the address says. */
  #named(place = this.place): string {
    if (place.kind !== 'case') return place.kind
    return this.linking === 'linked' ? `${place.of.citizen}/${place.of.case}` : `${place.of.citizen}`
  }

  #change(blocks: readonly BlockName[] | null, make: () => void, silent = false): void {
    make()
    const sources = JSON.stringify([this.#named(), this.header, this.notice, this.frozen])
    if (sources !== this.#sources) this.#noteSources(sources)
    const now = this.onScreen
    const before = this.#onScreen
    this.#onScreen = now
    if (!sameCase(now, before)) {
      this.screenSince = this.#clock.now
      this.onChange?.(before)
    }
    if (!silent && !this.frozen) this.#events?.mutated(blocks)
  }
}
