import type { Account, MeterName } from './account.ts'
import type { Desk } from './desk.ts'
import type { LimitsConfig } from './limits-config.ts'
import type { Period } from './periods.ts'

export interface BookParts {
  readonly config: LimitsConfig
  readonly desk: Desk
  readonly periodsAt: { readonly minute: (at: number) => Period; readonly day: (at: number) => Period }
}

export interface BookAnswer {
  /** `null`: both were given. */
  readonly why: MeterName | 'store' | null
  readonly retryAfterMs: number
  /** Undoes what was given. */
  readonly putBack: () => void
  readonly putBackTokens: () => void
}

interface Settlement {
  readonly promised: number
  readonly used: number
  /** When it was promised: a call that began before midnight is paid from that day. */
  readonly at: number
}

/** All limits of one person, one unit or the municipality. */
export class Book {
  readonly #scope: string
  readonly #terms: LimitsConfig['user']
  readonly #parts: BookParts
  #open = 0
  #usedAt = 0
  #requests: Account | null = null
  #tokens: Account | null = null

  constructor(scope: string, terms: LimitsConfig['user'], parts: BookParts) {
    this.#scope = scope
    this.#terms = terms
    this.#parts = parts
  }

  get hasRoom(): boolean {
    return this.#open < this.#terms.callsAtOnce
  }

  enter(): void {
    this.#open += 1
  }

  leave(): void {
    this.#open -= 1
  }

  isIdle(since: number): boolean {
    return this.#open === 0 && this.#usedAt < since
  }

  has(amount: number, at: number): boolean {
    return this.#requestsAt(at).has(1) && (amount === 0 || this.#tokensAt(at).has(amount))
  }

  take(amount: number, at: number): void {
    this.#usedAt = at
    this.#requestsAt(at).take(1, at)
    if (amount > 0) this.#tokensAt(at).take(amount, at)
  }

  async takeOrWait(amount: number, at: number): Promise<BookAnswer> {
    this.#usedAt = at
    const requests = this.#requestsAt(at)
    const tokens = this.#tokensAt(at)
    const [gotRequest, gotTokens] = await Promise.allSettled([
      requests.takeOrWait(1, at),
      amount === 0 ? Promise.resolve(true) : tokens.takeOrWait(amount, at),
    ])
    const hasRequest = gotRequest.status === 'fulfilled' && gotRequest.value
    const hasTokens = gotTokens.status === 'fulfilled' && gotTokens.value
    const isBroken = gotRequest.status === 'rejected' || gotTokens.status === 'rejected'
    const putBackTokens = () => {
      if (hasTokens && amount > 0) tokens.putBack(amount)
    }
    const putBack = () => {
      if (hasRequest) requests.putBack(1)
      putBackTokens()
    }
    const answer = { retryAfterMs: 0, putBack, putBackTokens }
    if (isBroken) return { ...answer, why: 'store' }
    if (!hasRequest) return { ...answer, why: 'requests', retryAfterMs: requests.retryAfterMs(1, at) }
    if (!hasTokens) return { ...answer, why: 'tokens', retryAfterMs: tokens.retryAfterMs(amount, at) }
    return { ...answer, why: null }
  }

  settle({ promised, used, at }: Settlement): void {
    if (promised + used > 0) this.#tokensAt(at).settle(promised, used)
  }

  #requestsAt(at: number): Account {
    const period = this.#parts.periodsAt.minute(at)
    if (this.#requests?.terms.period.id === period.id) return this.#requests
    const { requestsPerMinute: capacity } = this.#terms
    this.#requests = this.#parts.desk.account({ meter: 'requests', scope: this.#scope, period, capacity, block: capacity })
    return this.#requests
  }

  #tokensAt(at: number): Account {
    const period = this.#parts.periodsAt.day(at)
    if (this.#tokens?.terms.period.id === period.id) return this.#tokens
    const { tokensPerDay: capacity } = this.#terms
    const { blockTokens: block } = this.#parts.config
    this.#tokens = this.#parts.desk.account({ meter: 'tokens', scope: this.#scope, period, capacity, block })
    return this.#tokens
  }
}
