import { AppError } from '#utils/domain/app-error.ts'
import { browser, type Runtime } from '#utils/browser/browser.ts'
import type { CallOf, PayloadOf, ResultOf } from './client.ts'
import { isEnvelope, type Receiver, type Reply } from './envelope.ts'

/** One call's answerer: a check of the payload, and what to do with it. */
interface Answerer<M, C extends CallOf<M>, S> {
  /** Returns the payload when it is one, `undefined` when it is not. Absent: the call takes none. */
  readonly payload?: (raw: unknown) => PayloadOf<M, C>[0] | undefined
  readonly run: (payload: PayloadOf<M, C>[0], sender: S) => ResultOf<M, C> | Promise<ResultOf<M, C>>
}

export type Answerers<M, S> = { readonly [C in CallOf<M>]: Answerer<M, C, S> }

/**
 * Answers calls from senders that `trust` knows; everything else is left without a reply and without effect. Checks are
 * made and the call is run at once, within the message event, because some browser calls need the user's gesture.
 * Returns a function that stops it.
 */
export function answerCalls<M, S>(
  to: Receiver,
  trust: (sender: Runtime.MessageSender) => S | null,
  answerers: Answerers<M, S>,
): () => void {
  const known = new Map<string, Loose<S>>(Object.entries(answerers as Record<string, Loose<S>>))
  const listener = (message: unknown, raw: Runtime.MessageSender): Promise<Reply> | undefined => {
    if (!isEnvelope(message, to)) return undefined
    const answerer = known.get(message.call)
    const sender = answerer ? trust(raw) : null
    if (!answerer || sender === null) return undefined
    const payload = answerer.payload?.(message.payload)
    // A call without a payload must come without one; a call with one must have passed its check.
    if ((message.payload === undefined) !== (payload === undefined) || (answerer.payload && payload === undefined)) return undefined
    return run(answerer, payload, sender)
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}

interface Loose<S> {
  readonly payload?: (raw: unknown) => unknown
  readonly run: (payload: unknown, sender: S) => unknown
}

async function run<S>(answerer: Loose<S>, payload: unknown, sender: S): Promise<Reply> {
  try {
    const value = await answerer.run(payload, sender)
    return value === undefined ? { ok: true } : { ok: true, value }
  } catch (error) {
    // Only our own codes cross: any other message could hold page text.
    return { ok: false, code: error instanceof AppError ? error.code : 'unexpected' }
  }
}
