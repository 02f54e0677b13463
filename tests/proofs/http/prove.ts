import { z } from '#utils/validation/zod.ts'
import type { Proof } from '../claim.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { startCarelessServer } from './careless-server.ts'
import { knock, requestsRun } from './knock.ts'
import { mutate } from './mutate.ts'
import { RAW_CASES, type RawCase } from './raw-cases.ts'

const MUTATIONS = 20_000
const AT_ONCE = 32
const QUIET_MS = 50
const ANSWER_MS = 3000
/** Shorter than the proxy's shortest usual wait, so that a request that never ends does not hold the proof up. */
const SERVER = { headerSeconds: 1, requestSeconds: 2, idleConnectionSeconds: 1, connections: 500 }

const line = z.object({ id: z.string(), raw_b64: z.base64() })

/** `http`: whatever bytes come, at most one request of a connection's first packet is run, and the process goes on. */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  const given =
    data === null ? RAW_CASES : readJsonLines(data, line).map(({ id, raw_b64: b64 }) => ({ id, raw: Buffer.from(b64, 'base64') }))
  const stage = await startProxyStage({ server: SERVER })
  try {
    const cases = given.map(({ id, raw }) => ({ id, raw: withToken(raw, stage.token) }))
    requireFound(tally, await plantFaults(cases), log)
    const good = await knock(stage.proxy.port, withToken(RAW_CASES[0]?.raw ?? Buffer.alloc(0), stage.token), ANSWER_MS)
    tally.check('a good request is run', good.statuses[0] === 200, () => good.text)
    for (const each of cases) await tryOne(stage, tally, each)
    log(`${cases.length} cases sent`)
    const mutations = n ?? MUTATIONS
    await tryMutations({ stage, tally }, cases, { random: new Random(seed), mutations })
    await checkAlive(stage, tally)
    return tally.result(`${cases.length} cases and ${mutations} mutations, ${tally.failuresOf('second request')} second requests run`)
  } finally {
    await stage.close()
  }
}

function withToken(raw: Buffer, token: string): Buffer {
  return Buffer.from(raw.toString('latin1').replaceAll('{T}', token), 'latin1')
}

async function tryOne({ proxy, upstream }: ProxyStage, tally: Tally, { id, raw }: RawCase): Promise<void> {
  const before = upstream.seen.length
  const knocked = await knock(proxy.port, raw)
  const reached = upstream.seen.length - before
  const isOne = requestsRun(knocked) <= 1 && reached <= 1
  tally.check('second request', isOne, () => `${id}: answers ${knocked.statuses.join(', ')}; ${reached} reached the upstream`)
  tally.check('connection left open', !knocked.isHanging, () => id)
}

interface Run {
  readonly stage: ProxyStage
  readonly tally: Tally
}

async function tryMutations(
  { stage, tally }: Run,
  cases: readonly RawCase[],
  { random, mutations }: { random: Random; mutations: number },
): Promise<void> {
  let left = mutations
  const worker = async () => {
    while (left > 0) {
      left -= 1
      const { id, raw } = random.pick(cases)
      const mutant = mutate(raw, random)
      const knocked = await knock(stage.proxy.port, mutant, QUIET_MS).catch(() => null)
      const why = () => `${id}, changed: ${mutant.toString('latin1').slice(0, 300)}`
      if (knocked === null) tally.check('process died', false, why)
      else if (tally.check('second request', requestsRun(knocked) <= 1, why)) tally.check('connection left open', !knocked.isHanging, why)
      if (stage.upstream.seen.length > 1000) stage.upstream.seen.length = 0
      if (tally.failed > 200) left = 0
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function checkAlive({ proxy, token }: ProxyStage, tally: Tally): Promise<void> {
  const health = await knock(proxy.port, Buffer.from('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'), ANSWER_MS).catch(
    () => null,
  )
  tally.check('process died', health?.statuses[0] === 200, () => proxy.stdout().slice(-400))
  const models = await fetch(`${proxy.url}/v1/models`, { headers: { authorization: `Bearer ${token}` } }).catch(() => null)
  tally.check('process died', models?.status === 200, () => proxy.stdout().slice(-400))
  tally.check('process died', !proxy.stdout().includes('"event":"crashed"'), () => 'a crash is in the log')
}

/** A server that runs what follows, one that is not there, and one that never closes: each must be seen. */
async function plantFaults(cases: readonly RawCase[]): Promise<readonly PlantedFault[]> {
  const careless = await startCarelessServer()
  const doubled = cases.find(({ raw }) => (raw.toString('latin1').match(/ HTTP\/1\.1/g)?.length ?? 0) > 1) ?? {
    raw: Buffer.from('GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n'),
  }
  const second = await knock(careless.port, doubled.raw)
  await careless.close()
  const hanging = await startCarelessServer({ hangs: true })
  const stuck = await knock(hanging.port, doubled.raw)
  await hanging.close()
  const gone = await knock(careless.port, doubled.raw).catch(() => null)
  return [
    { kind: 'a second request is run', found: requestsRun(second) > 1 },
    { kind: 'a connection is left open', found: stuck.isHanging },
    { kind: 'the process has died', found: gone === null },
  ]
}
