import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { limitsConfig } from '#proxy/limits/limits-config.ts'
import type { StoreConfig } from '#proxy/store/store-config.ts'
import type { TestStores } from '../../proxy/support/stores.ts'
import type { ReplicaTask } from '../support/limits-replica-process.ts'
import type { Random } from '../support/random.ts'
import type { Tally } from '../support/tally.ts'

export interface KilledRun {
  readonly stores: TestStores
  readonly kind: 'postgres' | 'pglite'
  readonly kills: number
  readonly random: Random
  readonly tally: Tally
  readonly log: (line: string) => void
}

const PROCESS = new URL('../support/limits-replica-process.ts', import.meta.url).pathname
const BUDGET = 4_000_000
const BLOCK = 40_000
const USERS = 50
/** The dearest call of a replica, as its process asks. */
const MOST_TOKENS = 2000
/** What may be promised to calls at one moment: nobody knows what they cost when they are cut, so it counts as spent. */
const UNDER_WAY = USERS * MOST_TOKENS
const MOST_MS = 60_000

/** Lives, is killed while it spends, and is started again, until the day's budget is used up. */
export async function killedAndRestarted({ stores, kind, kills, random, tally, log }: KilledRun): Promise<void> {
  const store = await stores.config(kind)
  const plenty = { requestsPerMinute: 1_000_000_000, callsAtOnce: 1000, tokensPerDay: 1_000_000_000 }
  const config = limitsConfig.parse({
    user: plenty,
    unit: plenty,
    municipality: { ...plenty, tokensPerDay: BUDGET },
    blockTokens: BLOCK,
    leaseSeconds: 2,
    settleMilliseconds: 100,
  })
  const task = { config, users: USERS, at: Date.UTC(2026, 5, 10, 8) }
  const total = { settled: 0, unknown: 0, killed: 0, ended: false }
  for (let i = 0; i <= kills; i += 1) {
    const life = await live({ ...task, store, seed: random.int(1, 1e6) }, i < kills ? random.int(30, 900) : null)
    total.settled += life.settled
    total.unknown += life.promised
    total.killed += life.ended ? 0 : 1
    total.ended = life.ended
  }
  const where = `${kind}, killed ${total.killed} times`
  const most = BUDGET + BLOCK * Math.max(1, total.killed)
  tally.check('killed', total.ended, () => `${where}: the last one did not get to the end of the budget`)
  tally.check('killed', total.settled <= most, () => `${where}: spent ${total.settled} of ${BUDGET}, at most ${most} allowed`)
  const least = BUDGET * 0.99 - UNDER_WAY * total.killed
  tally.check(
    'killed',
    total.settled + total.unknown >= least,
    () => `${where}: ${total.settled} + ${total.unknown} of ${BUDGET} is all that could be spent`,
  )
  await sameInStore({ stores, store, tally, where }, total)
  log(`${where}: spent ${total.settled} of ${BUDGET}, and ${total.unknown} promised to calls that were cut`)
}

interface Life {
  readonly settled: number
  /** Promised to calls of which nobody heard the end. */
  readonly promised: number
  readonly ended: boolean
}

/** Runs until its end, or for so many ms after its first call. */
async function live(task: ReplicaTask, ms: number | null): Promise<Life> {
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  const started = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
      resolve()
    })
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const watchdog = setTimeout(() => child.kill('SIGKILL'), MOST_MS)
  await Promise.race([started, closed])
  if (ms !== null) {
    await Promise.race([sleep(ms), closed])
    child.kill('SIGKILL')
  }
  await closed
  clearTimeout(watchdog)
  return lifeOf(text)
}

function lifeOf(text: string): Life {
  let promised = 0
  let settled = 0
  for (const line of text.split('\n')) {
    const [what, first = '0', second = '0'] = line.split(' ')
    if (what === 'G') promised += Number(first)
    if (what !== 'S') continue
    promised -= Number(first)
    settled += Number(second)
  }
  return { settled, promised, ended: text.endsWith('END\n') }
}

interface Checked {
  readonly stores: TestStores
  readonly store: StoreConfig
  readonly tally: Tally
  readonly where: string
}

/** What the store says was used: at least what was settled but for a block at each kill, at most that and what was promised. */
async function sameInStore(
  { stores, store, tally, where }: Checked,
  total: { readonly settled: number; readonly unknown: number; readonly killed: number },
) {
  const opened = await stores.reopen(store)
  const [row] = await opened.query<{ taken: string | number }>(
    `SELECT taken FROM limit_meter WHERE meter = 'tokens' AND scope = 'municipality'`,
  )
  const [leases] = await opened.query<{ count: string | number }>('SELECT count(*) FROM limit_lease')
  await opened.close()
  const taken = Number(row?.taken)
  const ok = taken >= total.settled - BLOCK * total.killed && taken <= total.settled + total.unknown + UNDER_WAY * total.killed
  tally.check('killed', ok, () => `${where}: the store says ${taken}, ${total.settled} was settled and ${total.unknown} promised`)
  tally.check('killed', Number(leases?.count) === 0, () => `${where}: ${String(leases?.count)} leases are left of nobody`)
}
