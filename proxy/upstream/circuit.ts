export interface CircuitRules {
  readonly failures: number
  readonly restSeconds: number
  readonly longestRestSeconds: number
}

const MS = 1000

/**
 * Gives an upstream that fails some rest. After it one call may try: if that goes well everything is as before, if not
 * the next rest is twice as long.
 */
export class Circuit {
  readonly #rules: CircuitRules
  readonly #now: () => number
  readonly #onChange: (isClosed: boolean, code: string) => void
  #inARow = 0
  #rests = 0
  #opensAt: number | null = null
  #isTried = false

  constructor(rules: CircuitRules, now: () => number, onChange: (isClosed: boolean, code: string) => void) {
    this.#rules = rules
    this.#now = now
    this.#onChange = onChange
  }

  get isClosed(): boolean {
    return this.#opensAt === null
  }

  /** In ms; 0 when it may be used or tried now. */
  get restMs(): number {
    if (this.#opensAt === null) return 0
    const left = this.#opensAt - this.#now()
    // While one call tries it, the others are to come back soon.
    return left > 0 ? left : this.#isTried ? MS : 0
  }

  /** Takes the place of the one call that may try. Every call that began must end in one of the three below. */
  begin(): boolean {
    if (this.restMs > 0) return false
    if (this.#opensAt !== null) this.#isTried = true
    return true
  }

  /** An answer began: enough to let the others in again, not enough to forget that earlier ones were cut. */
  answered(): void {
    this.#isTried = false
    this.#close()
  }

  worked(): void {
    this.#inARow = 0
    this.answered()
  }

  #close(): void {
    if (this.#opensAt === null) return
    this.#opensAt = null
    this.#rests = 0
    this.#onChange(true, 'answers')
  }

  failed(code: string): void {
    this.#inARow += 1
    if (this.#opensAt !== null || this.#inARow >= this.#rules.failures) this.rest(code)
  }

  /** Says nothing of its health: the client left before anything was known. */
  undecided(): void {
    this.#isTried = false
  }

  /** At once, for what cannot be chance. */
  rest(code: string): void {
    const { restSeconds, longestRestSeconds } = this.#rules
    const wasClosed = this.#opensAt === null
    // Calls that began before it opened say nothing new.
    if (!wasClosed && !this.#isTried) return
    this.#isTried = false
    this.#opensAt = this.#now() + Math.min(restSeconds * 2 ** this.#rests, longestRestSeconds) * MS
    this.#rests += 1
    if (wasClosed) this.#onChange(false, code)
  }
}
