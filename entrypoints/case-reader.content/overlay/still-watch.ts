/** Knows since when our layer has stood still in the window, but for the user's own scrolling. */
export interface StillWatch {
  /** Milliseconds since the page last moved the layer, or scrolled, by itself. */
  stillFor(): number
  /** Where it stands now is where it belongs. */
  look(): void
}

export interface StillOptions {
  readonly host: Element
  readonly now: () => number
  readonly signal: AbortSignal
}

/** What the user scrolls with. A pointer press is left out: a page that scrolls at one moves something under the pointer. */
const SCROLLS = ['wheel', 'touchmove', 'keydown'] as const
/** So long a scrolling goes on by itself after its last cause. */
const GLIDE_MS = 700
const NOTICED = 4

/** Where our layer lies in the page, and how far that is scrolled. */
interface Place {
  readonly x: number
  readonly y: number
  readonly scrollX: number
  readonly scrollY: number
}

const isPushed = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y) > NOTICED
const isScrolled = (a: Place, b: Place) => Math.hypot(a.scrollX - b.scrollX, a.scrollY - b.scrollY) > NOTICED

export function createStillWatch({ host, now, signal }: StillOptions): StillWatch {
  const window = host.ownerDocument.defaultView ?? globalThis.window
  let known: Place | null = null
  let movedAt = -Infinity
  let scrolledBy = -Infinity
  let frame = 0
  const isUsersScroll = () => now() - scrolledBy <= GLIDE_MS
  const look = () => {
    frame = 0
    if (!host.isConnected) {
      known = null
      return
    }
    const { left, top } = host.getBoundingClientRect()
    const { scrollX, scrollY } = window
    const place = { x: left + scrollX, y: top + scrollY, scrollX, scrollY }
    if (known && (isPushed(known, place) || (isScrolled(known, place) && !isUsersScroll()))) movedAt = now()
    known = place
  }
  const soon = () => {
    if (frame === 0) frame = window.requestAnimationFrame(look)
  }
  const byUser = (event: Event) => {
    if (event.isTrusted) scrolledBy = now()
  }
  const onScroll = () => {
    if (!isUsersScroll()) movedAt = now()
  }
  const quiet = { capture: true, passive: true, signal }
  for (const type of SCROLLS) window.addEventListener(type, byUser, quiet)
  window.addEventListener('scroll', onScroll, quiet)
  window.addEventListener('pointermove', soon, quiet)
  return {
    look,
    stillFor: () => {
      look()
      return now() - movedAt
    },
  }
}
