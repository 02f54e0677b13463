/**
 * `npm run soak -- [--store postgres|pglite] [--n N]`: a day of the proxy as fast as it goes (864,000 requests on
 * PostgreSQL, 50,000 on PGlite), 5 % of them left and 1 % failed upstream. Memory and handles have to stay flat after
 * the warm-up, no answer may be wrong, and the record of use has to hold. On demand: it takes its time. Linux only.
 */
import { parseArgs } from 'node:util'
import { verifyChain } from '#proxy/audit/verify.ts'
import { startKeyIssuer } from '#tests/proxy/support/key-issuer.ts'
import { startProxy } from '#tests/proxy/support/start-proxy.ts'
import { STORE_KINDS, testStores, type StoreKind } from '#tests/proxy/support/stores.ts'
import { WIDE_LIMITS } from '#tests/proofs/support/wide-limits.ts'
import { imageMemoryFlags } from '../proxy/image-flags.ts'
import { startProcess } from '../proxy/process.ts'
import { drive, type Counts } from './drive.ts'
import { slope, Watch, type Sample } from './watch.ts'

const AMOUNT: Readonly<Record<StoreKind, number>> = { postgres: 864_000, pglite: 50_000 }
/** Memory grows to its usual size first: so many requests, or half of a short run. */
const WARM_UP = 50_000
/** MiB for 100,000 requests. */
const MOST_SLOPE = 1
const MORE_HANDLES = 8
const TOKEN_MS = 300_000
const PEOPLE = 200

const { values } = parseArgs({ options: { store: { type: 'string' }, n: { type: 'string' } } })
const kinds = STORE_KINDS.filter((kind) => values.store === undefined || values.store === kind)
if (kinds.length === 0) {
  console.error('Usage: npm run soak -- [--store postgres|pglite] [--n N]')
  process.exit(2)
}
let held = true
for (const kind of kinds) held = (await soak(kind, values.n === undefined ? AMOUNT[kind] : Number(values.n))) && held
process.exit(held ? 0 : 1)

async function soak(kind: StoreKind, total: number): Promise<boolean> {
  const stores = testStores({ durable: true })
  const [issuer, upstream, store] = await Promise.all([
    startKeyIssuer(),
    startProcess(new URL('upstream-process.ts', import.meta.url).href),
    stores.config(kind),
  ])
  const proxy = await startProxy({
    config: { auth: issuer.config, store, limits: WIDE_LIMITS, upstream: upstreamAt(upstream.port) },
    nodeArgs: imageMemoryFlags(),
    mostMs: 60_000,
  })
  const counts: Counts = { requests: 0, aborted: 0, failed: 0, wrong: 0 }
  const watch = new Watch(proxy.pid, () => counts.requests)
  try {
    const from = performance.now()
    await drive(proxy.port, { total, token: tokens(issuer.token), counts })
    watch.look()
    watch.stop()
    const seconds = (performance.now() - from) / 1000
    proxy.signal('SIGTERM')
    const code = await proxy.exited
    const opened = await stores.reopen(store)
    const { records, faults } = await verifyChain(opened, { keys: [], anchors: [], mostUnsigned: 0, keptSince: 0 })
    console.log(
      `${kind}: ${total} requests in ${Math.round(seconds)} s (${Math.round(total / seconds)} a second), ${JSON.stringify(counts)}`,
    )
    const record = { records, faults: faults.length, crashed: /"event":"crashed"/.test(proxy.stdout()), code }
    return judge(watch.samples, { total, wrong: counts.wrong, ...record })
  } finally {
    watch.stop()
    await proxy.close()
    await upstream.stop()
    await issuer.close()
    await stores.close()
  }
}

interface Outcome {
  readonly total: number
  readonly wrong: number
  readonly records: number
  readonly faults: number
  readonly crashed: boolean
  readonly code: number | null
}

function judge(samples: readonly Sample[], outcome: Outcome): boolean {
  const warm = samples.filter(({ requests }) => requests >= Math.min(WARM_UP, outcome.total / 2))
  const [first, last] = [warm[0], warm.at(-1)]
  const grows = slope(warm)
  const handles = [first?.handles ?? 0, Math.max(...warm.map((sample) => sample.handles))] as const
  const rows: readonly (readonly [string, boolean])[] = [
    [`memory ${first?.rss.toFixed(0)} → ${last?.rss.toFixed(0)} MiB, ${grows.toFixed(2)} MiB for 100,000 requests`, grows <= MOST_SLOPE],
    [`handles ${handles[0]} → ${handles[1]}`, handles[1] <= handles[0] + MORE_HANDLES],
    [`${outcome.wrong} wrong answers`, outcome.wrong === 0],
    [`${outcome.records} records, ${outcome.faults} faults in the chain`, outcome.records === outcome.total && outcome.faults === 0],
    [`ended with ${outcome.code}, ${outcome.crashed ? 'crashed' : 'no crash'}`, outcome.code === 0 && !outcome.crashed],
  ]
  console.log(`  memory on the way, MiB: ${way(samples, ({ rss }) => rss.toFixed(0))}`)
  for (const [text, ok] of rows) console.log(`  ${ok ? 'held  ' : 'MISSED'} ${text}`)
  return rows.every(([, ok]) => ok)
}

function way(samples: readonly Sample[], show: (sample: Sample) => string): string {
  const step = Math.max(1, Math.floor(samples.length / 12))
  return samples
    .filter((_, at) => at % step === 0)
    .map(show)
    .join(' ')
}

/** Many people, whose tokens are renewed as in a day. */
function tokens(make: (options: { readonly subject: string; readonly seconds: number }) => string): () => string {
  let made = { at: Number.NEGATIVE_INFINITY, all: [''] }
  let next = 0
  return () => {
    if (performance.now() - made.at > TOKEN_MS)
      made = { at: performance.now(), all: Array.from({ length: PEOPLE }, (_, at) => make({ subject: `person-${at}`, seconds: 900 })) }
    next = (next + 1) % PEOPLE
    return made.all[next] ?? ''
  }
}

function upstreamAt(port: number): Record<string, unknown> {
  const place = { upstream: 'lokal', model: 'proevemodel-1', processing: 'own', confirmedBy: 'It-chefen', confirmedOn: '2026-11-01' }
  return {
    upstreams: [
      { name: 'lokal', kind: 'openai-compatible', address: `http://127.0.0.1:${port}/v1`, region: 'local', credential: { type: 'none' } },
    ],
    models: [{ id: 'sag-chat', kind: 'chat', purpose: 'Til prøver.', maxAnswerTokens: 1000, at: [place] }],
    circuit: { failures: 1_000_000 },
  }
}
