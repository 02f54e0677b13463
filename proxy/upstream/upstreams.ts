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
  /** JSON text rebuilt from the validated request, or a form with the sound. Nothing of the caller's headers. */
  readonly body: string | FormData
  readonly stream: boolean
}

export interface UpstreamFrom {
  /** Its name in the configuration. */
  readonly upstream: string
  readonly region: string
}

export type UpstreamAnswer =
  | { readonly ok: true; readonly from: UpstreamFrom; readonly contentType: string; readonly body: Readable }
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
