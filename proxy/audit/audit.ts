import type { Caller } from '../auth/caller.ts'
import type { UsageRecord, UsageState } from '../contract/usage-record.ts'
import type { ChainedRecord } from './record.ts'

/** How a model call ended, as its stream said. */
export type CallEnding = 'done' | 'aborted' | 'error'

/** What is known of a model call when it starts. No field can hold content: ids, names from lists, hashes, sizes. */
export interface CallStart {
  /** Given by the extension so that its own record of use and this one meet; made here when absent. */
  readonly useId: string
  readonly caller: Caller
  readonly kind: 'chat' | 'embeddings' | 'transcription'
  readonly purpose: string
  readonly feature: string
  /** HMAC-SHA256 of municipality and case id, made in the extension; null when no case is open. */
  readonly caseHash: string | null
  readonly model: string
  readonly promptBytes: number
}

export interface CallEnd {
  readonly ending: CallEnding
  /** As the upstream named itself: the model's version. */
  readonly modelVersion: string | null
  readonly upstream: string | null
  readonly region: string | null
  readonly promptTokens: number | null
  readonly completionTokens: number | null
  readonly answerBytes: number
  readonly code: string | null
}

export interface OpenCall {
  /**
   * Resolves once the record is on disk (group commit). The relay holds the answer's last byte until then.
   * @throws AuditError: then the answer may not end well
   */
  finish(end: CallEnd): Promise<void>
}

/** Which records: of a case, of a period (ms since 1970, `to` not included), or of a case in a period. */
export interface ExportAsk {
  readonly from: number | null
  readonly to: number | null
  readonly caseHash: string | null
}

export interface UseCount {
  readonly feature: string
  readonly outcome: string
  readonly count: number
}

export interface Audit {
  /** Does not wait for the disk. A call that never finishes (crash) is written as 'error' when its replica is found dead. */
  begin(start: CallStart): OpenCall
  /** Records of use from the extension, each on disk when this resolves. @throws AuditError */
  recordUses(uses: readonly UsageRecord[], caller: Caller): Promise<readonly UsageState[]>
  /** Oldest first. Resolves when it is on record that somebody takes them out. @throws AuditError */
  exportRecords(ask: ExportAsk, caller: Caller): Promise<AsyncIterable<ChainedRecord>>
  /** How much the tool was used, of one unit or (`null`) of all. */
  countUses(ask: { readonly from: number; readonly to: number; readonly unit: string | null }): Promise<readonly UseCount[]>
  /** Whether records reach the disk; when not, calls are refused before they are made. */
  healthy(): boolean
  close(): Promise<void>
}
