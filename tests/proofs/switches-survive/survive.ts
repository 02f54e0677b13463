import { setTimeout as sleep } from 'node:timers/promises'
import type { LogEntry, LogPage, LogVerification } from '#proxy/contract/guidance.ts'
import type { StoreConfig } from '#proxy/store/store-config.ts'
import type { ProxyProcess } from '#tests/proxy/support/start-proxy.ts'
import type { StoreKind } from '#tests/proxy/support/stores.ts'
import { verifySwitches } from '#utils/guidance/signed/verify-switches.ts'
import type { Random } from '../support/random.ts'
import { UNITS, type Evidence } from './evidence.ts'
import { ADMINISTRATOR, supervisorOf, Writers } from './writers.ts'
import type { Stage } from './stage.ts'

const PEOPLE = 6
const MOST_ACKNOWLEDGED = 12
const MOST_DELAY_MS = 15
const MOST_ROUND_MS = 20_000
const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** One store under load, whose proxies are killed again and again. */
export class Survival {
  readonly readyMs: number[] = []
  kills = 0
  readonly #stage: Stage
  readonly #random: Random
  readonly #store: StoreConfig
  readonly #writers: Writers
  #proxies: ProxyProcess[] = []

  private constructor(stage: Stage, random: Random, store: StoreConfig) {
    this.#stage = stage
    this.#random = random
    this.#store = store
    this.#writers = new Writers(stage, random, `${store.kind}-${random.int(1000, 9999)}`)
  }

  /** An embedded store has one proxy, a server two. */
  static async open(stage: Stage, kind: StoreKind, random: Random): Promise<Survival> {
    const survival = new Survival(stage, random, await stage.newStore(kind))
    for (let count = kind === 'postgres' ? 2 : 1; count > 0; count -= 1) survival.#proxies.push(await survival.#start())
    return survival
  }

  get store(): StoreConfig {
    return this.#store
  }

  /** People write; at some moment a proxy, or both, is killed; it is started again, and everything is read. */
  async round(): Promise<Evidence> {
    const stop = new AbortController()
    const writing = this.#writers.write(PEOPLE, () => this.#random.pick(this.#proxies), stop.signal)
    await this.#someMoment()
    const doomed = this.#proxies.filter(() => this.#proxies.length === 1 || this.#random.chance(0.6))
    const victims = doomed.length > 0 ? doomed : this.#proxies.slice(0, 1)
    for (const victim of victims) victim.signal('SIGKILL')
    this.kills += victims.length
    stop.abort()
    await writing
    for (const victim of victims) await victim.close()
    const started = await Promise.all(victims.map(async () => this.#start()))
    this.#proxies = [...this.#proxies.filter((proxy) => !victims.includes(proxy)), ...started]
    return this.#read(this.#random.pick(started))
  }

  async close(): Promise<void> {
    for (const proxy of this.#proxies) await proxy.close()
  }

  async #someMoment(): Promise<void> {
    const wanted = this.#random.int(0, MOST_ACKNOWLEDGED)
    const latest = Date.now() + MOST_ROUND_MS
    while (this.#writers.acknowledged < wanted && Date.now() < latest) await sleep(2)
    await sleep(this.#random.next() * MOST_DELAY_MS)
  }

  async #start(): Promise<ProxyProcess> {
    const began = performance.now()
    const proxy = await this.#stage.start(this.#store)
    this.readyMs.push(performance.now() - began)
    return proxy
  }

  async #read(proxy: ProxyProcess): Promise<Evidence> {
    const served = new Map<string, readonly string[]>()
    for (const unit of UNITS) served.set(unit, await this.#servedTo(unit, proxy))
    const log = await this.#log(proxy)
    const verified = (await this.#get(proxy, '/v1/guidance/log/verification')) as LogVerification
    return { wishes: [...this.#writers.wishes], log, verified, served, today: DANISH_DAY.format(Date.now()) }
  }

  async #servedTo(unit: string, proxy: ProxyProcess): Promise<readonly string[]> {
    const { switches } = (await this.#get(proxy, '/v1/guidance', supervisorOf(unit, 0))) as { switches: string }
    const verdict = await verifySwitches(switches, { keys: [this.#stage.publicKey], tenant: '999', unit, now: Date.now(), previous: null })
    if (!verdict.ok) return [`refused: ${verdict.code}`]
    const today = DANISH_DAY.format(Date.now())
    const off = verdict.verified.off.filter(({ from, until }) => from <= today && (until === null || today <= until))
    return [...new Set(off.map((stretch) => stretch.switch))].toSorted()
  }

  async #log(proxy: ProxyProcess): Promise<readonly LogEntry[]> {
    const all: LogEntry[] = []
    for (let after: number | null = 0; after !== null;) {
      const { entries, next }: LogPage = (await this.#get(proxy, `/v1/guidance/log?limit=500&after=${after}`)) as LogPage
      all.push(...entries)
      after = next
    }
    return all
  }

  async #get(proxy: ProxyProcess, path: string, as = ADMINISTRATOR): Promise<unknown> {
    const answer = await this.#stage.ask(proxy, path, { as })
    if (answer?.status !== 200) throw new Error(`${path}: ${answer?.status ?? 'no answer'}`)
    return answer.body
  }
}
