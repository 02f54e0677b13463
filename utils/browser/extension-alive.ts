import { browser } from './browser.ts'

/**
 * Whether the extension that injected this script still exists. After an update the old script lives on in the page,
 * but its runtime is gone; reading it may then throw.
 */
export function extensionAlive(): boolean {
  try {
    return browser.runtime.id !== undefined
  } catch {
    return false
  }
}

/** Calls back once when the extension has been updated or removed under this page. Stops when the signal aborts. */
export function whenOrphaned(callback: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (extensionAlive()) return
    clearInterval(timer)
    callback()
  }, 1000)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}
