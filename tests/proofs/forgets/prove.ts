import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call, type Heard } from '#tests/proxy/support/proxy-stage.ts'
import { startProxy, type ProxyProcess } from '#tests/proxy/support/start-proxy.ts'
import { chatStream } from '#tests/proxy/support/upstream-answers.ts'
import type { Proof } from '../claim.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { Canaries, findMarker } from './canary.ts'
import { createMemoryStage, type MemoryStage } from './memory-stage.ts'
import { MOODS, type Mood } from './moods.ts'
import { PLACES, type Place } from './places.ts'
import { dumpTables, openFolder, readFolder, type Named } from './tables.ts'

const CANARIES = 1000
const AT_ONCE = 8
/** One in so many calls meets an upstream that hangs. */
const SLOW_SHARE = 0.08

interface Run {
  readonly stage: MemoryStage
  readonly canaries: Canaries
  readonly random: Random
  readonly tally: Tally
}

/** `forgets`: nothing that anybody sent or a model said is found afterwards where the proxy writes. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const random = new Random(seed)
  const run: Run = { stage: await createMemoryStage(), canaries: new Canaries(random), random, tally }
  try {
    requireFound(tally, await plantLeaks(run), log)
    const calls = n ?? CANARIES
    const before = await callAndLeave(run, calls)
    const after = await crashAndReturn(run)
    const found = [...before, ...after, ...readFolder(run.stage.data), ...readFolder(run.stage.cwd)]
    const store = await openFolder(run.stage.data)
    found.push(...(await dumpTables(store)))
    await store.close()
    checkRecords(run, found)
    for (const { where, bytes } of found) {
      const leak = findMarker(bytes, run.canaries.marker)
      tally.check(where.split(' ', 1)[0] ?? '', leak === null, () => `${where}: ${leak}`)
    }
    await refusesToTalk(run)
    log(`${run.canaries.count} canaries; searched ${found.length} logs, tables, files and pages of metrics`)
    return tally.result(`${run.canaries.count} canaries, ${tally.failed} found`)
  } finally {
    await run.stage.close()
  }
}

/** All places and all moods, in a random order, and then the logs and the metrics. */
async function callAndLeave(run: Run, calls: number): Promise<readonly Named[]> {
  const proxy = await run.stage.start(run.canaries.next())
  const [slow, quick] = [MOODS.filter(({ isSlow }) => isSlow === true), MOODS.filter(({ isSlow }) => isSlow !== true)]
  let at = 0
  const worker = async () => {
    while (at < calls) {
      const place = PLACES[at % PLACES.length]
      at += 1
      if (place === undefined) return
      await tryOne(run, proxy, { place, mood: run.random.pick(run.random.chance(SLOW_SHARE) ? slow : quick) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await leaveInTheMiddle(run, proxy)
  await anotherName(run, proxy)
  const metrics = await call(`${proxy.url}/metrics`, { method: 'GET' })
  run.tally.check('metrics', metrics.text.includes('sagshjaelp_requests_total'), () => metrics.text.slice(0, 200))
  proxy.signal('SIGTERM')
  run.tally.check('ended', (await proxy.exited) === 0, () => `exit code, log: ${proxy.stdout().slice(-300)}`)
  await proxy.close()
  return [...writtenBy(proxy), { where: 'metrics', bytes: metrics.text }]
}

async function tryOne({ stage, canaries, tally }: Run, proxy: ProxyProcess, { place, mood }: { place: Place; mood: Mood }): Promise<void> {
  const wanted = place.call(canaries.next())
  stage.upstream.always(mood.behave)
  const headers = {
    authorization: `Bearer ${stage.issuer.token({ roles: ['caseworker', 'administrator'] })}`,
    'content-type': 'application/json',
  }
  const heard = await call(`${proxy.url}${place.path}`, { ...wanted, headers: { ...headers, ...wanted.headers } })
  const leak = findMarker(toldAsError(heard), canaries.marker)
  tally.check('error', leak === null, () => `${place.what}, ${mood.what}: ${heard.status} ${leak}`)
}

/** All of a refusal; of a good answer only the headers; of a stream what it says of an error. */
function toldAsError({ status, headers, text }: Heard): string {
  const error = status >= 400 ? text : (/^data: \{"error".*$/m.exec(text)?.[0] ?? '')
  return `${JSON.stringify(headers)}\n${error}`
}

/** Clients that go away while an answer that quotes them is under way. */
async function leaveInTheMiddle({ stage, canaries }: Run, proxy: ProxyProcess): Promise<void> {
  stage.upstream.always(({ body }) => ({ ...chatStream([body, body, body]), waitBetweenMs: 100 }))
  for (let left = 5; left > 0; left -= 1) {
    const leave = new AbortController()
    setTimeout(() => leave.abort(), 150)
    await chat(stage, proxy, { text: canaries.next(), signal: leave.signal }).catch(() => undefined)
  }
}

/** A model that gives the question back as its own name; its place is stopped by that, so it comes last. */
async function anotherName({ stage, canaries }: Run, proxy: ProxyProcess): Promise<void> {
  const name = canaries.next()
  stage.upstream.always(() => chatStream(['a'], { model: name, id: name }))
  await chat(stage, proxy, { text: name })
}

function chat(
  { issuer }: MemoryStage,
  { url }: ProxyProcess,
  { text, signal = null }: { text: string; signal?: AbortSignal | null },
): Promise<string> {
  const body = JSON.stringify({ model: 'sag-chat', stream: true, messages: [{ role: 'user', content: text }] })
  const headers = { authorization: `Bearer ${issuer.token()}`, 'content-type': 'application/json' }
  return fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body, signal }).then((answer) => answer.text())
}

/** Ends with an error that nobody caught and that quotes a canary, and once by force, each with answers under way. */
async function crashAndReturn({ stage, canaries, tally }: Run): Promise<readonly Named[]> {
  const written: Named[] = []
  for (const signal of ['SIGUSR2', 'SIGKILL', 'SIGABRT'] as const) {
    const proxy = await stage.start(canaries.next())
    stage.upstream.always(({ body }) => ({ ...chatStream([body, body]), waitBetweenMs: 500 }))
    const torn = Array.from({ length: 4 }, () => chat(stage, proxy, { text: canaries.next() }).catch(() => ''))
    await new Promise((resolve) => setTimeout(resolve, 800))
    proxy.signal(signal)
    const code = await proxy.exited
    if (signal === 'SIGUSR2')
      tally.check('crash', code === 70 && proxy.stdout().includes('"event":"crashed"'), () => `${code} ${proxy.stdout().slice(-300)}`)
    await Promise.all(torn)
    await proxy.close()
    written.push(...writtenBy(proxy))
  }
  return written
}

function writtenBy(proxy: ProxyProcess): readonly Named[] {
  return [
    { where: 'stdout', bytes: proxy.stdout() },
    { where: 'stderr', bytes: proxy.stderr() },
  ]
}

/** Nothing found means little if nothing was written. */
function checkRecords({ tally }: Run, found: readonly Named[]): void {
  const lines = found.filter(({ where }) => where === 'stdout').reduce((sum, { bytes }) => sum + bytes.toString().split('\n').length, 0)
  tally.check('something was written', lines > 20, () => `${lines} lines of log`)
  const records = found.filter(({ where }) => where.startsWith('table') && !where.endsWith(' 0 rows'))
  tally.check('something was written', records.length >= 3, () => found.map(({ where }) => where).join('; '))
}

/** Node's own way to talk of what passes through it must keep the proxy from starting. */
async function refusesToTalk({ stage, tally }: Run): Promise<void> {
  const config = { auth: stage.issuer.config, store: { kind: 'pglite' as const, folder: stage.data } }
  const started = await startProxy({ config, env: { NODE_DEBUG: 'http,net,stream' } }).then(
    async (proxy) => proxy.close().then(() => true),
    () => false,
  )
  tally.check('talkative', !started, () => 'it started with NODE_DEBUG')
}

/** A canary in each kind of place that is searched: what is not found here would not be found later. */
async function plantLeaks({ canaries }: Run): Promise<readonly PlantedFault[]> {
  const planted = await createMemoryStage()
  try {
    const proxy = await planted.start('')
    const { text } = await call(`${proxy.url}/v1/chat/completions`, { headers: { 'content-type': 'application/json' }, body: '{}' })
    const metrics = await call(`${proxy.url}/metrics`, { method: 'GET' })
    proxy.signal('SIGTERM')
    await proxy.exited
    await proxy.close()
    const store = await openFolder(planted.data)
    await store.query('CREATE TABLE planted (note text)')
    await store.query('INSERT INTO planted VALUES ($1)', [`æ ${canaries.next()} ø`])
    const tables = await dumpTables(store)
    await store.close()
    writeFileSync(join(planted.cwd, 'core'), Buffer.from(`..${canaries.next()}..`, 'utf16le'))
    appendFileSync(join(planted.cwd, 'packed'), Buffer.from(`ab${canaries.next()}cd`).toString('base64'))
    const finds = (named: readonly Named[]) => named.some(({ bytes }) => findMarker(bytes, canaries.marker) !== null)
    const isIn = (kind: string, found: boolean): PlantedFault => ({ kind, found })
    const files = readFolder(planted.cwd)
    return [
      isIn('in a line of the log', finds([{ where: '', bytes: `${proxy.stdout()}${canaries.next()}` }])),
      isIn('in a metric', finds([{ where: '', bytes: metrics.text.replace('route="', `route="${canaries.next().toUpperCase()}`) }])),
      isIn('in an error', finds([{ where: '', bytes: text.replace('"param":null', `"param":"${canaries.next()}"`) }])),
      isIn('in a row', finds(tables)),
      isIn("in the store's files", finds(readFolder(planted.data))),
      isIn('in a core', finds(files.filter(({ where }) => where.endsWith('core')))),
      isIn('packed in a file', finds(files.filter(({ where }) => where.endsWith('packed')))),
      isIn('nothing where nothing is', !finds([{ where: '', bytes: proxy.stdout() }])),
    ]
  } finally {
    await planted.close()
  }
}
