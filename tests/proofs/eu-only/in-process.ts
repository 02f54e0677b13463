import { createLog } from '#proxy/observe/log-writer.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import { createUpstreams, type UpstreamMeans } from '#proxy/upstream/create-upstreams.ts'
import { upstreamConfig } from '#proxy/upstream/upstream-config.ts'
import type { UpstreamAnswer, Upstreams } from '#proxy/upstream/upstreams.ts'
import type { Raw } from './good-configs.ts'

/** The proxy's upstreams alone, with what they log. */
export interface LoneUpstreams {
  readonly upstreams: Upstreams
  readonly logged: () => string
  ask(signal?: AbortSignal): Promise<UpstreamAnswer>
}

export function loneUpstreams(config: Raw, means: Partial<UpstreamMeans> = {}): LoneUpstreams {
  let logged = ''
  const log = createLog({
    now: Date.now,
    write: (line) => {
      logged += line
    },
  })
  const upstreams = createUpstreams(upstreamConfig.parse(config), {
    log,
    metrics: createMetrics(),
    now: Date.now,
    development: false,
    ...means,
  })
  return {
    upstreams,
    logged: () => logged,
    async ask(signal = new AbortController().signal) {
      const [model] = upstreams.models()
      if (model === undefined) throw new RangeError('no model')
      const body = { messages: [{ role: 'user', content: 'Hvad er næste skridt?' }] }
      const answer = await upstreams.send({ kind: 'chat', model, body, stream: false }, signal)
      if (answer.ok) answer.body.on('error', () => undefined).destroy()
      return answer
    },
  }
}
