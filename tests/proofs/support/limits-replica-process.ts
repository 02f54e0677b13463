/**
 * A replica that spends tokens until there are none, or until it is killed. Argument: JSON of `ReplicaTask`. Writes `G n`
 * when n tokens are promised to a call and `S promised used` when it has settled, before anything else can happen.
 */
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLimits } from '#proxy/limits/create-limits.ts'
import type { LimitsConfig } from '#proxy/limits/limits-config.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import { createStore } from '#proxy/store/create-store.ts'
import type { StoreConfig } from '#proxy/store/store-config.ts'
import { Random } from './random.ts'

export interface ReplicaTask {
  readonly store: StoreConfig
  readonly config: LimitsConfig
  readonly seed: number
  readonly users: number
  /** When its clock starts, in ms since 1970: every run in the same day. */
  readonly at: number
}

const MOST_TOKENS = 2000
/** A refusal that lasts longer than this is final: nothing is leased that might come back. */
const SOON_SECONDS = 5

const task = JSON.parse(process.argv[2] ?? '') as ReplicaTask
const startedAt = performance.now()
const now = () => task.at + Math.floor(performance.now() - startedAt)
const store = await createStore(task.store, { log: () => undefined })
const limits = createLimits(task.config, { store, now, metrics: createMetrics(), models: [] })
await Promise.all(Array.from({ length: task.users }, (_, user) => spend(user)))
await limits.close()
await store.close()
writeSync(1, 'END\n')

async function spend(user: number): Promise<void> {
  const random = new Random(task.seed * 1009 + user)
  const caller = { subject: `user-${user}`, unit: 'unit', roles: new Set<never>(), expiresAt: Number.MAX_SAFE_INTEGER }
  for (;;) {
    const tokens = random.int(20, MOST_TOKENS)
    const answer = await limits.reserve(caller, { model: 'm', tokens })
    if (answer.granted) {
      writeSync(1, `G ${tokens}\n`)
      await sleep(random.int(1, 20))
      const used = random.int(0, tokens)
      answer.settle({ tokens: used })
      writeSync(1, `S ${tokens} ${used}\n`)
    } else if (answer.retryAfterSeconds > SOON_SECONDS) return
    else await sleep(200)
  }
}
