import { setTimeout as sleep } from 'node:timers/promises'
import { createLocalJWKSet, errors, type CryptoKey, type JSONWebKeySet, type JWSHeaderParameters } from 'jose'

export interface KeyRingTimes {
  /** Keys this old are fetched again, beside the traffic. */
  readonly maxAgeMs: number
  /** After a fetch that an unknown key id caused in vain, the next one waits this long. */
  readonly cooldownMs: number
  /** After one that did bring a new key, only this long: an attacker cannot make the issuer publish keys. */
  readonly gapMs: number
  /** Keys older than this are not used, however long the issuer has been away. */
  readonly staleMs: number
}

export const KEY_RING_TIMES: KeyRingTimes = { maxAgeMs: 600_000, cooldownMs: 30_000, gapMs: 1_000, staleMs: 86_400_000 }

export interface KeyRingParts {
  readonly now: () => number
  readonly fetchKeys: () => Promise<JSONWebKeySet>
  readonly told: (state: 'fetched' | 'unreachable', count: number) => void
  readonly times?: KeyRingTimes
}

type Finder = ReturnType<typeof createLocalJWKSet>

/** There has been no answer from the issuer yet, or not for a day. */
export class NoKeys extends Error {
  override readonly name = 'NoKeys'
}

/**
 * The issuer's keys. A known key is found without waiting for anyone; the issuer may be away for hours. An unknown key
 * id (a rotation, or somebody guessing) asks the issuer, but guesses cause at most one fetch in `cooldownMs`.
 */
export class KeyRing {
  readonly #parts: KeyRingParts
  readonly #times: KeyRingTimes
  #find: Finder | null = null
  #ids: ReadonlySet<string> = new Set()
  #fetchedAt = 0
  #unknownFrom = 0
  #failures = 0
  #inFlight: Promise<boolean> | null = null
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(parts: KeyRingParts) {
    this.#parts = parts
    this.#times = parts.times ?? KEY_RING_TIMES
    void this.#fetch()
  }

  ready(): boolean {
    return this.#find !== null && this.#parts.now() - this.#fetchedAt <= this.#times.staleMs
  }

  /** @throws NoKeys, or jose's error when the issuer has no such key. */
  async key(header: JWSHeaderParameters): Promise<CryptoKey> {
    if (this.#find === null) await this.#inFlight
    try {
      return await this.#current()(header)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !(await this.#lookAgain())) throw error
      return await this.#current()(header)
    }
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #current(): Finder {
    if (this.#find === null || !this.ready()) throw new NoKeys()
    return this.#find
  }

  /** Whether there is reason to believe that the answer is another now. */
  async #lookAgain(): Promise<boolean> {
    if (this.#inFlight !== null && (await this.#inFlight)) return true
    const wait = this.#unknownFrom - this.#parts.now()
    if (wait > this.#times.gapMs) return false
    if (wait > 0) await sleep(wait)
    // Others may have waited with us; the first one asks for all.
    if (this.#inFlight !== null) return await this.#inFlight
    if (this.#unknownFrom > this.#parts.now()) return true
    this.#unknownFrom = this.#parts.now() + this.#times.cooldownMs
    const fresh = await this.#fetch()
    if (fresh) this.#unknownFrom = this.#parts.now() + this.#times.gapMs
    return fresh
  }

  /** One at a time. Whether it brought a key that was not there before. */
  #fetch(): Promise<boolean> {
    this.#inFlight ??= this.#ask().finally(() => {
      this.#inFlight = null
    })
    return this.#inFlight
  }

  async #ask(): Promise<boolean> {
    let fresh = false
    try {
      fresh = this.#take(await this.#parts.fetchKeys())
      this.#failures = 0
      this.#again(this.#times.maxAgeMs)
    } catch {
      // Which of the many ways it failed in says nothing that the operator can use: the issuer could not be asked.
      this.#failures += 1
      this.#parts.told('unreachable', this.#ids.size)
      this.#again(this.#backOff())
    }
    return fresh
  }

  #take(set: JSONWebKeySet): boolean {
    const ids = new Set(set.keys.map((key) => key.kid ?? ''))
    const fresh = [...ids].some((id) => !this.#ids.has(id))
    this.#find = createLocalJWKSet(set)
    this.#ids = ids
    this.#fetchedAt = this.#parts.now()
    this.#parts.told('fetched', set.keys.length)
    return fresh
  }

  /** Without a single key nobody gets in, so then the issuer is asked sooner. */
  #backOff(): number {
    const first = this.#find === null ? this.#times.gapMs : this.#times.cooldownMs
    return Math.min(first * 2 ** (this.#failures - 1), this.#find === null ? this.#times.cooldownMs : this.#times.maxAgeMs)
  }

  #again(delayMs: number): void {
    clearTimeout(this.#timer)
    if (this.#closed) return
    this.#timer = setTimeout(() => void this.#fetch(), delayMs).unref()
  }
}
