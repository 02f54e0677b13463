import { randomUUID } from 'node:crypto'
import type { Deed } from './deeds.ts'
import { use } from '#tests/proxy/support/audit-samples.ts'

export interface Target {
  /** Where a proxy listens now; `null`: none does. */
  url(): string | null
  readonly token: string
}

/** Uses the proxy without a break, as many people at once, and notes what was answered. */
export class Writers {
  readonly deeds: Deed[] = []
  readonly #target: Target
  readonly #unsent = new Map<string, object>()
  #stopped = false
  #acknowledged = 0
  #all: Promise<unknown> = Promise.resolve()

  constructor(target: Target) {
    this.#target = target
  }

  start(count: number): void {
    this.#all = Promise.all(Array.from({ length: count }, (_, at) => this.#work(at)))
  }

  /** Resolves when so many more have been acknowledged. @throws Error when the proxy answers nobody */
  async answered(count: number): Promise<void> {
    const wanted = this.#acknowledged + count
    const end = performance.now() + 30_000
    while (this.#acknowledged < wanted) {
      if (performance.now() > end) throw new Error('nobody is answered any more')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#all
  }

  /** What the extension does when it was not answered: it sends the same again. Every one is known afterwards. */
  async resend(): Promise<void> {
    for (const [useId, body] of this.#unsent) {
      const deed = this.deeds.find((one) => one.kind === 'use' && one.useId === useId)
      const response = await this.#post('/v1/usage', { uses: [body] })
      if (deed === undefined || response === null) continue
      deed.outcome = (await wasRecorded(response)) ? 'acknowledged' : 'unknown'
      if (deed.outcome === 'acknowledged') this.#unsent.delete(useId)
    }
  }

  get unsent(): number {
    return this.#unsent.size
  }

  async #work(at: number): Promise<void> {
    for (let turn = at; !this.#stopped; turn += 1) {
      if (this.#target.url() === null) await new Promise((resolve) => setTimeout(resolve, 10))
      else if (turn % 3 === 0) await this.#record()
      else await this.#call(turn % 3 === 1)
    }
  }

  async #record(): Promise<void> {
    const body = use()
    const deed: Deed = { kind: 'use', useId: body.id, outcome: 'unknown' }
    this.deeds.push(deed)
    this.#unsent.set(body.id, body)
    const response = await this.#post('/v1/usage', { uses: [body] })
    if (response === null || !(await wasRecorded(response))) return
    this.#acknowledge(deed)
    this.#unsent.delete(body.id)
  }

  async #call(stream: boolean): Promise<void> {
    const useId = randomUUID()
    const deed: Deed = { kind: 'call', useId, outcome: 'unknown' }
    this.deeds.push(deed)
    const body = { model: 'sag-chat', stream, messages: [{ role: 'user', content: 'Hvad er næste skridt?' }] }
    const response = await this.#post('/v1/chat/completions', body, { 'x-sagshjaelp-use': useId, 'x-sagshjaelp-feature': 'answer' })
    if (response === null) return
    const text = await textOf(response)
    if (text === null) return
    const isWhole = response.status === 200 && (stream ? text.endsWith('data: [DONE]\n\n') && !text.includes('"error"') : true)
    if (isWhole) this.#acknowledge(deed)
  }

  #acknowledge(deed: Deed): void {
    deed.outcome = 'acknowledged'
    this.#acknowledged += 1
  }

  async #post(path: string, body: object, more: Readonly<Record<string, string>> = {}): Promise<Response | null> {
    const url = this.#target.url()
    if (url === null) return null
    try {
      const headers = { authorization: `Bearer ${this.#target.token}`, 'content-type': 'application/json', ...more }
      return await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    } catch {
      // Killed while we waited: nobody can know what came of it.
      return null
    }
  }
}

async function textOf(response: Response): Promise<string | null> {
  try {
    return await response.text()
  } catch {
    // Torn off in the middle.
    return null
  }
}

async function wasRecorded(response: Response): Promise<boolean> {
  const text = await textOf(response)
  if (response.status !== 200 || text === null) return false
  const { results } = JSON.parse(text) as { results: readonly { state: string }[] }
  return results.every(({ state }) => state === 'recorded' || state === 'already')
}
