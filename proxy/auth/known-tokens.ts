import { hash } from 'node:crypto'
import { TokenCache, type KnownToken } from './token-cache.ts'
import type { Refusal } from './verify-token.ts'

export type Checker = (token: string) => Promise<KnownToken | Refusal>

/** Verifies a token once, also when many requests bring it at the same time, and remembers it until it runs out. */
export class KnownTokens {
  readonly #cache: TokenCache
  readonly #check: Checker
  readonly #pending = new Map<string, Promise<KnownToken | Refusal>>()

  constructor(most: number, check: Checker) {
    this.#cache = new TokenCache(most)
    this.#check = check
  }

  /** Not a promise when the token is known: that is nearly every request. */
  find(token: string, now: number): KnownToken | Promise<KnownToken | Refusal> {
    const id = hash('sha256', token, 'base64')
    return this.#cache.get(id, now) ?? this.#pending.get(id) ?? this.#first(id, token)
  }

  #first(id: string, token: string): Promise<KnownToken | Refusal> {
    const waiting = this.#check(token)
      .then((found) => {
        if (typeof found !== 'string') this.#cache.set(id, found)
        return found
      })
      .finally(() => this.#pending.delete(id))
    this.#pending.set(id, waiting)
    return waiting
  }
}
