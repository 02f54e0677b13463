import { request } from 'node:http'
import type { BadUpstream, Behaviour } from '#tests/proxy/support/bad-upstream.ts'
import { chatEvents, SSE } from '#tests/proxy/support/upstream-answers.ts'
import { inParallel, markOf } from '../support/chat-view.ts'
import type { MarkedAnswers } from '../support/marked-upstream.ts'
import type { Random } from '../support/random.ts'
import type { Tally } from '../support/tally.ts'

/** By then the upstream must have noticed that nobody listens. */
const MOST_MS = 250
const WIDTH = 4
const PATIENCE_MS = 2000

export interface Leaving {
  readonly url: string
  readonly token: string
  readonly upstream: BadUpstream
  readonly answers: MarkedAnswers
  readonly tally: Tally
}

interface Way {
  readonly id: string
  readonly stream: boolean
  readonly behaviour: Behaviour
  /** Takes nothing of what comes, so that all of it piles up. */
  readonly isSlow?: boolean
}

const [FIRST = '', TEXT = ''] = chatEvents(['mere '], { finish: null, usage: null })
const LONG = TEXT.repeat(20)

const WAYS: readonly Way[] = [
  { id: 'in the middle of a stream', stream: true, behaviour: { headers: SSE, body: [FIRST, { b64: b64(TEXT), times: 2000, waitMs: 4 }] } },
  { id: 'before the first byte', stream: true, behaviour: { headers: SSE, body: [FIRST], waitBeforeHeadMs: 20_000 } },
  { id: 'while the model is silent', stream: true, behaviour: { headers: SSE, body: [FIRST, TEXT], ending: 'hang' } },
  {
    id: 'before an answer in one piece',
    stream: false,
    behaviour: { headers: { 'content-type': 'application/json' }, waitBeforeHeadMs: 20_000 },
  },
  {
    id: 'in the middle of an answer in one piece',
    stream: false,
    behaviour: { headers: { 'content-type': 'application/json' }, body: ['{"id":'], ending: 'hang' },
  },
  { id: 'without reading', stream: true, behaviour: { headers: SSE, body: [FIRST], endless: LONG }, isSlow: true },
]

function b64(text: string): string {
  return Buffer.from(text).toString('base64')
}

/** How long the upstream went on after each client had left, in ms. */
export async function clientLeaves(leaving: Leaving, random: Random, count: number): Promise<readonly number[]> {
  const delays: number[] = []
  const tries = Array.from({ length: count }, (_, at) => ({
    way: WAYS[at % WAYS.length] ?? random.pick(WAYS),
    afterMs: random.int(20, 300),
  }))
  await inParallel(tries, WIDTH, async (one) => {
    let delay = await leaveOnce(leaving, one)
    // A machine that was busy for a moment is no fault of the proxy's; one that goes on goes on again.
    if (delay > MOST_MS) delay = await leaveOnce(leaving, one)
    delays.push(delay)
    leaving.tally.check(
      'the upstream runs on',
      delay <= MOST_MS,
      () => `${one.way.id}, left after ${one.afterMs} ms: stopped ${delay} ms later`,
    )
  })
  return delays
}

async function leaveOnce({ url, token, upstream, answers }: Leaving, { way, afterMs }: { way: Way; afterMs: number }): Promise<number> {
  const mark = answers.add(way.behaviour)
  const leave = open(url, { token, mark, way })
  const seen = await until(() => upstream.seen.find(({ body }) => markOf(body) === mark))
  await wait(afterMs)
  const left = Date.now()
  leave()
  const closed = seen === undefined ? undefined : await until(() => seen.abortedAt ?? undefined)
  answers.remove(mark)
  return closed === undefined ? Infinity : Math.max(0, closed - left)
}

/** Asks, and returns how to leave. */
function open(url: string, { token, mark, way }: { token: string; mark: string; way: Way }): () => void {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const asking = request(`${url}/v1/chat/completions`, { method: 'POST', headers, agent: false }, (answer) => {
    answer.on('error', () => undefined)
    if (way.isSlow !== true) answer.resume()
  })
  asking.on('error', () => undefined)
  const messages = [{ role: 'user', content: `Hvad er næste skridt? #mark-${mark}#` }]
  asking.end(JSON.stringify({ model: 'sag-479', stream: way.stream, messages }))
  return () => asking.destroy()
}

async function until<T>(find: () => T | undefined): Promise<T | undefined> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const found = find()
    if (found !== undefined) return found
    await wait(5)
  }
  return find()
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
