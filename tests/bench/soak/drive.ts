import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'
import { use } from '#tests/proxy/support/audit-samples.ts'
import { Random } from '#tests/proofs/support/random.ts'

const AT_ONCE = 48
const ABORTED = 0.05
const FAILED = 0.01

export interface Counts {
  requests: number
  aborted: number
  failed: number
  /** Answers that were none of what was asked for. */
  wrong: number
}

/** A day's work as fast as it goes: plain answers, streams, records of use; some leave, some fail. Stops after `total`. */
export async function drive(
  port: number,
  { total, token, counts }: { readonly total: number; readonly token: () => string; readonly counts: Counts },
) {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: AT_ONCE })
  const random = new Random(total)
  const one = async () => {
    while (counts.requests < total) {
      counts.requests += 1
      await request(pool, { random, token: token(), counts })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  await pool.close()
}

interface Turn {
  readonly random: Random
  readonly token: string
  readonly counts: Counts
}

async function request(pool: Pool, turn: Turn): Promise<void> {
  const luck = turn.random.next()
  if (luck < ABORTED) return leave(pool, turn)
  if (luck < ABORTED + FAILED) return expectStatus(pool, turn, { body: chat('GIV-EN-FEJL', false), wanted: 502 })
  if (luck < 0.15) return expectStatus(pool, turn, { path: '/v1/usage', body: { uses: [use()] }, wanted: 200 })
  return expectStatus(pool, turn, { body: chat('Hvad er næste skridt?', luck > 0.6), wanted: 200 })
}

function chat(content: string, stream: boolean): object {
  return { model: 'sag-chat', stream, messages: [{ role: 'user', content }] }
}

function headersOf(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-sagshjaelp-use': randomUUID() }
}

async function expectStatus(
  pool: Pool,
  { token, counts }: Turn,
  { path = '/v1/chat/completions', body, wanted }: { readonly path?: string; readonly body: object; readonly wanted: number },
): Promise<void> {
  const answer = await pool.request({ path, method: 'POST', headers: headersOf(token), body: JSON.stringify(body) })
  await answer.body.dump()
  if (wanted >= 500) counts.failed += 1
  if (answer.statusCode !== wanted) counts.wrong += 1
}

/** Reads the beginning of a stream and goes. */
async function leave(pool: Pool, { token, counts }: Turn): Promise<void> {
  counts.aborted += 1
  const gone = new AbortController()
  try {
    const answer = await pool.request({
      path: '/v1/chat/completions',
      method: 'POST',
      headers: headersOf(token),
      body: JSON.stringify(chat('STÅ-STILLE', true)),
      signal: gone.signal,
    })
    for await (const _piece of answer.body) gone.abort()
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) counts.wrong += 1
  }
}
