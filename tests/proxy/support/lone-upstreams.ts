import type { LogEvent } from '#proxy/observe/log.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import { createUpstreams, type UpstreamMeans } from '#proxy/upstream/create-upstreams.ts'
import { upstreamConfig } from '#proxy/upstream/upstream-config.ts'
import type { CallKind, UpstreamAnswer, Upstreams } from '#proxy/upstream/upstreams.ts'

/** The proxy's upstreams without the rest of it. */
export interface LoneUpstreams {
  readonly upstreams: Upstreams
  readonly logged: LogEvent[]
  /** Asks the first model of a kind, and reads what comes. */
  ask(wishes?: AskWishes): Promise<Asked>
}

export interface AskWishes {
  readonly kind?: CallKind
  readonly stream?: boolean
  readonly body?: Readonly<Record<string, unknown>> | FormData
  readonly signal?: AbortSignal
}

export interface Asked {
  readonly answer: UpstreamAnswer
  readonly text: string
  readonly error: string | null
}

export function loneUpstreams(config: Readonly<Record<string, unknown>>, means: Partial<UpstreamMeans> = {}): LoneUpstreams {
  const logged: LogEvent[] = []
  const upstreams = createUpstreams(upstreamConfig.parse(config), {
    log: (event) => logged.push(event),
    metrics: createMetrics(),
    now: Date.now,
    development: true,
    ...means,
  })
  const ask = async ({ kind = 'chat', stream = false, body = { messages: [], stream }, signal }: AskWishes = {}): Promise<Asked> => {
    const model = upstreams.models().find((one) => one.kind === kind)
    if (model === undefined) throw new RangeError('no model of that kind')
    const answer = await upstreams.send({ kind, model, body, stream }, signal ?? new AbortController().signal)
    return { answer, ...(answer.ok ? await readAll(answer.body) : { text: '', error: null }) }
  }
  return { upstreams, logged, ask }
}

async function readAll(body: AsyncIterable<unknown>): Promise<{ text: string; error: string | null }> {
  let text = ''
  try {
    for await (const piece of body) text += String(piece)
    return { text, error: null }
  } catch (error) {
    return { text, error: String(error) }
  }
}
