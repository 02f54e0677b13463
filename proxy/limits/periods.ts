/** A stretch of time that a limit holds for. Every replica names it alike. */
export interface Period {
  readonly id: string
  /** In ms since 1970. */
  readonly endsAt: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DANISH_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' })

export function minuteOf(at: number): Period {
  const minute = Math.floor(at / MINUTE_MS)
  return { id: `m${minute}`, endsAt: (minute + 1) * MINUTE_MS }
}

/** The day in Denmark, 23 to 25 hours long. */
export function danishDayOf(at: number): Period {
  const id = DANISH_TIME.format(at)
  // Danish midnight always falls on a whole hour of UTC, so the first hour of another date is where the day ends.
  let endsAt = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS
  while (DANISH_TIME.format(endsAt) === id) endsAt += HOUR_MS
  return { id, endsAt }
}

/** Keeps a period until it is over: it is asked for at every call. */
export function keptPeriod(of: (at: number) => Period): (at: number) => Period {
  let kept: Period = { id: '', endsAt: Number.NEGATIVE_INFINITY }
  let from = Number.POSITIVE_INFINITY
  return (at) => {
    if (at < kept.endsAt && at >= from) return kept
    kept = of(at)
    from = at
    return kept
  }
}
