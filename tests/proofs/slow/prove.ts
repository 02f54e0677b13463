import { chatAnswer, chatEvents, SSE } from '#tests/proxy/support/upstream-answers.ts'
import type { Proof } from '../claim.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'
import { Tally } from '../support/tally.ts'
import { quantile, runHealthy } from './healthy.ts'
import { openSlow, type SlowClient, type SlowKind } from './slow-clients.ts'

const OF_EACH_KIND = 500
const KINDS: readonly SlowKind[] = ['slow head', 'slow body', 'deaf']
/** Each of these fills 4 MB of the machine's memory before the proxy can notice, so there are fewer. */
const ONE_SLOW_READ_IN = 10
/** What the proxy is set to, in seconds, and so what it must close after. */
const LIMITS = { headerSeconds: 3, requestSeconds: 5, clientStallSeconds: 3, idleConnectionSeconds: 4 } as const
const LIMIT_OF: Readonly<Record<SlowKind, number>> = {
  'slow head': LIMITS.headerSeconds,
  'slow body': LIMITS.requestSeconds,
  'slow read': LIMITS.clientStallSeconds,
  deaf: LIMITS.idleConnectionSeconds + 1,
}
const GRACE_MS = 2000
const HEALTHY = { count: 300, everyMs: 25 }
const MOST_TIMES_BASELINE = 2
const EVENT = chatEvents(['x'.repeat(120_000)])[1] ?? ''
const EVENTS = 60
/** So that opening them is not what is measured. */
const OPEN_AT_ONCE = 30
const OPEN_EVERY_MS = 100

/** `slow`: 500 clients of each slow kind are let go of in time, and nobody else notices them. */
export const prove: Proof = async ({ n, log }) => {
  const planted = await plantPatience()
  const count = n ?? OF_EACH_KIND
  const tally = new Tally(log)
  requireFound(tally, [planted], log)
  const times = await oneRun(count, tally, log)
  tally.check('healthy callers wait', times <= MOST_TIMES_BASELINE, () => `p99 is ${times.toFixed(2)} times the baseline`)
  return tally.result(`${count} slow clients of each kind, healthy p99 ${times.toFixed(2)} x baseline`)
}

/** One stage: healthy callers alone, then with all the slow ones. Gives how many times longer the slowest hundredth waited. */
async function oneRun(count: number, tally: Tally, log: (line: string) => void): Promise<number> {
  const stage = await startProxyStage({ server: { ...LIMITS, connections: 20_000 } })
  try {
    answerByKind(stage)
    const healthy = { url: stage.proxy.url, token: stage.token, ...HEALTHY }
    await runHealthy(healthy)
    const alone = await runHealthy(healthy)
    const slow = await openAll(stage, count)
    const together = await runHealthy(healthy)
    const again = await runHealthy(healthy)
    await allClosed(slow)
    for (const client of slow) checkClosed(client, tally)
    for (const run of [alone, together, again])
      tally.check('healthy callers fail', run.failed === 0, () => `${run.failed} of ${HEALTHY.count}`)
    tally.check('healthy callers fail', (await runHealthy({ ...healthy, count: 20 })).failed === 0, () => 'after the slow ones have gone')
    const [base, loaded] = [
      quantile(alone.sorted, 0.99),
      quantile(
        [...together.sorted, ...again.sorted].toSorted((a, b) => a - b),
        0.99,
      ),
    ]
    log(`healthy p99: ${base.toFixed(1)} ms alone, ${loaded.toFixed(1)} ms among ${slow.length} slow clients`)
    return loaded / base
  } finally {
    await stage.close()
  }
}

/** Whole answers for the healthy; for those who do not read, a stream that never stops by itself. */
function answerByKind({ upstream }: ProxyStage): void {
  upstream.always(({ body }) =>
    body.includes('"stream":true') ? { headers: SSE, body: Array.from({ length: EVENTS }, () => EVENT) } : chatAnswer('Et svar.'),
  )
}

async function openAll({ proxy, token }: ProxyStage, count: number): Promise<readonly SlowClient[]> {
  const options = { port: proxy.port, token, everyMs: 700 }
  const wanted = Array.from({ length: count }, (_, at) => (at % ONE_SLOW_READ_IN === 0 ? [...KINDS, 'slow read' as const] : KINDS)).flat()
  const clients: SlowClient[] = []
  for (const [at, kind] of wanted.entries()) {
    clients.push(openSlow(kind, options))
    if (at % OPEN_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve, OPEN_EVERY_MS))
  }
  return clients
}

async function allClosed(clients: readonly SlowClient[]): Promise<void> {
  const longest = Math.max(...Object.values(LIMIT_OF)) * 1000 + GRACE_MS * 3
  const from = performance.now()
  while (clients.some(({ closedAt }) => closedAt === null) && performance.now() - from < longest)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

function checkClosed(client: SlowClient, tally: Tally): void {
  const { kind, openedAt, closedAt } = client
  const most = LIMIT_OF[kind] * 1000 + GRACE_MS
  const held = closedAt === null ? Number.POSITIVE_INFINITY : closedAt - openedAt
  tally.check(`${kind} held on`, held <= most, () => `${held.toFixed(0)} ms, allowed ${most.toFixed(0)}`)
  client.end()
}

/** A proxy that waits as long as it may: its slow clients must be seen to hold on. */
async function plantPatience(): Promise<PlantedFault> {
  const stage = await startProxyStage({
    server: { headerSeconds: 60, requestSeconds: 600, clientStallSeconds: 600, idleConnectionSeconds: 600 },
  })
  try {
    answerByKind(stage)
    const clients = await openAll(stage, 2)
    await new Promise((resolve) => setTimeout(resolve, LIMITS.requestSeconds * 1000 + GRACE_MS))
    const found = clients.every(({ closedAt }) => closedAt === null)
    for (const client of clients) client.end()
    return { kind: 'slow clients are put up with', found }
  } finally {
    await stage.close()
  }
}
