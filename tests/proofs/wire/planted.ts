import OpenAI from 'openai'
import { startBadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { chatEvents, DONE, SSE } from '#tests/proxy/support/upstream-answers.ts'
import { MarkedAnswers } from '../support/marked-upstream.ts'
import { startNaiveProxy } from '../support/naive-proxy.ts'
import type { PlantedFault } from '../support/planted.ts'
import { Tally } from '../support/tally.ts'
import type { WireLine } from './line.ts'
import { line } from './own-streams.ts'
import { cutsOf, runCuts } from './run-cuts.ts'
import { runLines } from './run-lines.ts'

const EVENTS = chatEvents(['Borgeren ', 'møder.'])
const GOOD = [...EVENTS, DONE].join('')

/** A proxy that only passes on, and whether the detectors find out each thing that it does wrong. */
export async function plantedFaults(): Promise<readonly PlantedFault[]> {
  const upstream = await startBadUpstream()
  const naive = await startNaiveProxy(upstream.azureAddress)
  const client = new OpenAI({ baseURL: `${naive.url}/v1`, apiKey: 'none', maxRetries: 0, logLevel: 'off' })
  const answers = new MarkedAnswers(upstream)
  const failuresOf = async (kind: string, wanted: WireLine) => {
    const tally = new Tally(() => undefined)
    await runLines([wanted], { client, answers, tally })
    return tally.failuresOf(kind) > 0
  }
  const cutTally = new Tally(() => undefined)
  const [first = '', second = ''] = EVENTS
  const cuts = cutsOf([{ id: 'planted', stream: true, headers: SSE, bytes: Buffer.from(first + second) }])
  const atEnd = cuts.filter(({ at }) => at === Buffer.byteLength(first + second))
  try {
    await runCuts(atEnd, { client, answers, tally: cutTally }, 200)
    return [
      { kind: 'a cut that nobody is told of', found: cutTally.failuresOf('partial and unmarked') > 0 },
      { kind: 'a stream that hangs', found: cutTally.failuresOf('hung') > 0 },
      { kind: 'a stream without [DONE] that looks whole', found: await failuresOf('as expected', line('x', EVENTS.join(''), 'error')) },
      { kind: 'a whole that is said to be broken', found: await failuresOf('as expected', line('x', GOOD, 'error')) },
      {
        kind: 'a text that is not the one expected',
        found: await failuresOf('the text', line('x', GOOD, { state: 'done', text: 'andet' })),
      },
      { kind: 'an error that is passed over', found: await failuresOf('as expected', line('x', GOOD, 'done', { status: 500 })) },
    ]
  } finally {
    await naive.close()
    await upstream.close()
  }
}
