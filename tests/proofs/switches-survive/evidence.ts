import type { LogEntry } from '#proxy/contract/guidance.ts'

/** What somebody asked for, and what they were told. */
export interface Wish {
  /** Stands in the reason, so that its line can be found again. */
  readonly nonce: string
  readonly verb: 'change' | 'undo'
  readonly subject: string
  readonly unit: string
  readonly switch: string
  readonly on: boolean | null
  readonly about: number | null
  /** The entry that the If-Match named: what the writer had seen. */
  readonly seen: number
  /** `unknown`: the connection broke before an answer came. */
  readonly outcome: { readonly entry: number } | 'refused' | 'unknown'
}

/** Everything a round leaves behind, as an outsider can read it. */
export interface Evidence {
  readonly wishes: readonly Wish[]
  readonly log: readonly LogEntry[]
  /** What the product says of its own chain. */
  readonly verified: { readonly intact: boolean; readonly entries: number }
  /** Unit → what its signed switches say is off today, for the unit or for all. */
  readonly served: ReadonlyMap<string, readonly string[]>
  readonly today: string
}

export const UNITS = ['north', 'south'] as const
export const nonceOf = (reason: string): string | null => /nr\. (\S+)$/.exec(reason)?.[1] ?? null
