import { firstButton } from '#components/overlay/arrow-keys.ts'
import type { ShadowHost } from './shadow-host.ts'

/** Returns a function that moves the focus to the bar, and from anywhere in the overlay back to where it was in the page. */
export function createFocusJump(document: Document, { host, root }: ShadowHost): () => void {
  let cameFrom: WeakRef<Element> | null = null
  return () => {
    if (document.activeElement === host) {
      const back = cameFrom?.deref()
      if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true })
      // Nothing to go back to, or it takes no focus (`body` does not): then at least let go.
      if (document.activeElement === host && root.activeElement instanceof HTMLElement) root.activeElement.blur()
      return
    }
    cameFrom = document.activeElement ? new WeakRef(document.activeElement) : null
    firstButton(root.querySelector('[data-slot="bar"]'))?.focus({ preventScroll: true })
  }
}
