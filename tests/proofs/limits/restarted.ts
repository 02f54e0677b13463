import { createLimits } from '#proxy/limits/create-limits.ts'
import type { LimitsConfig } from '#proxy/limits/limits-config.ts'
import { danishDayOf } from '#proxy/limits/periods.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Store } from '#proxy/store/store.ts'
import type { Tally } from '../support/tally.ts'
import { callerFor, UNITS, USERS, whoIs } from './drive.ts'
import type { Ledger } from './ledger.ts'

export interface Restarted {
  readonly store: Store
  readonly config: LimitsConfig
  readonly at: number
  readonly ledger: Ledger
  readonly tally: Tally
  readonly where: string
}

const SMALL = 10

/** A replica that starts afterwards gives each user exactly what is left, in small asks. */
export async function restarted({ store, config, at, ledger, tally, where }: Restarted): Promise<void> {
  // A minute on, so that the requests of before are over.
  const now = at + 60_000
  const plenty = { requestsPerMinute: 1_000_000_000, callsAtOnce: 1000 }
  const open = {
    ...config,
    user: { ...config.user, ...plenty },
    unit: { ...config.unit, ...plenty },
    municipality: { ...config.municipality, ...plenty },
  }
  const limits = createLimits(open, { store, now: () => now, metrics: createMetrics(), models: [] })
  for (const user of [0, 1, 2].map((i) => Math.floor((i * USERS) / 3) + (i % UNITS))) {
    const who = whoIs(user)
    const left = leftFor(ledger, now, who)
    let got = 0
    for (;;) {
      const answer = await limits.reserve(callerFor(who), { model: 'm', tokens: SMALL })
      if (!answer.granted) break
      answer.settle({ tokens: SMALL })
      ledger.tokens(who, now, SMALL)
      got += SMALL
    }
    const ok = got <= Math.max(0, left) && got > left - SMALL
    tally.check('after restart', ok, () => `${where}: ${who.user} had ${left} left and was given ${got}`)
  }
  await limits.close()
}

function leftFor(ledger: Ledger, now: number, { user, unit }: { readonly user: string; readonly unit: string }): number {
  const day = danishDayOf(now).id
  const entries = [`user ${user}`, `unit ${unit}`, 'municipality'].map((scope) => ledger.entries.get(`tokens ${day} ${scope}`))
  return Math.min(...entries.map((entry) => (entry === undefined ? Number.POSITIVE_INFINITY : entry.limit - entry.used)))
}
