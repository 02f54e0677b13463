import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CallStart } from '../audit/audit.ts'
import type { Reservation } from '../limits/limits.ts'
import type { Parts } from '../parts.ts'
import { ProxyError } from '../server/proxy-error.ts'
import type { AllowedModel, CallKind, UpstreamAnswer, UpstreamAsk } from '../upstream/upstreams.ts'
import { CallLife } from './call-life.ts'
import { CallRecord, NOTHING, type Ending } from './call-record.ts'
import { anyHoldsCpr } from './prompt-guard.ts'
import { readUse, type Use } from './use-headers.ts'

const MS = 1000

/** What a route wants of a model. The body is made when the model is known. */
export interface Wanted {
  readonly kind: CallKind
  readonly model: string
  /** Every text of the prompt. */
  readonly texts: Iterable<string>
  readonly promptBytes: number
  /** What the prompt costs at most, in tokens. */
  readonly promptTokens: number
  /** The longest answer that is asked for, in tokens; `null`: what the model allows. */
  readonly answerTokens: number | null
  readonly stream: boolean
  readonly bodyFor: (model: AllowedModel, answerTokens: number) => UpstreamAsk['body']
}

/** A call that an upstream has begun to answer. The route relays the rest, and closes it. */
export interface LiveCall {
  readonly answer: Extract<UpstreamAnswer, { readonly ok: true }>
  readonly life: CallLife
  readonly record: CallRecord
}

/**
 * Lets a call through every guard and sends it to an upstream. Nothing is sent before all have said yes, and from then
 * on the call is on record however it ends. `null`: the client left before there was an answer.
 * @throws ProxyError
 */
export async function startCall(request: FastifyRequest, reply: FastifyReply, ask: Ask): Promise<LiveCall | null> {
  const { wanted, parts } = ask
  const { caller } = request
  const { use, model } = passGuards(request, ask)
  const answerTokens = Math.min(wanted.answerTokens ?? model.maxAnswerTokens, model.maxAnswerTokens)
  const reservation = await parts.limits.reserve(caller, { model: model.id, tokens: wanted.promptTokens + answerTokens })
  if (!reservation.granted) throw new ProxyError(reservation.code, reservation)
  const { kind, promptBytes, stream } = wanted
  const record = openRecord({ ...use, caller, kind, model: model.id, promptBytes }, { model, reservation, parts })
  const life = new CallLife(reply.raw, { calls: request.server.calls, mostMs: parts.config.server.callSeconds * MS })
  try {
    const answer = await parts.upstreams.send({ kind, model, body: wanted.bodyFor(model, answerTokens), stream }, life.signal)
    if (answer.ok && life.stopped === null) return { answer, life, record }
    return await giveUp({ answer, life, record }, reply)
  } catch (error) {
    // A fault of ours, or a refusal that `giveUp` has already put on record.
    if (!record.isClosed) await record.close({ ...NOTHING, end: { ending: 'error', code: 'internal' }, from: null, mayCost: true })
    life.end()
    throw error
  }
}

interface Opening {
  readonly model: AllowedModel
  readonly reservation: Reservation
  readonly parts: Parts
}

/** What was reserved is given back when the call cannot even be put on record. */
function openRecord(start: CallStart, { model, reservation, parts: { audit, metrics } }: Opening): CallRecord {
  try {
    return new CallRecord({ metrics, model, reservation, record: audit.begin(start) })
  } catch (error) {
    reservation.settle({ tokens: 0 })
    throw error
  }
}

interface Ask {
  readonly wanted: Wanted
  readonly parts: Parts
}

/** Cheap and local, in this order: what the request says of itself, what the prompt holds, whether anything may go out now. */
function passGuards({ caller, headers }: FastifyRequest, { wanted, parts }: Ask): { readonly use: Use; readonly model: AllowedModel } {
  const use = readUse(headers)
  if (use === null) throw new ProxyError('invalid-request')
  const models = parts.upstreams.models()
  if (models.length === 0) throw new ProxyError('no-upstream')
  const model = models.find(({ id, kind }) => id === wanted.model && kind === wanted.kind)
  if (model === undefined) throw new ProxyError('model-not-allowed')
  if (anyHoldsCpr(wanted.texts)) throw new ProxyError('cpr-in-prompt')
  if (parts.killSwitch.isOff(caller.unit)) throw new ProxyError('switched-off')
  if (!parts.audit.healthy()) throw new ProxyError('not-ready')
  return { use, model }
}

interface Failed {
  readonly answer: UpstreamAnswer
  readonly life: CallLife
  readonly record: CallRecord
}

/** No upstream answered, or there is nobody left to answer to. */
async function giveUp({ answer, life, record }: Failed, reply: FastifyReply): Promise<null> {
  if (answer.ok) answer.body.on('error', () => {}).destroy()
  const { stopped } = life
  const code = stopped === null && !answer.ok ? answer.code : stopped
  const isAbort = code === 'client-left' || code === null
  const end: Ending = isAbort ? { ending: 'aborted' } : { ending: 'error', code }
  const mayCost = answer.ok || isAbort || code === 'upstream-timeout'
  await record.close({ ...NOTHING, end, from: answer.from, mayCost })
  life.end()
  if (!isAbort) throw new ProxyError(code, { retryAfterSeconds: answer.ok ? null : answer.retryAfterSeconds })
  reply.hijack()
  return null
}
