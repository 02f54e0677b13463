import type OpenAI from 'openai'
import { looksWhole, viewChat, type ChatView } from '../support/chat-view.ts'
import { judgeView } from '../support/judge-view.ts'
import { ModelNames } from '../support/many-models.ts'
import type { MarkedAnswers } from '../support/marked-upstream.ts'
import { truthOf, wholeTruthOf } from '../support/stream-truth.ts'
import type { Tally } from '../support/tally.ts'
import { bytesOf, expectationOf, type WireLine } from './line.ts'

export interface LineRun {
  readonly client: OpenAI
  readonly answers: MarkedAnswers
  readonly tally: Tally
}

const MOST_MS = 10_000
/** The upstream rests so long after a redirect. */
const REST_MS = 250

/** One after the other, since some of them make the upstream rest; each with a model name of its own. */
export async function runLines(lines: readonly WireLine[], { client, answers, tally }: LineRun): Promise<void> {
  let names = new ModelNames()
  for (const line of lines) {
    const mark = answers.add({
      status: line.status,
      headers: line.headers,
      body: line.chunks.map(({ b64, times = 1 }) => ({ b64, times })),
    })
    if (names.isEmpty) names = new ModelNames()
    const ask = { model: names.take(), mark, stream: line.kind === 'sse', mostMs: MOST_MS }
    const view = await viewChat(client, ask)
    answers.remove(mark)
    judgeLine(view, line, tally)
    if (line.status >= 300) await pause(REST_MS)
  }
}

export function judgeLine(view: ChatView, line: WireLine, tally: Tally): void {
  const expected = expectationOf(line.expect)
  const bytes = bytesOf(line)
  const sent = line.kind === 'sse' ? truthOf(bytes) : wholeTruthOf(bytes)
  judgeView(view, { id: line.id, truth: sent, mustBeWhole: false, mostMs: MOST_MS }, tally)
  const about = () => `${line.id}: expected ${JSON.stringify(line.expect)}, the user sees ${JSON.stringify(view).slice(0, 300)}`
  if (expected.isWhole !== null) tally.check('as expected', looksWhole(view) === expected.isWhole, about)
  if (expected.text !== null) tally.check('the text', view.text === expected.text, about)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
