/** Knows whether the focus in our part was put there by the user. The page can call `focus()` on anything in an open root. */
export interface FocusOrigin {
  /** Whether a key pressed on this element now is meant for it. */
  isMeant(element: Element): boolean
  /** A press in our part that was let through: what we do with the focus now is the user's doing. */
  pressed(event: Event): void
}

export interface FocusOptions {
  readonly root: ShadowRoot
  readonly now: () => number
  readonly signal: AbortSignal
}

/** What our own parts do with the focus follows a press in them this soon. */
const FOLLOWS_MS = 1000
/** A focus that the tabulator moved must rest: the user may still be typing into the page. */
const REST_MS = 400

interface Origin {
  readonly at: number
  readonly cause: 'ours' | 'tab' | 'page'
}

export function createFocusOrigin({ root, now, signal }: FocusOptions): FocusOrigin {
  const origins = new WeakMap<Element, Origin>()
  let pressedAt = -Infinity
  let tab: Event | null = null
  let isByTab = false
  const window = root.ownerDocument.defaultView ?? globalThis.window
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return
      tab = event.code === 'Tab' ? event : null
      // The way into the bar, see `shortcut.ts`.
      if (event.code === 'KeyS' && event.altKey && event.shiftKey) pressedAt = now()
    },
    { capture: true, passive: true, signal },
  )
  // The browser moves the focus once every listener has had the key, and once only: any other move is the page's.
  window.addEventListener(
    'focusin',
    () => {
      isByTab = tab !== null && !tab.defaultPrevented && tab.eventPhase === Event.NONE
      tab = null
    },
    { capture: true, passive: true, signal },
  )
  const causeNow = (): Origin['cause'] => {
    if (now() - pressedAt <= FOLLOWS_MS) return 'ours'
    return isByTab ? 'tab' : 'page'
  }
  root.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element) origins.set(target, { at: now(), cause: causeNow() })
      isByTab = false
    },
    { capture: true },
  )
  return {
    // A key goes to wherever the focus is: it counts only where the user put that herself.
    pressed: ({ type, target }) => {
      const cause = target instanceof Element ? origins.get(target)?.cause : undefined
      if (type.startsWith('key') ? cause === 'ours' || cause === 'tab' : true) pressedAt = now()
    },
    isMeant: (element) => {
      const origin = origins.get(element)
      if (!origin || origin.cause === 'page') return false
      return origin.cause === 'ours' || now() - origin.at >= REST_MS
    },
  }
}
