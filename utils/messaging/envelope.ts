import { ERRORS, type ErrorCode } from '#utils/domain/error-code.ts'

/** Where a call is meant to be answered. One message reaches every listening context, so each takes only its own. */
export type Receiver = 'background' | 'content'

export interface Envelope {
  /** Wire version: an old content script after an update is told apart by it. */
  readonly sagshjaelp: 1
  readonly to: Receiver
  readonly call: string
  readonly payload?: unknown
}

/** Every answered call gets one; silence means refused. */
export type Reply = { readonly ok: true; readonly value?: unknown } | { readonly ok: false; readonly code: ErrorCode }

/** Whether a message has the outer form, for this receiver. Its payload is still unchecked. */
export function isEnvelope(message: unknown, to: Receiver): message is Envelope {
  if (typeof message !== 'object' || message === null) return false
  const { sagshjaelp, to: receiver, call } = message as Record<string, unknown>
  return sagshjaelp === 1 && receiver === to && typeof call === 'string'
}

export function isReply(message: unknown): message is Reply {
  if (typeof message !== 'object' || message === null) return false
  const { ok, code } = message as Record<string, unknown>
  return ok === true || (ok === false && typeof code === 'string' && Object.hasOwn(ERRORS, code))
}
