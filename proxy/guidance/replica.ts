import type { Log } from '../observe/log.ts'
import type { Queryable, Store } from '../store/store.ts'
import { CHAIN_START, checkChainByItsEnd, type ChainEnd, type KnownKey } from './log-chain.ts'
import { readAfter } from './log-table.ts'
import { SwitchBook } from './switch-book.ts'

/** A chain that does not fit: somebody changed the log behind our back. Nothing after the break is believed. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain'
  readonly entry: number

  constructor(entry: number) {
    super(`The guidance log does not fit together at entry ${entry}`)
    this.entry = entry
  }
}

export interface ReplicaDeps {
  readonly store: Store
  readonly now: () => number
  readonly log: Log
}

export interface ReplicaOptions {
  /** Keys that lines may be signed with. */
  readonly keys: readonly KnownKey[]
  readonly pollSeconds: number
}

/** This process's copy of the log, kept up with the store by asking for new lines every few seconds. */
export class Replica {
  readonly book = new SwitchBook()
  readonly #deps: ReplicaDeps
  readonly #options: ReplicaOptions
  #end: ChainEnd = CHAIN_START
  #syncedAt = Number.NEGATIVE_INFINITY
  #up = true
  #brokenAt: number | null = null
  #timer: NodeJS.Timeout | null = null
  #polling: Promise<void> = Promise.resolve()
  #closed = false

  constructor(deps: ReplicaDeps, options: ReplicaOptions) {
    this.#deps = deps
    this.#options = options
  }

  get end(): ChainEnd {
    return this.#end
  }

  /** When the store last said that there was nothing newer, in ms since 1970. */
  get syncedAt(): number {
    return this.#syncedAt
  }

  /** Reads the whole log and starts to follow it. @throws BrokenChain */
  async start(): Promise<void> {
    await this.catchUp(this.#deps.store)
    this.#schedule()
  }

  /** Reads what is new. Inside a transaction that holds the append lock, the book is then exactly what the store holds. */
  async catchUp(db: Queryable): Promise<void> {
    const asked = this.#deps.now()
    const lines = await readAfter(db, this.#end.entry)
    // Another reader may have added some of them while we waited.
    const fresh = lines.filter(({ entry }) => entry > this.#end.entry)
    const check = checkChainByItsEnd(fresh, this.#options.keys, this.#end)
    if (!check.intact) throw new BrokenChain(check.broken)
    this.book.add(fresh)
    this.#end = check.end
    this.#syncedAt = Math.max(this.#syncedAt, asked)
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#polling
  }

  #schedule(): void {
    if (this.#closed) return
    this.#timer = setTimeout(() => {
      this.#polling = this.#poll()
    }, this.#options.pollSeconds * 1000)
    this.#timer.unref()
  }

  async #poll(): Promise<void> {
    try {
      await this.catchUp(this.#deps.store)
      this.#say(true)
    } catch (error) {
      this.#say(false)
      if (error instanceof BrokenChain) this.#sayBroken(error.entry)
    }
    this.#schedule()
  }

  /** Once for each break, and not at every look. */
  #sayBroken(entry: number): void {
    if (entry !== this.#brokenAt) this.#deps.log({ event: 'guidance-log-broken', entry })
    this.#brokenAt = entry
  }

  #say(up: boolean): void {
    if (up !== this.#up) this.#deps.log({ event: 'store', state: up ? 'up' : 'down' })
    this.#up = up
  }
}
