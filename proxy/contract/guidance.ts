import { z } from 'zod'

/** Written as a unit by an administrator: every unit. */
export const ALL_UNITS = '*'

export const switchId = z
  .string()
  .regex(/^((rule|feature):[a-z0-9]+(-[a-z0-9]+)*|model-use)$/)
  .max(90)

/** Ids that no configuration opens: what protects the citizen cannot be switched off by a unit. */
export const NEVER_OFF = ['feature:screening', 'feature:ai-mark', 'feature:use-record', 'feature:citation-check'] as const

const day = z.string().refine(isDay)

function isDay(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

/** Plain text of one line: no control characters, and nothing that UTF-8 cannot hold. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text))

/** Why: read by colleagues, by the person after you and by those who check. */
const reason = line(500)

/** `PUT /v1/guidance/switches/{id}`, with `If-Match`. */
export const switchChange = z.strictObject({
  on: z.boolean(),
  reason,
  /** First day it holds; today when left out. */
  from: day.optional(),
  /** Last day it holds; until further notice when left out or `null`. What held before holds again afterwards. */
  until: day.nullable().default(null),
  /** The caller's own when left out. Another one, or `*` for all: administrators only. */
  unit: line(100).optional(),
})

/** `POST /v1/guidance/log/{entry}/(undo|approve|reject)`, with `If-Match`. */
export const entryDecision = z.strictObject({ reason })

export const logQuery = z.strictObject({
  /** Entries after this number. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Administrators: one unit's entries. */
  unit: line(100).optional(),
})

export type SwitchChange = z.infer<typeof switchChange>

/** `GET /v1/guidance`. Every text in it is signed, and is verified in the extension. */
export interface GuidanceAnswer {
  readonly packs: readonly {
    readonly kind: 'rule-pack' | 'local-rules'
    readonly id: string
    readonly serial: number
    readonly signed: string
  }[]
  /** Packs that are signed for a day to come: to be looked at, not used. */
  readonly coming: GuidanceAnswer['packs']
  /** `null`: the municipality has no signing key yet. */
  readonly switches: string | null
}

export type EntryAction = 'set' | 'propose' | 'approve' | 'reject' | 'undo' | 'propose-undo'

/** A line of the log, as `GET /v1/guidance/log` shows it. Never changed once written. */
export interface LogEntry {
  /** 1, 2, 3, … over all units. */
  readonly entry: number
  /** UTC, to the millisecond. */
  readonly at: string
  readonly unit: string
  readonly subject: string
  readonly role: 'supervisor' | 'administrator'
  readonly action: EntryAction
  readonly switch: string
  /** What is wanted; `null` in entries that only decide about another entry. */
  readonly on: boolean | null
  readonly from: string | null
  readonly until: string | null
  readonly reason: string
  /** The entry that is approved, rejected or undone. */
  readonly about: number | null
  /** Hash of the entry before; 64 zeros in the first. */
  readonly previous: string
  readonly hash: string
  /** The public key and its signature over the hash; `null` when no key was configured. */
  readonly key: string | null
  readonly signature: string | null
}

export interface LogPage {
  readonly entries: readonly LogEntry[]
  /** Ask again with `after` set to this; `null` at the end. */
  readonly next: number | null
}

/** `GET /v1/guidance/log/verification`: the whole chain, read from the store and reckoned anew. */
export interface LogVerification {
  readonly intact: boolean
  readonly entries: number
  /** The first entry that does not fit; `null` when all do. */
  readonly broken: number | null
  /** Signed number and hash of the newest entry, to keep elsewhere; `null` without a key or an entry. */
  readonly head: string | null
}

/** What a change came to. */
export interface ChangeAnswer {
  readonly entry: number
  readonly state: 'in-effect' | 'proposed' | 'rejected'
}

/** `GET /v1/guidance/switches`: for the switchboard. */
export interface Switchboard {
  readonly unit: string
  readonly municipality: string
  readonly cannotBeSwitchedOff: readonly string[]
  readonly secondApprover: 'never' | 'when-switching-off' | 'always'
  readonly shortestReason: number
  /** What is off, for the unit or for all, from today on. */
  readonly off: readonly {
    readonly switch: string
    readonly unit: string
    readonly from: string
    readonly until: string | null
    readonly reason: string
    readonly entry: number
  }[]
  /** Waiting for another person. */
  readonly proposals: readonly LogEntry[]
}
