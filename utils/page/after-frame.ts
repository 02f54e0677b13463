/** A hidden tab draws no frames; what waits for one may not wait for ever. */
const AT_LATEST_MS = 50
/** This late, the page has been busy all the while: its frame is due now, and gets a last chance to come first. */
const LATE_MS = 15
const LAST_CHANCE_MS = 20

/**
 * Runs in the first task after the page has drawn its next frame: what is asked of the layout then costs next to nothing,
 * where in the middle of a change it would make the page lay itself out at once. Returns how to call it off.
 */
export function afterFrame(window: Window, run: () => void): () => void {
  const channel = new MessageChannel()
  const end = () => {
    window.cancelAnimationFrame(frame)
    window.clearTimeout(latest)
    channel.port1.close()
  }
  const go = () => {
    end()
    run()
  }
  channel.port1.addEventListener('message', go, { once: true })
  channel.port1.start()
  const frame = window.requestAnimationFrame(() => channel.port2.postMessage(null))
  const due = performance.now() + AT_LATEST_MS
  let latest = window.setTimeout(() => {
    if (performance.now() - due < LATE_MS) go()
    else latest = window.setTimeout(go, LAST_CHANCE_MS)
  }, AT_LATEST_MS)
  return end
}
