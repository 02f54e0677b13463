import { createLimits } from '#proxy/limits/create-limits.ts'
import type { Limits } from '#proxy/limits/limits.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Store } from '#proxy/store/store.ts'
import { testStores, type TestStores } from '../../proxy/support/stores.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { configFor } from './config-for.ts'
import { drive, USERS } from './drive.ts'
import { judge, type Figures } from './judge.ts'
import { killedAndRestarted } from './killed.ts'
import type { Ledger } from './ledger.ts'
import { plantedFaults } from './planted.ts'
import { restarted } from './restarted.ts'

const DEFAULT = 60_000
/** Fewer do not bring every user to a limit, and nothing could be said of them. */
const LEAST = 4000
/** PGlite is one process's own, and slower: a tenth shows the same. */
const PGLITE_SHARE = 10
const REPLICAS = 3
const KILLS = { postgres: 6, pglite: 3 } as const

/**
 * `limits`: 200 users at once over three replicas on one store are held to what is configured: nothing overspent but
 * what one call may cost, nobody refused before 99 % are used, exact after a restart, and no more than a block off after kill -9.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const stores = testStores()
  const random = new Random(seed)
  const requests = n ?? DEFAULT
  try {
    requireFound(tally, await plantedFaults({ stores, seed, requests: Math.min(requests, 6000) }), log)
    const postgres = await underLoad({ stores, seed, requests, kind: 'postgres', tally, log })
    const pglite = await underLoad({
      stores,
      seed,
      requests: Math.max(LEAST, Math.ceil(requests / PGLITE_SHARE)),
      kind: 'pglite',
      tally,
      log,
    })
    for (const kind of ['postgres', 'pglite'] as const)
      await killedAndRestarted({ stores, kind, kills: n === null ? KILLS[kind] : Math.min(KILLS[kind], 2), random, tally, log })
    const reached = Math.min(...[postgres, pglite].flatMap((figures) => Object.values(figures.reached)))
    const overspend = Math.max(postgres.overspend, pglite.overspend)
    return tally.result(`overspend ${overspend.toFixed(2)} of a call, refused at ${(reached * 100).toFixed(2)} % of a limit`)
  } finally {
    await stores.close()
  }
}

interface LoadRun {
  readonly stores: TestStores
  readonly seed: number
  readonly requests: number
  readonly kind: 'postgres' | 'pglite'
  readonly tally: Tally
  readonly log: (line: string) => void
}

async function underLoad({ stores, seed, requests, kind, tally, log }: LoadRun): Promise<Figures> {
  const config = configFor(requests)
  const clock = { at: Date.UTC(2026, 5, 10, 8) }
  const where = await stores.config(kind)
  const first = await stores.reopen(where)
  const own =
    kind === 'postgres' ? [first, await stores.reopen(where), await stores.reopen(where)] : Array.from({ length: REPLICAS }, () => first)
  const replicas = own.map((store) => createLimits(config, { store, now: () => clock.at, metrics: createMetrics(), models: [] }))
  const from = performance.now()
  const ledger = await drive({ seed, requests, config, clock, replicas })
  const seconds = (performance.now() - from) / 1000
  const figures = judge(ledger, { where: kind, tally })
  await closeAll(replicas)
  await exactInStore(ledger, first, { tally, where: kind })
  await restarted({ store: first, config, at: clock.at, ledger, tally, where: kind })
  tally.pass(requests)
  log(
    `${kind}: ${requests} requests of ${USERS} users over ${REPLICAS} replicas in ${seconds.toFixed(1)} s, overspend ${figures.overspend.toFixed(2)} of a call, ` +
      `refused at ${(figures.reached.requests * 100).toFixed(2)} % (requests) and ${(figures.reached.tokens * 100).toFixed(2)} % (tokens)`,
  )
  return figures
}

async function closeAll(replicas: readonly Limits[]): Promise<void> {
  await Promise.all(replicas.map((limits) => limits.close()))
}

/** After a graceful end the store holds to the token what was used. */
async function exactInStore(
  ledger: Ledger,
  store: Store,
  { tally, where }: { readonly tally: Tally; readonly where: string },
): Promise<void> {
  const rows = await store.query<{ period: string; scope: string; taken: string | number }>(
    `SELECT period, scope, taken FROM limit_meter WHERE meter = 'tokens'`,
  )
  const used = [...ledger.entries.values()].filter(({ meter }) => meter === 'tokens').map((entry) => entry.used)
  const taken = rows.map((row) => Number(row.taken))
  const same = used.toSorted((a, b) => a - b).join(' ') === taken.toSorted((a, b) => a - b).join(' ')
  tally.check('exact', same && taken.length > USERS, () => `${where}: the store does not hold what was used`)
}
