import type { Caller } from '../auth/caller.ts'

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
  /** Resolves once the record is on disk (group commit). The relay holds the answer's last byte until then. */
  finish(end: CallEnd): Promise<void>
}

export interface Audit {
  /** Does not wait for the disk. A call that never finishes (crash) is written as 'error' at the next start. */
  begin(start: CallStart): OpenCall
  /** Whether records reach the disk; when not, calls are refused before they are made. */
  healthy(): boolean
  close(): Promise<void>
}
