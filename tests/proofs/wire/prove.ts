import { ANSWERING_MODEL } from '#tests/proxy/support/upstream-answers.ts'
import type { Proof } from '../claim.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { manyModelsConfig } from '../support/many-models.ts'
import { MarkedAnswers } from '../support/marked-upstream.ts'
import { requireFound } from '../support/planted.ts'
import { startProxyStage } from '../support/proxy-stage.ts'
import { noSocketsLeft } from '../support/sockets-left.ts'
import { Tally } from '../support/tally.ts'
import { bytesOf, expectationOf, wireLine, type WireLine } from './line.ts'
import { OWN_ANSWERS } from './own-answers.ts'
import { OWN_STREAMS } from './own-streams.ts'
import { plantedFaults } from './planted.ts'
import { recordings } from './recordings.ts'
import { cutsOf, runCuts } from './run-cuts.ts'
import { runLines } from './run-lines.ts'

/** `--n`: how many recordings are cut at every byte. 20 is the full run. */
const DEFAULT_RECORDINGS = 3
const IDLE_SECONDS = 1

/**
 * `wire`: answers of upstreams, right, odd and wrong, through the whole proxy to the stock client; and recorded ones cut
 * at every byte. None hangs, none that is cut is unmarked. `--data`: lines `{id, kind, status, headers, chunks, expect}`.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  const lines = data === null ? [...OWN_STREAMS, ...OWN_ANSWERS] : readJsonLines<WireLine>(data, wireLine)
  const unclear = lines.filter(({ expect }) => expectationOf(expect).isWhole === null)
  for (const { id, expect } of unclear)
    log(`  ${id}: ${JSON.stringify(expect) ?? 'nothing'} is no expectation that we know; judged by the bars alone`)
  requireFound(tally, await plantedFaults(), log)
  const server = { upstreamIdleSeconds: IDLE_SECONDS, answerBytes: 2_000_000, eventBytes: 262_144, metrics: 'public' as const }
  const stage = await startProxyStage({ server, upstreamConfig: (upstreams) => manyModelsConfig(upstreams, modelsIn(lines)) })
  try {
    const answers = new MarkedAnswers(stage.upstream)
    const run = { client: stage.client, answers, tally }
    await runLines(lines, run)
    const cuts = data === null || n !== null ? cutsOf(recordings(seed, n ?? DEFAULT_RECORDINGS)) : []
    const longest = await runCuts(cuts, run, IDLE_SECONDS * 1000)
    await noSocketsLeft(stage.proxy.url, stage.upstream, tally)
    log(`cases: ${lines.length}; cuts: ${cuts.length}, the user was told within ${longest} ms`)
    return tally.result(
      `${lines.length} cases, ${cuts.length} cuts, ${tally.failuresOf('hung')} hung, ${tally.failuresOf('partial and unmarked')} unmarked`,
    )
  } finally {
    await stage.close()
  }
}

/** The names that the answers carry: here it is not the model's name that is put to the test. */
function modelsIn(lines: readonly WireLine[]): readonly string[] {
  const found = lines.flatMap((line) =>
    [
      ...bytesOf(line)
        .toString('utf8')
        .matchAll(/"model"\s*:\s*"([^"\\]{1,200})"/g),
    ].map(([, name]) => name ?? ''),
  )
  return [...new Set([ANSWERING_MODEL, ...found])].slice(0, 200)
}
