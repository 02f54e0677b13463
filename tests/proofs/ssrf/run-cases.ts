import type { BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import type { Trap } from '#tests/proxy/support/trap.ts'
import type { Tally } from '../support/tally.ts'
import type { Place, RawRequest } from './places.ts'
import { sendRaw } from './send-raw.ts'
import type { SpyLog } from './spy-log.ts'

export interface SsrfCase {
  readonly id: string
  readonly target: string
  readonly place: Place
}

export interface CaseRun {
  readonly port: number
  readonly token: string
  readonly upstream: BadUpstream
  readonly trap: Trap
  /** `null` where the proxy's process has none. */
  readonly spy: SpyLog | null
  readonly tally: Tally
}

export function goodRequest({ port, token }: Pick<CaseRun, 'port' | 'token'>): RawRequest {
  return {
    method: 'POST',
    path: '/v1/chat/completions',
    headers: [
      ['host', `127.0.0.1:${port}`],
      ['authorization', `Bearer ${token}`],
      ['content-type', 'application/json'],
    ],
    body: JSON.stringify({ model: 'sag-chat', messages: [{ role: 'user', content: 'Hvad er næste skridt?' }] }),
  }
}

/** Only the text of the prompt may hold it on the other side. */
const MAY_CARRY: ReadonlySet<string> = new Set(['text', 'stop', 'schema', 'form:prompt'])

/** Puts a target somewhere in a request: nobody is led there, and nothing of it reaches the upstream but text. */
export async function runCase({ id, target, place }: SsrfCase, run: CaseRun): Promise<void> {
  const { upstream, trap, spy, tally, port } = run
  const before = trap.connections
  upstream.seen.length = 0
  const status = await sendRaw(port, place.put(target, goodRequest(run))).catch((error: Error) => error.message)
  const about = `${id}: ${target} in ${place.where}, answered ${status}`
  tally.check('an answer, or a closed connection', typeof status !== 'string', () => about)
  tally.check('a connection to the trap', trap.connections === before, () => about)
  const strangers = spy?.strangers() ?? []
  tally.check('somebody else is called or looked up', strangers.length === 0, () => `${about}: ${strangers.join('; ')}`)
  if (MAY_CARRY.has(place.where)) return
  const carried = upstream.seen.filter((seen) => carries(JSON.stringify([seen.path, seen.rawHeaders, seen.body]), target))
  tally.check('the target is passed on', carried.length === 0, () => `${about}: ${JSON.stringify(carried[0]?.rawHeaders)}`)
}

function carries(text: string, target: string): boolean {
  return target.length > 3 && text.includes(JSON.stringify(target).slice(1, -1))
}
