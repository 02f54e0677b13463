import type { ChainEnd } from './chain.ts'

/**
 * What does not fit. `changed`: a record says something else than it did. `moved`: it is not what followed the one
 * before. `missing`: numbers are skipped. `end-missing`: the last records are gone. `start-missing`: the first are gone,
 * and no old enough checkpoint says that they may be. `checkpoint-wrong`: it fits no record. `checkpoint-unsigned`: too
 * much of the chain stands behind no signature. `checkpoint-signature`: signed by nobody we trust. `anchor`: a place
 * that was noted elsewhere is not in the chain.
 */
export type FaultKind =
  | 'changed'
  | 'moved'
  | 'missing'
  | 'end-missing'
  | 'start-missing'
  | 'checkpoint-wrong'
  | 'checkpoint-unsigned'
  | 'checkpoint-signature'
  | 'anchor'

/** `seq`: the first number that it concerns. */
export interface Fault {
  readonly kind: FaultKind
  readonly seq: number
}

export interface VerifyOptions {
  /** Public keys that checkpoints may be signed with; empty: none is expected to be. */
  readonly keys: readonly string[]
  /** With a key: so many records may stand behind the last signature. */
  readonly mostUnsigned: number
  /** Places in the chain that were noted elsewhere, as from the log. */
  readonly anchors: readonly ChainEnd[]
  /** What is younger than this (ms since 1970) is never gone by rule. */
  readonly keptSince: number
}

export interface Verification {
  readonly records: number
  readonly checkpoints: number
  readonly end: ChainEnd
  readonly faults: readonly Fault[]
}
