import type { Dispatcher } from 'undici'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import { classifyRefusal, readRetryAfter } from './classify-refusal.ts'
import { ConnectFailure } from './guarded-connect.ts'
import type { Place } from './place.ts'
import { readLimited } from './read-limited.ts'
import { bodyFor } from './upstream-body.ts'
import type { UpstreamAnswer, UpstreamAsk } from './upstreams.ts'
import { IdentityFailure } from './workload-identity.ts'

const ERROR_BODY = { mostBytes: 16 * 1024, mostMs: 2000 }

export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Extract<UpstreamAnswer, { readonly ok: true }> }
  | {
      readonly kind: 'failure'
      readonly code: ProxyErrorCode
      readonly word: string
      readonly retryAfterSeconds: number | null
      /** `again`: the same place on a new connection or with a new token. */
      readonly next: 'nobody' | 'another' | 'again'
    }

type Failure = Extract<Outcome, { readonly kind: 'failure' }>

/** Asks one place once. What comes back has been judged as far as its head; of an error's text nothing is left. */
export async function askPlace(
  place: Place,
  ask: UpstreamAsk,
  { signal, now }: { signal: AbortSignal; now: () => number },
): Promise<Outcome> {
  const { circuit } = place.client
  let response: Dispatcher.ResponseData
  try {
    response = await request(place, ask, signal)
  } catch (error) {
    return signal.aborted ? left(place) : unanswered(place, error)
  }
  if (response.statusCode !== 200) return refused(place, response, now())
  if (!isExpected(response, ask)) return broken(place, response, 'wrong-type')
  if (!place.confirmRegion(response.headers['x-ms-region'])) {
    discard(response)
    circuit.undecided()
    return failure('upstream-failed', 'wrong-region', 'another')
  }
  return { kind: 'answer', answer: answerOf(place, response) }
}

async function request(place: Place, ask: UpstreamAsk, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { client, settings, model } = place
  const body = bodyFor(ask, { upstream: client.settings, model, place: settings })
  const headers = {
    ...(await client.credentials.header()),
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    accept: ask.stream ? 'text/event-stream' : 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'sagshjaelp-proxy',
  }
  return client.request({ method: 'POST', path: place.path, headers, body, signal })
}

function isExpected({ headers }: Dispatcher.ResponseData, ask: UpstreamAsk): boolean {
  const type = String(headers['content-type'] ?? '').toLowerCase()
  const encoding = headers['content-encoding'] ?? 'identity'
  return encoding === 'identity' && /^([^;\s]*)/.exec(type)?.[1] === (ask.stream ? 'text/event-stream' : 'application/json')
}

function answerOf(place: Place, response: Dispatcher.ResponseData): Extract<UpstreamAnswer, { readonly ok: true }> {
  const { body } = response
  const { circuit } = place.client
  circuit.answered()
  body.once('end', () => circuit.worked())
  // A connection that breaks in the middle counts against it; one that we cut ourselves does not.
  body.on('error', (error: Error & { readonly code?: unknown }) => {
    if (error.name !== 'AbortError' && error.code !== 'UND_ERR_ABORTED') circuit.failed('cut')
  })
  return {
    ok: true,
    from: place.from,
    contentType: String(response.headers['content-type']),
    body,
    confirm: (answerer) => place.confirm(answerer),
  }
}

async function refused(place: Place, response: Dispatcher.ResponseData, now: number): Promise<Outcome> {
  const { statusCode, headers } = response
  const text = await readLimited(response.body, ERROR_BODY)
  const refusal = classifyRefusal(statusCode, text)
  const retryAfterSeconds = readRetryAfter(headers['retry-after'], now)
  const { circuit } = place.client
  if (refusal.word === 'redirect') circuit.rest('redirect')
  else if (refusal.isUnwell) circuit.failed(refusal.word)
  else circuit.worked()
  if (refusal.mayAskAnother && (statusCode === 429 || statusCode === 503)) place.rest(retryAfterSeconds ?? 1, now)
  if (refusal.word === 'credentials' && place.client.credentials.refused()) return failure(refusal.code, refusal.word, 'again')
  return failure(refusal.code, refusal.word, refusal.mayAskAnother ? 'another' : 'nobody', retryAfterSeconds)
}

function broken(place: Place, response: Dispatcher.ResponseData, word: string): Outcome {
  discard(response)
  place.client.circuit.failed(word)
  return failure('upstream-failed', word, 'nobody')
}

function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined)
  body.destroy()
}

function left(place: Place): Outcome {
  place.client.circuit.undecided()
  return failure('upstream-failed', 'left', 'nobody')
}

const CONNECT_CODES: Readonly<Record<ConnectFailure['code'], ProxyErrorCode>> = {
  'forbidden-address': 'no-upstream',
  'connect-timeout': 'upstream-timeout',
  tls: 'no-upstream',
  unreachable: 'no-upstream',
}

/** No answer began. Another may be asked when this one got nothing, or closed the connection without a word. */
function unanswered(place: Place, error: unknown): Failure {
  const { circuit } = place.client
  if (error instanceof ConnectFailure) {
    if (error.code === 'forbidden-address') circuit.rest(error.code)
    else circuit.failed(error.code)
    return failure(CONNECT_CODES[error.code], error.code, 'another')
  }
  if (error instanceof IdentityFailure) {
    circuit.failed('credentials')
    return failure('no-upstream', 'credentials', 'another')
  }
  if (codeOf(error) === 'UND_ERR_HEADERS_TIMEOUT') {
    circuit.failed('late')
    return failure('upstream-timeout', 'late', 'nobody')
  }
  if (isStale(error)) {
    circuit.undecided()
    return failure('upstream-failed', 'stale', 'again')
  }
  circuit.failed(isReset(error) ? 'reset' : 'garbage')
  return failure('upstream-failed', isReset(error) ? 'reset' : 'garbage', isReset(error) ? 'another' : 'nobody')
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? (error as { readonly code?: unknown }).code : undefined
}

const RESETS: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

function isReset(error: unknown): boolean {
  return RESETS.has(codeOf(error))
}

/** A connection that had served before and was closed just as it was taken into use again: nobody's fault. */
function isStale(error: unknown): boolean {
  if (codeOf(error) !== 'UND_ERR_SOCKET') return false
  const { socket } = error as { readonly socket?: { readonly bytesRead?: number } | null }
  return (socket?.bytesRead ?? 0) > 0
}

function failure(code: ProxyErrorCode, word: string, next: Failure['next'], retryAfterSeconds: number | null = null): Failure {
  return { kind: 'failure', code, word, next, retryAfterSeconds }
}
