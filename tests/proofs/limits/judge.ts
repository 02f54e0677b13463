import type { Tally } from '../support/tally.ts'
import { MOST_TOKENS } from './drive.ts'
import type { Ledger, Meter, Refused } from './ledger.ts'

export interface Judged {
  readonly where: string
  readonly tally: Tally
}

export interface Figures {
  /** The most that any limit was exceeded by, as a share of the dearest call. */
  readonly overspend: number
  /** How much of a limit those had used that were refused, on average: 1 is all of it. */
  readonly reached: Readonly<Record<Meter, number>>
}

const ACCURACY = 0.01

/**
 * Requests: never one too many. Tokens: no more than one call too many, wrong as the estimates are. And who is refused has
 * used the limit up but for 1 %.
 */
export function judge(ledger: Ledger, { where, tally }: Judged): Figures {
  let overspend = 0
  for (const { key, meter, used, limit } of ledger.entries.values()) {
    const over = (used - limit) / (meter === 'requests' ? 1 : MOST_TOKENS)
    overspend = Math.max(overspend, over)
    tally.check('overspent', over <= (meter === 'requests' ? 0 : 1), () => `${where}: ${key} used ${used} of ${limit}`)
  }
  const reached = { requests: average(ledger, 'requests'), tokens: average(ledger, 'tokens') }
  for (const meter of ['requests', 'tokens'] as const) {
    const why = () => `${where}: who was refused for ${meter} had used ${(reached[meter] * 100).toFixed(2)} % of a limit on average`
    tally.check('refused too early', reached[meter] >= 1 - ACCURACY, why)
  }
  return { overspend, reached }
}

function average(ledger: Ledger, meter: Meter): number {
  const refused = [...ledger.refusals.values()].filter((one) => one.meter === meter)
  const count = refused.reduce((sum, one) => sum + one.count, 0)
  return count === 0 ? 1 : refused.reduce((sum, one) => sum + nearest(one) * one.count, 0) / count
}

/** How full the fullest of the limits was that may have been the reason. */
function nearest({ entries, least }: Refused): number {
  return Math.max(...entries.map(({ meter, used, limit }) => Math.min(1, (used + (meter === 'tokens' ? least : 0)) / limit)))
}
