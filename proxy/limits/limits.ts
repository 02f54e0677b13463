import type { Caller } from '../auth/caller.ts'

/** What a call may cost at most, before it is made. */
export interface Ask {
  readonly model: string
  /** Prompt (counted or estimated high) and the longest allowed answer, in tokens. 0: the request is counted, no budget is touched. */
  readonly tokens: number
}

export interface Spent {
  readonly tokens: number
}

export interface Reservation {
  readonly granted: true
  /** Called once, when the call has ended. `null`: nobody knows what it cost, so the whole reservation counts. */
  settle(spent: Spent | null): void
}

export interface LimitRefusal {
  readonly granted: false
  /** 'not-ready': the store cannot be asked and what was leased is used up. */
  readonly code: 'too-many-requests' | 'budget-spent' | 'not-ready'
  readonly retryAfterSeconds: number
}

export interface Limits {
  /** Answers from memory in nearly all calls: budgets are leased from the store in blocks. */
  reserve(caller: Caller, ask: Ask): Promise<Reservation | LimitRefusal>
  /** Gives unused leases back and writes what is left to write. */
  close(): Promise<void>
}
