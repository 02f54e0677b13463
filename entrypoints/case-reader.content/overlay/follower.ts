import type { SlotName } from '#components/overlay/overlay-model.ts'
import { boxOf, type Point } from './geometry.ts'
import type { Highlight } from './highlight.ts'
import { followAnchors, layOut, type Placed } from './layout-pass.ts'

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
  /** Places everything now. */
  place(): void
  start(): void
  stop(): void
}

export function createFollower(options: FollowerOptions): Follower {
  const { document, host, highlight } = options
  const window = document.defaultView ?? globalThis.window
  const slots = new Map<SlotName, Placed>()
  let offsets = new Map<Placed, Point>()
  let watched: readonly Element[] = []
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  let beat: ReturnType<typeof setInterval> | undefined
  let stopped: AbortController | null = null
  const sizes = new window.ResizeObserver(() => moved())

  const input = () => ({ document, host, slots, header: options.header(), anchorOf: options.anchorOf, now: options.now })
  const place = () => {
    if (document.visibilityState === 'hidden' || !host.isConnected) return
    const now = input()
    layOut(now)
    highlight.follow(originOf(host))
    offsets = offsetsOf(slots, options.anchorOf)
    watchSizes([document.documentElement, ...(now.header ? [now.header] : []), ...[...slots.values()].map((slot) => slot.element)])
  }
  const watchSizes = (next: readonly Element[]) => {
    for (const gone of watched) if (!next.includes(gone)) sizes.unobserve(gone)
    for (const one of next) if (!watched.includes(one)) sizes.observe(one)
    watched = next
  }
  const moved = () => {
    if (document.visibilityState === 'hidden' || stopped === null) return
    frame ||= window.requestAnimationFrame(() => {
      frame = 0
      followAnchors(input(), offsets)
      highlight.follow(originOf(host))
    })
    clearTimeout(rest)
    rest = setTimeout(place, REST_MS)
  }
  const look = () => {
    if (document.visibilityState === 'hidden') return
    const state = driftOf(slots, offsets, options)
    if (state === 'lost') options.onLost()
    else if (state === 'moved') place()
  }
  return {
    place,
    movedAt: (slot) => [...slots.values()].find((placed) => placed.element === slot)?.movedAt ?? 0,
    onSlot: (name, element) => {
      if (element === null) slots.delete(name)
      else slots.set(name, { element, at: null, movedAt: options.now() })
    },
    start: () => {
      if (stopped) return
      stopped = new AbortController()
      const quiet = { capture: true, passive: true, signal: stopped.signal }
      for (const type of ['scroll', 'transitionend', 'animationend', 'toggle'] as const) document.addEventListener(type, moved, quiet)
      // A click or a new focus in the page is when dialogs, menus and sections come and go.
      for (const type of ['click', 'focusin', 'visibilitychange'] as const) document.addEventListener(type, moved, quiet)
      window.addEventListener('resize', moved, quiet)
      beat = setInterval(look, HEARTBEAT_MS)
    },
    stop: () => {
      stopped?.abort()
      stopped = null
      window.cancelAnimationFrame(frame)
      frame = 0
      clearTimeout(rest)
      clearInterval(beat)
      sizes.disconnect()
      watched = []
      slots.clear()
      offsets = new Map()
    },
  }
}

/** How far each marker stands from the corner of what it belongs to. */
function offsetsOf(slots: ReadonlyMap<SlotName, Placed>, anchorOf: (spot: string) => Element | null): Map<Placed, Point> {
  const offsets = new Map<Placed, Point>()
  for (const [name, placed] of slots) {
    const anchor = name.startsWith('marker:') && placed.at ? anchorOf(name.slice('marker:'.length)) : null
    if (!anchor) continue
    const [mark, box] = [boxOf(placed.element), boxOf(anchor)]
    offsets.set(placed, { x: mark.left - box.left, y: mark.top - box.top })
  }
  return offsets
}

/** Whether something has moved away under the overlay since the last pass. Reads a few rectangles, writes nothing. */
function driftOf(slots: ReadonlyMap<SlotName, Placed>, offsets: ReadonlyMap<Placed, Point>, { header, anchorOf }: FollowerOptions): 'still' | 'moved' | 'lost' {
  if (header()?.isConnected === false) return 'lost'
  for (const [name, placed] of slots) {
    if (!name.startsWith('marker:')) continue
    const anchor = anchorOf(name.slice('marker:'.length))
    if (anchor?.isConnected === false) return 'lost'
    const offset = offsets.get(placed)
    if (anchor && offset && hasMoved(boxOf(placed.element), boxOf(anchor), offset)) return 'moved'
  }
  return 'still'
}

function hasMoved(mark: { left: number; top: number }, anchor: { left: number; top: number }, offset: Point): boolean {
  return Math.hypot(mark.left - anchor.left - offset.x, mark.top - anchor.top - offset.y) > 2
}

function originOf(host: Element): Point {
  const { left, top } = host.getBoundingClientRect()
  return { x: left, y: top }
}
