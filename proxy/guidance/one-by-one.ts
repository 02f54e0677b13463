import type { Refusal } from './guidance.ts'

/** More than this waiting is no work of supervisors. */
const MOST_WAITING = 100

/**
 * Lets one call at a time through, in order: they would wait for each other in the store anyway, and each would hold a
 * connection there while it does.
 */
export function oneByOne<A, R>(work: (ask: A) => Promise<R>): (ask: A) => Promise<R | Refusal> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (ask) => {
    if (waiting >= MOST_WAITING) return { ok: false, code: 'too-many-requests' }
    waiting += 1
    const mine = last
      .then(async () => work(ask))
      .finally(() => {
        waiting -= 1
      })
    // One that fails is its own caller's business.
    last = mine.catch(() => {})
    return mine
  }
}
