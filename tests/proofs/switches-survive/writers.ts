import type { ProxyProcess } from '#tests/proxy/support/start-proxy.ts'
import type { TokenOptions } from '#tests/proxy/support/key-issuer.ts'
import type { Random } from '../support/random.ts'
import { UNITS, type Wish } from './evidence.ts'
import type { Answer, Stage } from './stage.ts'

const RULES = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `rule:switch-${name}`)
const DAY_MS = 86_400_000

export const supervisorOf = (unit: string, number: number): TokenOptions => ({
  subject: `leder-${unit}-${number}`,
  roles: ['supervisor'],
  unit: `unit-${unit}`,
})
export const ADMINISTRATOR: TokenOptions = { subject: 'administrator-1', roles: ['administrator'] }

/** Who writes while the proxies are killed, and what each of them was told. */
export class Writers {
  readonly wishes: Wish[] = []
  /** Answers that said yes, in this round. */
  acknowledged = 0
  readonly #stage: Stage
  readonly #random: Random
  readonly #run: string

  constructor(stage: Stage, random: Random, run: string) {
    this.#stage = stage
    this.#random = random
    this.#run = run
  }

  /** Some people change switches, one after another, until the proxy they ask is gone or somebody says stop. */
  async write(people: number, pickProxy: () => ProxyProcess, stop: AbortSignal): Promise<void> {
    this.acknowledged = 0
    await Promise.all(Array.from({ length: people }, async (_, number) => this.#writeAs(number, pickProxy, stop)))
  }

  async #writeAs(number: number, pickProxy: () => ProxyProcess, stop: AbortSignal): Promise<void> {
    const isAdministrator = number === 0
    const unit = UNITS[number % UNITS.length] ?? 'north'
    const as = isAdministrator ? ADMINISTRATOR : supervisorOf(unit, number)
    let etag = ''
    while (!stop.aborted) {
      const proxy = pickProxy()
      // Now and then somebody goes on from what they saw a while ago.
      if (etag === '' || !this.#random.chance(0.2)) {
        const seen = await this.#stage.ask(proxy, '/v1/guidance', { as })
        if (seen === null) return
        etag = seen.etag
      }
      const answer = await this.#wish(proxy, as, { unit: isAdministrator ? '*' : unit, etag })
      if (answer === null) return
    }
  }

  async #wish(proxy: ProxyProcess, as: TokenOptions, { unit, etag }: { unit: string; etag: string }): Promise<Answer | null> {
    const nonce = `${this.#run}-${this.wishes.length}`
    const reason = `Prøve af omskiftere, nr. ${nonce}`
    const undoable = this.wishes.filter((wish) => wish.unit === unit && typeof wish.outcome === 'object')
    const target = undoable.length > 0 && this.#random.chance(0.3) ? this.#random.pick(undoable) : null
    const about = target !== null && typeof target.outcome === 'object' ? target.outcome.entry : null
    const change = this.#change(unit)
    const wished = {
      nonce,
      verb: about === null ? ('change' as const) : ('undo' as const),
      subject: as.subject ?? '',
      unit,
      switch: target?.switch ?? change.id,
      on: about === null ? change.on : null,
      about,
      seen: Number(/^"(\d+)-/.exec(etag)?.[1] ?? -1),
    }
    // Written down before it is sent: whatever comes of it, it was asked for.
    const place = this.wishes.push({ ...wished, outcome: 'unknown' }) - 1
    const answer =
      about === null
        ? await this.#stage.ask(proxy, `/v1/guidance/switches/${change.id}`, {
            method: 'PUT',
            as,
            ifMatch: etag,
            body: { ...change.body, reason, unit },
          })
        : await this.#stage.ask(proxy, `/v1/guidance/log/${about}/undo`, { method: 'POST', as, ifMatch: etag, body: { reason } })
    const outcome = outcomeOf(answer)
    this.wishes[place] = { ...wished, outcome }
    if (typeof outcome === 'object') this.acknowledged += 1
    return answer
  }

  #change(unit: string) {
    const today = Date.now()
    const dayAfter = (days: number) => new Date(today + days * DAY_MS).toISOString().slice(0, 10)
    const id = unit === '*' && this.#random.chance(0.3) ? 'model-use' : this.#random.pick(RULES)
    const on = this.#random.chance(0.4)
    const dates = this.#random.pick<Record<string, string>>([
      {},
      {},
      { until: dayAfter(5) },
      { from: dayAfter(3) },
      { from: dayAfter(2), until: dayAfter(9) },
    ])
    return { id, on, body: { on, ...dates } }
  }
}

function outcomeOf(answer: Answer | null): Wish['outcome'] {
  if (answer === null) return 'unknown'
  const { entry } = answer.body as { readonly entry?: unknown }
  if (answer.status === 200 && typeof entry === 'number') return { entry }
  // A failure of the service says as little as no answer; a refusal says no.
  return answer.status >= 500 ? 'unknown' : 'refused'
}
