import { cpus } from 'node:os'
import type { Bench } from '../run.ts'
import { plainLoad, streamLoad, type Measured, type Target } from './load.ts'
import { startOurs, startPortkey } from './peers.ts'
import { peakMemory, startProcess } from './process.ts'

const AT_ONCE = [1, 32, 256] as const
const WARM_MS = 1500
const PLAIN_MS = 4000
const STREAM_MS = 2500
/** What the design promises, with sign-in, limits, audit and CPR guard on. */
const BUDGET = { ofBare: 0.6, ofPortkey: 7, p50More: 1, p99Times: 1.5, p99More: 5, firstToken: 5, coldStart: 800, memory: 200 }

type Row = Readonly<Record<string, Measured>>

/** The proxy beside a bare pass-through, the Portkey gateway and the upstream itself, on the same machine in one run. */
export const bench: Bench = async () => {
  const [cpu] = cpus()
  console.log(`${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, Node ${process.version}; load and upstream on the same cores`)
  const upstream = await startProcess('upstream-process.ts')
  const bare = await startProcess('bare-process.ts', [`http://127.0.0.1:${upstream.port}`])
  const ours = await startOurs(upstream.port)
  const portkey = await startPortkey(upstream.port)
  const targets: readonly Target[] = [
    { name: 'direct', port: upstream.port, model: 'proevemodel-1', headers: () => ({}) },
    { name: 'bare', port: bare.port, model: 'proevemodel-1', headers: () => ({}) },
    ours.target,
    portkey.target,
  ]
  try {
    const plain = await table('plain', targets, plainLoad, PLAIN_MS)
    // Portkey as npm resolves it answers 500 to every stream.
    const streams = await table('streamed (time to the first piece)', targets.slice(0, 3), streamLoad, STREAM_MS)
    return { held: [...judgePlain(plain), ...judgeStreams(streams), ...judgeProcess(ours, bare.pid)].every(Boolean) }
  } finally {
    await Promise.all([bare.stop(), ours.stop(), portkey.process.stop()])
    await upstream.stop()
  }
}

async function table(
  title: string,
  targets: readonly Target[],
  measure: (target: Target, callers: number, ms: number) => Promise<Measured>,
  ms: number,
): Promise<ReadonlyMap<number, Row>> {
  const rows = new Map<number, Row>()
  for (const callers of AT_ONCE) {
    const row: Record<string, Measured> = {}
    for (const target of targets) {
      await measure(target, callers, WARM_MS)
      const measured = await measure(target, callers, ms)
      row[target.name] = measured
      const { perSecond, p50, p99, failed } = measured
      console.log(
        `  ${title}, ${callers} at once, ${target.name.padEnd(8)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms${failed > 0 ? `  ${failed} FAILED` : ''}`,
      )
    }
    rows.set(callers, row)
  }
  return rows
}

function judgePlain(rows: ReadonlyMap<number, Row>): boolean[] {
  return [...rows].flatMap(([callers, { direct, bare, proxy, Portkey }]) => {
    if (!direct || !bare || !proxy || !Portkey) return [false]
    const [ofBare, ofPortkey, bareOfPortkey] = [
      proxy.perSecond / bare.perSecond,
      proxy.perSecond / Portkey.perSecond,
      bare.perSecond / Portkey.perSecond,
    ]
    const at = `plain, ${callers} at once`
    const added = { p50: proxy.p50 - direct.p50, p99: proxy.p99 - direct.p99 }
    const limit = { p50: bare.p50 - direct.p50 + BUDGET.p50More, p99: BUDGET.p99Times * (bare.p99 - direct.p99) + BUDGET.p99More }
    return [
      line(
        `${at}: share of the bare pass-through's throughput`,
        `${(100 * ofBare).toFixed(0)} %`,
        ofBare >= BUDGET.ofBare && proxy.failed === 0,
      ),
      line(
        `${at}: times Portkey's throughput`,
        `${ofPortkey.toFixed(1)} (the bare pass-through ${bareOfPortkey.toFixed(1)})`,
        ofPortkey >= BUDGET.ofPortkey,
      ),
      line(`${at}: added p50`, `${added.p50.toFixed(2)} ms (limit ${limit.p50.toFixed(2)})`, added.p50 <= limit.p50),
      line(`${at}: added p99`, `${added.p99.toFixed(2)} ms (limit ${limit.p99.toFixed(2)})`, added.p99 <= limit.p99),
    ]
  })
}

function judgeStreams(rows: ReadonlyMap<number, Row>): boolean[] {
  const most = rows.get(256)
  if (!most?.['direct'] || !most['bare'] || !most['proxy']) return [false]
  const later = most['proxy'].p50 - most['direct'].p50
  return [
    line(
      '256 streams: first piece later than direct',
      `${later.toFixed(2)} ms (limit ${BUDGET.firstToken}; the bare pass-through ${(most['bare'].p50 - most['direct'].p50).toFixed(2)})`,
      later <= BUDGET.firstToken && most['proxy'].failed === 0,
    ),
  ]
}

function judgeProcess({ coldStart, pid }: { readonly coldStart: number; readonly pid: number }, barePid: number): boolean[] {
  const memory = peakMemory(pid)
  return [
    line('cold start', `${coldStart.toFixed(0)} ms (limit ${BUDGET.coldStart})`, coldStart <= BUDGET.coldStart),
    line(
      'memory at its peak',
      `${memory.toFixed(0)} MB (limit ${BUDGET.memory}; the bare pass-through ${peakMemory(barePid).toFixed(0)})`,
      memory <= BUDGET.memory,
    ),
  ]
}

function line(what: string, measured: string, held: boolean): boolean {
  console.log(`${held ? 'held  ' : 'MISSED'} ${what}: ${measured}`)
  return held
}
