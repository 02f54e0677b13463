import { azureEvents, chatEvents, DONE, SSE } from '#tests/proxy/support/upstream-answers.ts'
import type { WireLine } from './line.ts'

type Expect = 'done' | 'error' | 'length'

export interface Sending {
  readonly pieceBytes?: number
  readonly headers?: WireLine['headers']
  readonly status?: number
}

export function line(
  id: string,
  sent: string | Uint8Array,
  expect: unknown,
  { pieceBytes, headers = SSE, status = 200 }: Sending = {},
): WireLine {
  const bytes = Buffer.from(sent as string)
  const size = pieceBytes ?? Math.max(1, bytes.length)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => ({
    b64: bytes.subarray(at * size, (at + 1) * size).toString('base64'),
  }))
  return { id, kind: 'sse', status, headers, chunks, expect }
}

const TEXTS = ['Borgeren ', 'møder 😀 ', 'på jobcentret.']
const TEXT = TEXTS.join('')
const EVENTS = chatEvents(TEXTS)
const GOOD = [...EVENTS, DONE].join('')
const done = (text = TEXT) => ({ state: 'done', text })

const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`
const choice = (delta: unknown, finish_reason: unknown = null) => event({ id: 'chatcmpl-1', choices: [{ index: 0, delta, finish_reason }] })
const END = choice({}, 'stop') + DONE
const withExtra = (extra: string, at = 2) => [...EVENTS.slice(0, at), extra, ...EVENTS.slice(at), DONE].join('')

const PIECES = [1, 2, 3, 5, 7, 13, 64, 200, 1000].map((pieceBytes) => line(`pieces of ${pieceBytes}`, GOOD, done(), { pieceBytes }))

const FORMS: readonly WireLine[] = [
  line('byte order mark', `\uFEFF${GOOD}`, done()),
  line('byte order mark in single bytes', `\uFEFF${GOOD}`, done(), { pieceBytes: 1 }),
  line('CRLF', GOOD.replaceAll('\n', '\r\n'), done()),
  line('CRLF in single bytes', GOOD.replaceAll('\n', '\r\n'), done(), { pieceBytes: 1 }),
  line('CR', GOOD.replaceAll('\n', '\r'), done()),
  line('CR in single bytes', GOOD.replaceAll('\n', '\r'), done(), { pieceBytes: 1 }),
  line('line ends mixed', GOOD.replace('\n\n', '\r\n\r\n').replace('\n\n', '\r\r'), done()),
  line('comments', GOOD.replaceAll('data: {', ': ping\ndata: {'), done()),
  line('comments between', `: hej\n\n${GOOD.replaceAll('\n\n', '\n\n: ping\n\n')}`, done()),
  line('names, ids and retry', GOOD.replaceAll('data: {', 'event: message\nid: 4\nretry: 5\ndata: {'), done()),
  line('no space', GOOD.replaceAll('data: ', 'data:'), done()),
  line('many blank lines', GOOD.replaceAll('\n\n', '\n\n\n\n\n'), done()),
  line('unknown field', GOOD.replaceAll('data: {', 'datas: x\ndata: {'), done()),
  line('upper case field is unknown', GOOD.replaceAll('data: {', 'DATA: x\ndata: {'), done()),
  line('an event on two lines', GOOD.replaceAll('"choices"', '\ndata: "choices"'), done()),
  line('[DONE] twice', GOOD + DONE, done()),
  line('garbage after [DONE]', `${GOOD}\u0000\u0001{"choices"`, done()),
  line('broken UTF-8 after [DONE]', Buffer.concat([Buffer.from(GOOD), Buffer.from([0xff, 0xfe, 0x0a, 0x0a])]), done()),
  line('a megabyte of silence first', ': '.padEnd(200, '.').concat('\n').repeat(2000) + GOOD, done()),
  line('no usage', [...chatEvents(TEXTS, { usage: null }), DONE].join(''), done()),
  line('azure frames', [...azureEvents(TEXTS), DONE].join(''), done()),
  line('azure frames at the end', [...azureEvents(TEXTS, { late: true }), DONE].join(''), done()),
  line('azure frames in single bytes', [...azureEvents(TEXTS), DONE].join(''), done(), { pieceBytes: 1 }),
  line('null for content', withExtra(choice({ content: null })), done()),
  line('empty content', withExtra(choice({ content: '' })), done()),
  line('empty delta', withExtra(choice({})), done()),
  line('role in each event', GOOD.replaceAll('"delta":{"content"', '"delta":{"role":"assistant","content"'), done()),
  line('unknown fields', GOOD.replaceAll('"delta"', '"x_new":{"a":[1]},"delta"'), done()),
  line('the end and the last text in one', choice({ content: TEXT }, 'stop') + DONE, done()),
  line('empty choices in the middle', withExtra(event({ id: 'chatcmpl-1', choices: [] })), done()),
  line('escapes', GOOD.replaceAll('ø', '\\u00f8'), done()),
  line('content type in capitals', GOOD, done(), { headers: { 'Content-Type': 'Text/Event-Stream' } }),
  line('an answer without text', choice({ role: 'assistant', content: '' }) + END, done('')),
  line('an empty event', withExtra('data:\n\n'), 'error'),
]

const BROKEN: readonly (readonly [string, string | Uint8Array])[] = [
  ['nothing', ''],
  ['only comments', ': ping\n\n: ping\n\n'],
  ['only [DONE]', DONE],
  ['no [DONE]', EVENTS.join('')],
  ['no end', [...chatEvents(TEXTS, { finish: null }), DONE].join('')],
  ['no end, no [DONE]', chatEvents(TEXTS, { finish: null, usage: null }).join('')],
  ['[DONE] without its blank line', GOOD.trimEnd()],
  ['[DONE] spelt otherwise', GOOD.replace('[DONE]', '[done]')],
  ['[DONE] in quotes', GOOD.replace('[DONE]', '"[DONE]"')],
  ['cut in JSON', GOOD.slice(0, 400)],
  ['JSON with a comma too many', GOOD.replace('"choices"', ',"choices"')],
  ['JSON of another kind', withExtra('data: 42\n\n')],
  ['JSON list', withExtra('data: []\n\n')],
  ['JSON null', withExtra('data: null\n\n')],
  ['JSON text', withExtra('data: "hej"\n\n')],
  ['no choices', withExtra(event({ id: 'chatcmpl-1' }))],
  ['choices of another kind', withExtra(event({ choices: {} }))],
  ['choice of another kind', withExtra(event({ choices: ['x'] }))],
  [
    'two choices',
    withExtra(
      event({
        choices: [
          { index: 0, delta: {} },
          { index: 1, delta: {} },
        ],
      }),
    ),
  ],
  ['second choice', withExtra(event({ choices: [{ index: 1, delta: { content: 'andet' } }] }))],
  ['content is a number', withExtra(choice({ content: 7 }))],
  ['content is a list', withExtra(choice({ content: [{ type: 'text', text: 'hej' }] }))],
  ['content is an object', withExtra(choice({ content: {} }))],
  ['delta is a text', withExtra(choice('hej'))],
  ['a call of a tool', withExtra(choice({ tool_calls: [{ index: 0, function: { name: 'send', arguments: '' } }] }))],
  ['a call of a function', withExtra(choice({ function_call: { name: 'send', arguments: '' } }))],
  ['ends with a call', choice({ content: 'x' }) + choice({}, 'tool_calls') + DONE],
  ['an unknown end', choice({ content: 'x' }) + choice({}, 'because') + DONE],
  ['an end that is true', choice({ content: 'x' }) + choice({}, true) + DONE],
  ['text after the end', choice({ content: 'x' }) + choice({}, 'stop') + choice({ content: 'y' }) + DONE],
  ['a new answer after the end', choice({ content: 'x' }) + choice({}, 'stop') + GOOD],
  ['another answer in between', withExtra(event({ id: 'chatcmpl-2', choices: [{ index: 0, delta: { content: 'anden sag' } }] }))],
  ['an error', withExtra(event({ error: { code: 'server_error', message: 'kun én' } }))],
  ['an error as text', withExtra(event({ error: 'overloaded' }))],
  ['an error first', event({ error: { code: 'rate_limit_exceeded', message: 'vent' } }) + GOOD],
  ['an error by the filter', withExtra(event({ error: { code: 'content_filter', message: 'nej', status: 400 } }))],
  ['an error at the end', EVENTS.join('') + event({ error: { message: 'for sent' } }) + DONE],
  ['an error event by name', withExtra('event: error\ndata: {"error":{"message":"x"}}\n\n')],
  [
    'half a letter',
    Buffer.concat([
      Buffer.from(EVENTS.slice(0, 2).join('')),
      Buffer.from('data: {"choices":[{"delta":{"content":"\xe2\x82"}}]}\n\n', 'latin1'),
      Buffer.from(END),
    ]),
  ],
  ['overlong UTF-8', Buffer.concat([Buffer.from('data: {"choices":[{"delta":{"content":"\xc0\xaf"}}]}\n\n', 'latin1'), Buffer.from(END)])],
  [
    'half a surrogate in UTF-8',
    Buffer.concat([Buffer.from('data: {"choices":[{"delta":{"content":"\xed\xa0\x80"}}]}\n\n', 'latin1'), Buffer.from(END)]),
  ],
  ['UTF-16', Buffer.from(GOOD, 'utf16le')],
  ['zero bytes', Buffer.alloc(5000)],
  ['a page', '<!doctype html><title>Bad gateway</title>\n\n'],
  ['JSON instead', JSON.stringify({ choices: [{ message: { content: TEXT }, finish_reason: 'stop' }] })],
  ['an event that is too long', `data: {"choices":[{"index":0,"delta":{"content":"${'x'.repeat(400_000)}"}}]}\n\n${END}`],
  ['a line without end', `data: ${'x'.repeat(400_000)}`],
]

const PARTIAL: readonly WireLine[] = (['length', 'content_filter'] as const).flatMap((finish) => [
  line(`ends by ${finish}`, [...chatEvents(TEXTS, { finish }), DONE].join(''), { state: finish, text: TEXT }),
  line(`ends by ${finish} without [DONE]`, chatEvents(TEXTS, { finish }).join(''), 'error'),
])

const HEADS: readonly WireLine[] = [
  line('HTML', GOOD, 'error', { headers: { 'content-type': 'text/html' } }),
  line('plain text', GOOD, 'error', { headers: { 'content-type': 'text/plain' } }),
  line('JSON type', GOOD, 'error', { headers: { 'content-type': 'application/json' } }),
  line('type that only begins alike', GOOD, 'error', { headers: { 'content-type': 'text/event-streams' } }),
  line('no type', GOOD, 'error', { headers: {} }),
  line('gzip', GOOD, 'error', { headers: { ...SSE, 'content-encoding': 'gzip' } }),
  line('said to be as it is', GOOD, done(), { headers: { ...SSE, 'content-encoding': 'identity' } }),
  line('cookies and other headers', GOOD, done(), {
    headers: { ...SSE, 'set-cookie': ['a=b', 'c=d'], 'x-request-id': 'r', location: 'http://127.0.0.1:9/' },
  }),
  ...[201, 202, 203, 204, 205, 206, 226].map((status) =>
    line(`status ${status}`, status === 204 || status === 205 ? '' : GOOD, 'error', { status }),
  ),
]

export const OWN_STREAMS: readonly WireLine[] = [
  ...PIECES,
  ...FORMS,
  ...BROKEN.map(([id, sent]) => line(id, sent, 'error' satisfies Expect)),
  ...PARTIAL,
  ...HEADS,
]
