import type { Proof } from '../claim.ts'
import { manyModelsConfig } from '../support/many-models.ts'
import { MarkedAnswers } from '../support/marked-upstream.ts'
import { requireFound } from '../support/planted.ts'
import { startProxyStage } from '../support/proxy-stage.ts'
import { Random } from '../support/random.ts'
import { noSocketsLeft } from '../support/sockets-left.ts'
import { Tally } from '../support/tally.ts'
import { clientLeaves } from './client-leaves.ts'
import { ODD_STREAMS } from './faults-of-streams.ts'
import { plantedFaults } from './planted.ts'
import { runStreams } from './run-streams.ts'

const DEFAULT = 3000
const IDLE_SECONDS = 1
const WIDTH = 32
const LEAVING = 90

/**
 * `honest-streams`: streams that are cut, stalled, garbled, doubled or torn anywhere, read through the whole proxy with
 * the stock client: none looks whole that is not, none that is fine fails, none hangs; upstreams stop when clients leave.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const random = new Random(seed)
  requireFound(tally, await plantedFaults(), log)
  const count = n ?? DEFAULT
  const streams = Array.from({ length: count }, (_, at) => {
    const [, make] = ODD_STREAMS[at % ODD_STREAMS.length] ?? random.pick(ODD_STREAMS)
    return make(random)
  })
  const server = { upstreamIdleSeconds: IDLE_SECONDS, answerBytes: 131_072, eventBytes: 32_768, metrics: 'public' as const }
  const stage = await startProxyStage({ server, upstreamConfig: manyModelsConfig })
  try {
    const answers = new MarkedAnswers(stage.upstream)
    const { client, upstream, proxy, token } = stage
    await runStreams(streams, { client, answers, tally, idleMs: IDLE_SECONDS * 1000, width: WIDTH })
    const leaving = { url: proxy.url, token, upstream, answers, tally }
    const delays = await clientLeaves(leaving, random, Math.min(LEAVING, Math.max(6, count / 10)))
    await noSocketsLeft(proxy.url, upstream, tally)
    log(
      `streams of ${ODD_STREAMS.length} kinds: ${count}; clients that left: ${delays.length}, upstream stopped after at most ${Math.max(...delays)} ms`,
    )
    const wrong = tally.failuresOf('looks whole but is not')
    return tally.result(`${wrong} of ${count} streams look whole but are not`)
  } finally {
    await stage.close()
  }
}
