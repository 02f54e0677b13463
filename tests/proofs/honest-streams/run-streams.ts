import type OpenAI from 'openai'
import { ANSWERING_MODEL } from '#tests/proxy/support/upstream-answers.ts'
import { inParallel, viewChat } from '../support/chat-view.ts'
import { judgeView } from '../support/judge-view.ts'
import { ModelNames } from '../support/many-models.ts'
import type { MarkedAnswers } from '../support/marked-upstream.ts'
import { truthOf } from '../support/stream-truth.ts'
import type { Tally } from '../support/tally.ts'
import type { OddStream } from './faults-of-streams.ts'

export interface StreamRun {
  readonly client: OpenAI
  readonly answers: MarkedAnswers
  readonly tally: Tally
  /** An upstream may be silent so long. */
  readonly idleMs: number
  readonly width: number
}

/** For a machine that has other things to do as well. */
const SLACK_MS = 3000
/** Refused because its name was stopped: another model's name came up in the noise. */
const STOPPED = 'no-upstream 503'

/** Reads each stream through the proxy with the stock client and holds it against the reference reader. */
export async function runStreams(streams: readonly OddStream[], { client, answers, tally, idleMs, width }: StreamRun): Promise<void> {
  const names = new ModelNames()
  const free: string[] = []
  await inParallel(streams, width, async ({ kind, behaviour, bytes, isFine }, at) => {
    const mark = answers.add(behaviour)
    const truth = truthOf(bytes, ANSWERING_MODEL)
    let model = free.pop() ?? names.take()
    const mostMs = idleMs + SLACK_MS
    const ask = () => viewChat(client, { model, mark, stream: true, mostMs: mostMs + SLACK_MS })
    let view = await ask()
    if (view.error === STOPPED) {
      model = names.take()
      view = await ask()
    }
    // A machine that was busy for a moment is no fault of the stream's; one that hangs hangs again.
    if (view.isHung || view.ms > mostMs) view = await ask()
    answers.remove(mark)
    free.push(model)
    judgeView(view, { id: `${kind} (${at})`, truth, mustBeWhole: isFine, mostMs }, tally)
  })
}
