import type { LimitsConfig } from '#proxy/limits/limits-config.ts'
import { danishDayOf, minuteOf } from '#proxy/limits/periods.ts'

export type Meter = 'requests' | 'tokens'

/** What was really granted of one limit in one period, kept beside the limits by whoever asked them. */
export interface Entry {
  readonly key: string
  readonly meter: Meter
  readonly limit: number
  used: number
}

export interface Who {
  readonly user: string
  readonly unit: string
}

/** Refusals of one kind; which of the three limits was the reason is not told. */
export interface Refused {
  readonly meter: Meter
  readonly entries: readonly Entry[]
  /** The smallest amount that was refused. */
  least: number
  count: number
}

const SCOPES = ['user', 'unit', 'municipality'] as const

export class Ledger {
  readonly entries = new Map<string, Entry>()
  readonly refusals = new Map<string, Refused>()
  readonly #config: LimitsConfig

  constructor(config: LimitsConfig) {
    this.#config = config
  }

  request(who: Who, at: number): void {
    for (const entry of this.#of('requests', who, at)) entry.used += 1
  }

  /** Tokens count for the day in which the call was promised. */
  tokens(who: Who, at: number, used: number): void {
    for (const entry of this.#of('tokens', who, at)) entry.used += used
  }

  refused(who: Who, at: number, what: { readonly meter: Meter; readonly amount: number }): void {
    const entries = this.#of(what.meter, who, at)
    const key = entries.map((entry) => entry.key).join('; ')
    const known = this.refusals.get(key) ?? { meter: what.meter, entries, least: what.amount, count: 0 }
    known.count += 1
    known.least = Math.min(known.least, what.amount)
    this.refusals.set(key, known)
  }

  #of(meter: Meter, who: Who, at: number): readonly Entry[] {
    const period = meter === 'requests' ? minuteOf(at) : danishDayOf(at)
    return SCOPES.map((scope) => {
      const key = `${meter} ${period.id} ${scope === 'municipality' ? scope : `${scope} ${who[scope]}`}`
      const terms = this.#config[scope]
      const entry = this.entries.get(key) ?? {
        key,
        meter,
        used: 0,
        limit: meter === 'requests' ? terms.requestsPerMinute : terms.tokensPerDay,
      }
      this.entries.set(key, entry)
      return entry
    })
  }
}
