import type { Period } from './periods.ts'

export type MeterName = 'requests' | 'tokens'

export interface AccountTerms {
  readonly meter: MeterName
  readonly scope: string
  readonly period: Period
  readonly capacity: number
  /** The most that is leased ahead of need. */
  readonly block: number
}

/** What a replica last told the store that it holds. */
export interface Written {
  readonly held: number
  readonly inflight: number
}

interface Waiter {
  readonly amount: number
  readonly answer: (granted: boolean) => void
  readonly fail: (error: unknown) => void
}

export interface Wanted {
  /** Less than this helps nobody. */
  readonly least: number
  /** What those who wait lack together. */
  readonly need: number
  /** The most to lease ahead of need. */
  readonly block: number
  /** What is here already, promised to nobody. */
  readonly own: number
  /** What those who wait will be promised. */
  readonly promise: number
}

export interface Grant {
  readonly granted: number
  readonly free: number
  readonly leased: number
}

/** A part of this share must be left, or the next part is leased before anyone has to wait for it. */
const REFILL_AT = 4
const SMALLEST_REFILL = 16
/** After this long without use a replica gives back what it leased, so sooner there is no sense in asking again. */
export const IDLE_MS = 5000
const ASK_AGAIN_MS = 1000
const EMPTY: Written = { held: 0, inflight: 0 }

/**
 * One limit in one period, as this replica sees it: what it has leased of it and not used. Numbers move here at once;
 * the desk brings them to the store.
 */
export class Account {
  readonly terms: AccountTerms
  /** Where it asks for more and leaves word that something changed. */
  readonly #desk: { add(account: Account): void }
  #held = 0
  #inflight = 0
  #lastBite = 0
  #waiters: Waiter[] = []
  /** Those that the round under way asks for. Whoever comes after it began waits for the next one. */
  #asked: readonly Waiter[] = []
  #refilling = false
  /** What the store had left for anyone, when last asked and in vain. */
  #soldOut: { below: number; readonly until: number; readonly comesBack: boolean } | null = null
  written: Written = EMPTY
  usedAt = 0

  constructor(terms: AccountTerms, desk: { add(account: Account): void }) {
    this.terms = terms
    this.#desk = desk
  }

  has(amount: number): boolean {
    return this.#held >= amount && this.#waiters.length + this.#asked.length === 0
  }

  /** Only after `has`: promises `amount` to a call. */
  take(amount: number, now: number): void {
    this.#held -= amount
    this.usedAt = now
    if (this.terms.meter === 'tokens') {
      this.#inflight += amount
      this.#desk.add(this)
    }
    if (!this.#refilling && this.#soldOut === null && this.#lastBite >= SMALLEST_REFILL && this.#held * REFILL_AT < this.#lastBite) {
      this.#refilling = true
      this.#desk.add(this)
    }
  }

  /** Takes when the store has enough left. @throws what the store threw. */
  takeOrWait(amount: number, now: number): Promise<boolean> {
    if (this.has(amount)) {
      this.take(amount, now)
      return Promise.resolve(true)
    }
    if (amount > this.terms.capacity || this.#isSoldOut(amount, now)) return Promise.resolve(false)
    this.usedAt = now
    return new Promise((answer, fail) => {
      this.#waiters.push({ amount, answer, fail })
      this.#desk.add(this)
    })
  }

  /** When there is sense in asking again, after a refusal. */
  retryAfterMs(amount: number, now: number): number {
    const untilEnd = this.terms.period.endsAt - now
    const comesBack = amount <= this.terms.capacity && this.#soldOut?.comesBack === true
    return comesBack ? Math.min(IDLE_MS, untilEnd) : untilEnd
  }

  /** A call ended and used `used` of the `promised`: more, when it was estimated too low. */
  settle(promised: number, used: number): void {
    this.#inflight -= promised
    this.#held += promised - used
    if (this.#soldOut !== null) this.#soldOut.below += promised - used
    this.#desk.add(this)
  }

  /** A call that was not made after all. */
  putBack(amount: number): void {
    if (this.terms.meter === 'tokens') this.settle(amount, 0)
    else this.#held += amount
  }

  get wants(): boolean {
    return this.#refilling || this.#waiters.length > 0
  }

  /** What is wanted of the store, for a round that begins now. */
  ask(): Wanted {
    this.#asked = this.#waiters
    this.#waiters = []
    const own = Math.max(0, this.#held)
    // Never more than a block that nobody is promised: that is what a crash may lose count of.
    if (this.#asked.length === 0) return { least: 1, need: 0, block: Math.max(1, this.terms.block - own), own, promise: 0 }
    const amounts = this.#asked.map(({ amount }) => amount)
    const promise = amounts.reduce((sum, amount) => sum + amount, 0)
    const least = Math.max(1, Math.min(...amounts) - this.#held)
    return { least, need: Math.max(1, promise - this.#held), block: this.terms.block, own, promise }
  }

  /** What the store gave, and to whom it goes: first come, first served. */
  granted(grant: Grant, now: number): void {
    this.#refilling = false
    this.#held += grant.granted
    if (grant.granted > 0) this.#lastBite = grant.granted
    for (const waiter of this.#answered()) {
      const fits = this.#held >= waiter.amount
      if (fits) this.take(waiter.amount, now)
      else this.#refuse(waiter.amount, grant, now)
      waiter.answer(fits)
    }
    // Those who came meanwhile need no round of their own while there is enough.
    for (let next = this.#waiters[0]; next !== undefined && this.#held >= next.amount; next = this.#waiters[0]) {
      this.#waiters.shift()
      this.take(next.amount, now)
      next.answer(true)
    }
    if (this.#waiters.length > 0) this.#desk.add(this)
  }

  failed(error: unknown): void {
    this.#refilling = false
    for (const waiter of this.#answered()) waiter.fail(error)
    if (this.#waiters.length > 0) this.#desk.add(this)
  }

  #answered(): readonly Waiter[] {
    const asked = this.#asked
    this.#asked = []
    return asked
  }

  /** The state to write: `back` is what is given back with it, and below zero what was overspent. */
  snapshot(giveBack: boolean): Written & { readonly back: number } {
    const unspent = this.#held + this.#inflight
    const back = unspent < 0 ? unspent : Math.max(0, giveBack ? this.#held : this.#held - this.terms.block)
    this.#held -= back
    return { held: unspent - back, inflight: this.#inflight, back }
  }

  /** The store did not take the snapshot. */
  restore(back: number): void {
    this.#held += back
  }

  get isBusy(): boolean {
    return this.#inflight > 0 || this.#waiters.length + this.#asked.length > 0
  }

  /** Whether the store knows, or must be told, that this replica holds a part of it. */
  get isLeased(): boolean {
    return this.terms.meter === 'tokens' && (this.written.held !== 0 || this.#held + this.#inflight !== 0)
  }

  #isSoldOut(amount: number, now: number): boolean {
    if (this.#soldOut !== null && now >= this.#soldOut.until) this.#soldOut = null
    return this.#soldOut !== null && amount > this.#soldOut.below
  }

  /** Requests of a minute never come back; leased tokens may, so they are asked for again after a while. */
  #refuse(amount: number, { free, leased }: Grant, now: number): void {
    const below = Math.max(free, 0) + Math.max(this.#held, 0)
    if (amount <= below) return
    const until = this.terms.meter === 'requests' ? this.terms.period.endsAt : now + ASK_AGAIN_MS
    this.#soldOut = { below, until, comesBack: free + leased >= amount }
  }
}
