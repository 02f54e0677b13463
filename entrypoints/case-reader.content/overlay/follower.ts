import type { SlotName } from '#components/overlay/overlay-model.ts'
import type { Point } from './geometry.ts'
import { afterFrame } from '#utils/page/after-frame.ts'
import type { Highlight } from './highlight.ts'
import { driftOf, followAnchors, layOut, offsetsOf } from './layout-pass.ts'
import type { LayoutInput, Placed } from './placed.ts'

/** Rest this long after the last movement before places are looked for anew. */
const REST_MS = 120
/** While nothing moves, a look this often finds what the page redrew without telling. */
const HEARTBEAT_MS = 700

export interface FollowerOptions {
  readonly document: Document
  readonly host: HTMLElement
  readonly highlight: Highlight
  readonly header: () => Element | null
  readonly anchorOf: (spot: string) => Element | null
  /** Called when an anchor has left the page: look for all of them again. */
  readonly onLost: () => void
  readonly now: () => number
}

/** Keeps the parts of the overlay where they belong while the page scrolls, resizes and redraws. */
export interface Follower {
  readonly onSlot: (name: SlotName, element: HTMLElement | null) => void
  readonly movedAt: (slot: Element) => number
  /** Places everything now; what can wait for rest, then. */
  place(): void
  start(): void
  stop(): void
}

// oxlint-disable-next-line max-lines-per-function -- One closure over the parts it wires together.
export function createFollower(options: FollowerOptions): Follower {
  const { document, host, highlight, now } = options
  const window = document.defaultView ?? globalThis.window
  const slots = new Map<SlotName, Placed>()
  let offsets = new Map<Placed, Point>()
  const input = (): LayoutInput => ({ document, host, slots, header: options.header(), anchorOf: options.anchorOf, now })
  const isSeen = () => document.visibilityState !== 'hidden' && host.isConnected
  const ring = () => {
    const { left, top } = host.getBoundingClientRect()
    highlight.follow({ x: left, y: top })
  }
  const placeAll = (calm: boolean) => {
    if (!isSeen()) return
    const at = input()
    layOut(at, calm)
    ring()
    offsets = offsetsOf(at)
    motion.watch([document.documentElement, ...(at.header ? [at.header] : []), ...[...slots.values()].map((slot) => slot.element)])
  }
  const place = () => {
    placeAll(false)
    motion.nudge()
  }
  const motion = createMotion(window, {
    onFrame: () => {
      if (!isSeen()) return
      followAnchors(input(), offsets)
      ring()
    },
    onRest: () => placeAll(true),
    onBeat: () => {
      if (!isSeen()) return
      const drift = driftOf(input(), offsets)
      if (drift === 'lost') options.onLost()
      else if (drift === 'moved') place()
    },
  })
  return {
    place,
    movedAt: (slot) => [...slots.values()].find((placed) => placed.element === slot)?.movedAt ?? 0,
    onSlot: (name, element) => {
      if (element === null) slots.delete(name)
      else slots.set(name, { element, at: null, movedAt: now(), sizes: null, bar: null })
    },
    start: motion.start,
    stop: () => {
      motion.stop()
      slots.clear()
      offsets = new Map()
    },
  }
}

interface MotionEvents {
  /** Something moves: at most once a frame. */
  readonly onFrame: () => void
  /** It has come to rest. */
  readonly onRest: () => void
  readonly onBeat: () => void
}

interface Motion {
  start(): void
  stop(): void
  /** Counts as a movement: there will be rest after it. */
  nudge(): void
  /** Elements whose size matters. */
  watch(elements: readonly Element[]): void
}

function inNextFrame(window: Window, run: () => void): () => void {
  const frame = window.requestAnimationFrame(run)
  return () => window.cancelAnimationFrame(frame)
}

/** Tells when the page moves. Event listeners and a slow beat: an observer of every change would cost a busy page more. */
function createMotion(window: Window & typeof globalThis, { onFrame, onRest, onBeat }: MotionEvents): Motion {
  let running: AbortController | null = null
  let callOffFrame: (() => void) | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  let callOff = () => {}
  let beat: ReturnType<typeof setInterval> | undefined
  let watched: readonly Element[] = []
  const moved = (event?: Event | readonly ResizeObserverEntry[]) => {
    if (running === null) return
    // What scrolls is followed in the same frame. Anything else may be in the middle of a change, and can wait for its layout.
    const inFrame = event instanceof Event && event.type === 'scroll' ? inNextFrame : afterFrame
    callOffFrame ??= inFrame(window, () => {
      callOffFrame = null
      onFrame()
    })
    clearTimeout(rest)
    rest = setTimeout(() => {
      callOff()
      callOff = afterFrame(window, onRest)
    }, REST_MS)
  }
  const sizes = new window.ResizeObserver(moved)
  return {
    nudge: () => moved(),
    watch: (next) => {
      for (const gone of watched) if (!next.includes(gone)) sizes.unobserve(gone)
      for (const one of next) if (!watched.includes(one)) sizes.observe(one)
      watched = next
    },
    start: () => {
      if (running) return
      running = new AbortController()
      const quiet = { capture: true, passive: true, signal: running.signal }
      // A click or a new focus in the page is when dialogs, menus and sections come and go.
      const events = ['scroll', 'transitionend', 'animationend', 'toggle', 'click', 'focusin', 'visibilitychange'] as const
      for (const type of events) window.document.addEventListener(type, moved, quiet)
      window.addEventListener('resize', moved, quiet)
      beat = setInterval(onBeat, HEARTBEAT_MS)
    },
    stop: () => {
      running?.abort()
      running = null
      callOffFrame?.()
      callOffFrame = null
      clearTimeout(rest)
      callOff()
      clearInterval(beat)
      sizes.disconnect()
      watched = []
    },
  }
}
