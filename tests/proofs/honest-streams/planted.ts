import OpenAI from 'openai'
import { startBadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { chatEvents, DONE, SSE } from '#tests/proxy/support/upstream-answers.ts'
import { MarkedAnswers } from '../support/marked-upstream.ts'
import { startNaiveProxy } from '../support/naive-proxy.ts'
import type { PlantedFault } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { clientLeaves } from './client-leaves.ts'
import type { OddStream } from './faults-of-streams.ts'
import { runStreams } from './run-streams.ts'

const whole = (texts: readonly string[]) => [...chatEvents(texts), DONE].join('')

function stream(kind: string, bytes: Buffer, behaviour: OddStream['behaviour'] = {}): OddStream {
  return { kind, bytes, isFine: true, behaviour: { headers: SSE, body: [bytes], ...behaviour } }
}

const HALF = Buffer.from(chatEvents(['en ', 'hel ', 'sætning']).slice(0, 3).join(''))
const LATE = Buffer.from(whole(['slut']).replace(DONE, `${chatEvents(['og mere'])[1] ?? ''}${DONE}`))
const TORN = Buffer.from(whole(['x€y']))

/** A proxy that only passes on, and whether the detectors find out each thing that it does wrong. */
export async function plantedFaults(): Promise<readonly PlantedFault[]> {
  const upstream = await startBadUpstream()
  const naive = await startNaiveProxy(upstream.azureAddress)
  const client = new OpenAI({ baseURL: `${naive.url}/v1`, apiKey: 'none', maxRetries: 0, logLevel: 'off' })
  const answers = new MarkedAnswers(upstream)
  const failuresOf = async (kind: string, odd: OddStream) => {
    const tally = new Tally(() => undefined)
    await runStreams([odd], { client, answers, tally, idleMs: -2800, width: 1 })
    return tally.failuresOf(kind) > 0
  }
  const torn = Buffer.concat([TORN.subarray(0, TORN.indexOf('€') + 1), TORN.subarray(TORN.indexOf('€') + 2)])
  const leaving = new Tally(() => undefined)
  try {
    return [
      { kind: 'a cut that nobody is told of', found: await failuresOf('partial and unmarked', stream('cut', HALF, { framing: 'close' })) },
      { kind: 'text after the end', found: await failuresOf('looks whole but is not', stream('late', LATE)) },
      { kind: 'half a letter', found: await failuresOf('looks whole but is not', stream('torn', torn)) },
      { kind: 'a stream that hangs', found: await failuresOf('hung', stream('hang', HALF, { ending: 'hang' })) },
      {
        kind: 'an error for nothing',
        found: await failuresOf('false alarm', stream('fine', Buffer.from(whole(['fint'])), { ending: 'rst', cutAt: 5 })),
      },
      {
        kind: 'an upstream that runs on',
        found: await clientLeaves({ url: naive.url, token: '', upstream, answers, tally: leaving }, new Random(1), 1).then(
          () => leaving.failed > 0,
        ),
      },
    ]
  } finally {
    await naive.close()
    await upstream.close()
  }
}
