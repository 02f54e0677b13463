import { AppError } from '#utils/domain/app-error.ts'
import { isReply, type Envelope, type Receiver } from './envelope.ts'

/** The calls of a map: its methods. Each takes one payload or none. */
export type CallOf<M> = { [C in keyof M]: M[C] extends (payload: never) => unknown ? C : never }[keyof M] & string
export type PayloadOf<M, C extends CallOf<M>> = M[C] extends (...args: infer A) => unknown ? A : never
export type ResultOf<M, C extends CallOf<M>> = M[C] extends (...args: never[]) => infer R ? Awaited<R> : never

/** Calls the other side. A side gets only the clients of the maps it may use, so it cannot even name another's call. */
export type Client<M> = <C extends CallOf<M>>(call: C, ...payload: PayloadOf<M, C>) => Promise<ResultOf<M, C>>

/** Makes a client out of a way to send. Rejects with `message-refused` when nobody answers. */
export function createClient<M>(to: Receiver, send: (message: Envelope) => Promise<unknown>): Client<M> {
  return async (call, ...[payload]) => {
    const reply = await deliver(send, { sagshjaelp: 1, to, call, ...(payload !== undefined && { payload }) })
    if (!isReply(reply)) throw new AppError('message-refused')
    if (!reply.ok) throw new AppError(reply.code)
    return reply.value as ResultOf<M, typeof call>
  }
}

async function deliver(send: (message: Envelope) => Promise<unknown>, message: Envelope): Promise<unknown> {
  try {
    return await send(message)
  } catch (cause) {
    // The browser's own texts ("Receiving end does not exist", "context invalidated") all mean the same here.
    throw new AppError('page-disconnected', { cause })
  }
}
