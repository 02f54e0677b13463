import { Pool } from 'undici'

/** Where the load goes, and what it carries. */
export interface Target {
  readonly name: string
  readonly port: number
  /** Headers of the n-th caller: a real day has many. */
  readonly headers: (caller: number) => Readonly<Record<string, string>>
  readonly model: string
}

export interface Measured {
  /** Whole answers a second. */
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

const MESSAGES = [{ role: 'user', content: `Hvad er det næste skridt i sagen? ${'Borgeren er jobparat. '.repeat(20)}` }]

/** So many callers ask for plain answers one after the other, for so long. Times in ms. */
export async function plainLoad(target: Target, callers: number, ms: number): Promise<Measured> {
  const body = JSON.stringify({ model: target.model, messages: MESSAGES, max_tokens: 200 })
  return load(target, { callers, ms }, async (pool, caller) => {
    const from = performance.now()
    const answer = await pool.request({ ...post(target, caller), body })
    const text = await answer.body.text()
    return { took: performance.now() - from, ok: answer.statusCode === 200 && text.includes('"stop"') }
  })
}

/** The same with streams; what is timed is the first piece of the answer. */
export async function streamLoad(target: Target, callers: number, ms: number): Promise<Measured> {
  const body = JSON.stringify({ model: target.model, messages: MESSAGES, max_tokens: 200, stream: true })
  return load(target, { callers, ms }, async (pool, caller) => {
    const from = performance.now()
    const answer = await pool.request({ ...post(target, caller), body })
    let took: number | null = null
    let end = ''
    for await (const piece of answer.body) {
      took ??= performance.now() - from
      end = `${end}${String(piece)}`.slice(-40)
    }
    return { took: took ?? Number.NaN, ok: answer.statusCode === 200 && end.includes('[DONE]') }
  })
}

function post({ headers }: Target, caller: number) {
  return { path: '/v1/chat/completions', method: 'POST' as const, headers: { 'content-type': 'application/json', ...headers(caller) } }
}

interface Amount {
  readonly callers: number
  readonly ms: number
}

async function load(
  { port }: Target,
  { callers, ms }: Amount,
  once: (pool: Pool, caller: number) => Promise<{ readonly took: number; readonly ok: boolean }>,
): Promise<Measured> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: callers })
  const times: number[] = []
  let failed = 0
  const started = performance.now()
  const run = async (caller: number) => {
    while (performance.now() - started < ms) {
      const { took, ok } = await once(pool, caller).catch(() => ({ took: 0, ok: false }))
      if (ok) times.push(took)
      else failed += 1
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, caller) => run(caller)))
  const seconds = (performance.now() - started) / 1000
  await pool.close()
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed }
}
