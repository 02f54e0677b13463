import type { PackRule } from '#utils/guidance/pack-schema.ts'
import type { ChangeAnswer, LogEntry, Switchboard } from '#proxy/contract/guidance.ts'
import type { CountsOfUnit } from '#proxy/contract/guidance-counts.ts'
import type { LocalRulesAnswer } from '#proxy/contract/local-rules.ts'

/** What the switchboard shows, as the background fetched it. */
export interface BoardView {
  readonly board: Switchboard
  /** What was seen: a change is refused when something else has happened since. */
  readonly etag: string
  readonly counts: CountsOfUnit
  /** Newest first. */
  readonly log: readonly LogEntry[]
  /** Who is looking, by the id that the log uses where the two agree. */
  readonly self: string
  readonly mayChangeAll: boolean
  /** The municipality's own rules. */
  readonly local: LocalRulesAnswer & { readonly etag: string }
}

/** A supervisor's wish. */
export interface SwitchWish {
  readonly rule: string
  readonly on: boolean
  readonly from: string
  readonly until: string | null
  readonly reason: string
  /** For the whole municipality; administrators only. */
  readonly everyUnit: boolean
  readonly etag: string
}

export interface EntryWish {
  readonly entry: number
  readonly verb: 'undo' | 'approve' | 'reject'
  readonly reason: string
  readonly etag: string
}

/** A rule of the municipality's own, compiled; `null` takes it out of use. Administrators only. */
export interface LocalRuleWish {
  readonly id: string
  readonly rule: PackRule | null
  readonly reason: string
  readonly etag: string
}

export type ChangeState = ChangeAnswer['state']
