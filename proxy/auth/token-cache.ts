import type { Caller } from './caller.ts'

export interface KnownToken {
  /** Settled already, and one for all who ask. */
  readonly answer: Promise<Caller>
  readonly validUntil: number
  readonly revocationId: string
}

/** Verified tokens until they run out, by hash: the token itself is not kept. The longest unused gives way. */
export class TokenCache {
  readonly #known = new Map<string, KnownToken>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(id: string, now: number): KnownToken | null {
    const known = this.#known.get(id)
    if (known === undefined) return null
    this.#known.delete(id)
    if (known.validUntil <= now) return null
    this.#known.set(id, known)
    return known
  }

  set(id: string, token: KnownToken): void {
    this.#known.set(id, token)
    if (this.#known.size <= this.#most) return
    const [oldest] = this.#known.keys()
    if (oldest !== undefined) this.#known.delete(oldest)
  }

  get size(): number {
    return this.#known.size
  }
}
