import type { Readable } from 'node:stream'
import type { ProxyErrorCode } from '../contract/error-code.ts'

export type CallKind = 'chat' | 'embeddings' | 'transcription'

/** A model the municipality allows, as `/v1/models` lists it. */
export interface AllowedModel {
  readonly id: string
  readonly kind: CallKind
  /** In Danish, for the caseworker: what the model is for. */
  readonly purpose: string
  readonly contextTokens: number
  readonly maxAnswerTokens: number
}

export interface UpstreamAsk {
  readonly kind: CallKind
  readonly model: AllowedModel
  /**
   * Rebuilt from the validated request, or a form with the sound; nothing of the caller's headers. The upstream puts in
   * its own name for the model, and the limit of the answer under the name that it knows.
   */
  readonly body: Readonly<Record<string, unknown>> | FormData
  readonly stream: boolean
}

export interface UpstreamFrom {
  /** Its name in the configuration. */
  readonly upstream: string
  readonly region: string
}

/** What an answer, or an event of one, says of the model behind it. */
export interface Answerer {
  readonly model?: unknown
  readonly system_fingerprint?: unknown
}

export type UpstreamAnswer =
  | {
      readonly ok: true
      readonly from: UpstreamFrom
      readonly contentType: string
      readonly body: Readable
      /**
       * To be asked of each event, or of the whole answer, before any of it is passed on. `false`: another model than the
       * one that was agreed on answers; its place is stopped and the alarm has gone, and nothing of it may be shown.
       */
      readonly confirm: (answerer: Answerer) => boolean
    }
  /** Classified; the upstream's own error text is read and thrown away. */
  | { readonly ok: false; readonly from: UpstreamFrom | null; readonly code: ProxyErrorCode; readonly retryAfterSeconds: number | null }

export interface Upstreams {
  models(): readonly AllowedModel[]
  /** Tries the model's upstreams in order of health; a second one only while nothing has been sent to the user. */
  send(ask: UpstreamAsk, signal: AbortSignal): Promise<UpstreamAnswer>
  /** By upstream name: whether its circuit is closed. */
  health(): Readonly<Record<string, boolean>>
  close(): Promise<void>
}
