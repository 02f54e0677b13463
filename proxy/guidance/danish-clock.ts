const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' })
const KEPT_MS = 1000

/** The calendar day in Denmark. Asked at every model call, so it is reckoned once a second at most. */
export function danishClock(now: () => number): () => string {
  let kept = { at: Number.NEGATIVE_INFINITY, day: '' }
  return () => {
    const at = now()
    if (Math.abs(at - kept.at) >= KEPT_MS) kept = { at, day: DANISH_DAY.format(at) }
    return kept.day
  }
}
