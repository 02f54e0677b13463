import { chatAnswer, JSON_TYPE } from '#tests/proxy/support/upstream-answers.ts'
import type { WireLine } from './line.ts'
import { line, type Sending } from './own-streams.ts'

const TEXT = 'Borgeren møder 😀 på jobcentret.'
const GOOD = String(chatAnswer(TEXT).body?.[0])
const done = { state: 'done', text: TEXT }

function json(id: string, sent: string | Uint8Array, expect: unknown, sending: Sending = {}): WireLine {
  return { ...line(id, sent, expect, { headers: JSON_TYPE, ...sending }), kind: 'json' }
}

const changed = (change: (answer: Record<string, unknown>) => void) => {
  const answer = JSON.parse(GOOD) as Record<string, unknown>
  change(answer)
  return JSON.stringify(answer)
}
const choices = (value: unknown) => changed((answer) => (answer['choices'] = value))
const message = (content: unknown, finish_reason: unknown = 'stop', more: object = {}) =>
  choices([{ index: 0, message: { role: 'assistant', content, ...more }, finish_reason }])

const error = (status: number, body: unknown, headers: WireLine['headers'] = JSON_TYPE) =>
  json(`status ${status} ${JSON.stringify(body).slice(0, 40)}`, typeof body === 'string' ? body : JSON.stringify(body), 'error', {
    status,
    headers,
  })

const ECHO = 'Hvad er næste skridt?'

/** Answers in one piece, and errors of every sort: their text is never passed on. */
export const OWN_ANSWERS: readonly WireLine[] = [
  json('whole', GOOD, done),
  ...[1, 3, 17, 100].map((pieceBytes) => json(`whole in pieces of ${pieceBytes}`, GOOD, done, { pieceBytes })),
  json('blanks around', `\n\t ${GOOD} \r\n`, done),
  json('type with a charset', GOOD, done, { headers: { 'content-type': 'application/json; charset=utf-8' } }),
  json(
    'no usage',
    changed((answer) => delete answer['usage']),
    done,
  ),
  json(
    'unknown fields',
    changed((answer) => (answer['x_new'] = [1])),
    done,
  ),
  json('no text', message(null), { state: 'done', text: '' }),
  json('ends by length', message(TEXT, 'length'), { state: 'length', text: TEXT }),
  json('ends by the filter', message('', 'content_filter'), 'content_filter'),
  json('nothing', '', 'error'),
  json('cut', GOOD.slice(0, -1), 'error'),
  json('twice', GOOD + GOOD, 'error'),
  json('garbage behind', `${GOOD}x`, 'error'),
  json('a list', `[${GOOD}]`, 'error'),
  json('null', 'null', 'error'),
  json(
    'no choices',
    changed((answer) => delete answer['choices']),
    'error',
  ),
  json('empty choices', choices([]), 'error'),
  json(
    'two choices',
    choices([0, 1].map((index) => ({ index, message: { role: 'assistant', content: 'x' }, finish_reason: 'stop' }))),
    'error',
  ),
  json('no message', choices([{ index: 0, finish_reason: 'stop' }]), 'error'),
  json('no end', message(TEXT, null), 'error'),
  json('unknown end', message(TEXT, 'because'), 'error'),
  json(
    'a call of a tool',
    message(null, 'tool_calls', { tool_calls: [{ id: 'c', type: 'function', function: { name: 'send', arguments: '{}' } }] }),
    'error',
  ),
  json(
    'a call and a text',
    message(TEXT, 'stop', { tool_calls: [{ id: 'c', type: 'function', function: { name: 'send', arguments: '{}' } }] }),
    'error',
  ),
  json('text of another kind', message([{ type: 'text', text: TEXT }]), 'error'),
  json('an error with success', JSON.stringify({ error: { message: ECHO, code: 'server_error' } }), 'error'),
  json('half a letter', Buffer.from(GOOD.replace('ø', '\xc3'), 'latin1'), 'error'),
  json('UTF-16', Buffer.from(GOOD, 'utf16le'), 'error'),
  json('a stream instead', 'data: {}\n\ndata: [DONE]\n\n', 'error', { headers: { 'content-type': 'text/event-stream' } }),
  json('a page', '<html></html>', 'error', { headers: { 'content-type': 'text/html' } }),
  json('too long', message('x'.repeat(3_000_000)), 'error'),
  error(400, { error: { code: 'content_filter', message: ECHO, innererror: { code: 'ResponsibleAIPolicyViolation' } } }),
  error(400, { error: { code: 'context_length_exceeded', message: ECHO } }),
  error(400, { error: { message: ECHO, type: 'invalid_request_error' } }),
  error(400, ECHO, { 'content-type': 'text/plain' }),
  error(401, { error: { code: '401', message: `Access denied: ${ECHO}` } }),
  error(402, { error: { message: ECHO } }),
  error(403, { error: { message: ECHO } }),
  error(404, { error: { code: 'DeploymentNotFound', message: ECHO } }),
  error(408, { error: { code: 'Timeout', message: ECHO } }),
  error(409, { error: { message: ECHO } }),
  error(413, 'too large'),
  error(418, 'te'),
  error(422, { detail: [{ loc: ['body'], msg: ECHO }] }),
  error(429, { error: { code: '429', message: ECHO } }, { ...JSON_TYPE, 'retry-after': '1' }),
  error(429, { error: { code: 'insufficient_quota', message: ECHO } }),
  error(429, { error: {} }, { ...JSON_TYPE, 'retry-after': 'i morgen' }),
  error(500, { error: { message: ECHO } }),
  error(500, ECHO.repeat(20_000), { 'content-type': 'text/plain' }),
  error(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }),
  error(503, { error: { message: ECHO } }, { ...JSON_TYPE, 'retry-after': '1' }),
  error(504, ''),
  error(529, { error: { type: 'overloaded_error' } }),
  error(301, '', { location: 'http://127.0.0.1:9/' }),
  error(304, ''),
  error(307, '', { location: 'http://127.0.0.1:9/' }),
]
