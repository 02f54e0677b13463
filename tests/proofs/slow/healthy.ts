import { Agent, request } from 'node:http'

export interface HealthyRun {
  readonly sorted: readonly number[]
  readonly failed: number
}

interface HealthyOptions {
  readonly url: string
  readonly token: string
  readonly count: number
  /** Between the starts of two requests, so that both runs ask equally much. */
  readonly everyMs: number
}

const BODY = JSON.stringify({ model: 'sag-chat', messages: [{ role: 'user', content: 'Hvad er næste skridt?' }] })

/** Ordinary callers at an even pace: how long each whole answer took, in ms. */
export async function runHealthy({ url, token, count, everyMs }: HealthyOptions): Promise<HealthyRun> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const taken: number[] = []
  let failed = 0
  const one = () =>
    new Promise<void>((resolve) => {
      const from = performance.now()
      const sent = request(`${url}/v1/chat/completions`, { method: 'POST', headers, agent }, (answer) => {
        answer.resume().once('end', () => {
          if (answer.statusCode === 200) taken.push(performance.now() - from)
          else failed += 1
          resolve()
        })
      })
      sent.once('error', () => {
        failed += 1
        resolve()
      })
      sent.end(BODY)
    })
  const all: Promise<void>[] = []
  for (let at = 0; at < count; at += 1) {
    all.push(one())
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  await Promise.all(all)
  agent.destroy()
  return { sorted: taken.toSorted((a, b) => a - b), failed }
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.POSITIVE_INFINITY
}
