import type { Behaviour, Ending } from '#tests/proxy/support/bad-upstream.ts'
import { azureEvents, chatEvents, DONE, SSE } from '#tests/proxy/support/upstream-answers.ts'
import type { Random } from '../support/random.ts'
import { STREAM_WORDS } from '../support/stream-words.ts'

/** A stream with something wrong with it, or with something odd that is not wrong. */
export interface OddStream {
  readonly kind: string
  readonly behaviour: Behaviour
  /** What is sent, as far as it is. */
  readonly bytes: Buffer
  /** It is whole, however odd, and all of it arrives. */
  readonly isFine: boolean
}

type Make = (random: Random) => OddStream

const WORDS = [...STREAM_WORDS, '👩‍👩‍👧', '\u2028', '"', '\\', '\n', ' data: ', '[DONE]', '€', '𝄞', '\u0000', '</script>', '{}', ',']

export function someTexts(random: Random): readonly string[] {
  return Array.from({ length: random.int(1, 12) }, () => `${random.pick(WORDS)}${random.chance(0.7) ? ' ' : ''}`)
}

const IDS = 'abcdefghijklmnop'
const someId = (random: Random) => `chatcmpl-${Array.from({ length: 8 }, () => IDS[random.int(0, 15)]).join('')}`

function someEvents(random: Random): readonly string[] {
  const facts = { id: someId(random) }
  const texts = someTexts(random)
  if (random.chance(0.25)) return [...azureEvents(texts, { ...facts, late: random.chance(0.5) }), DONE]
  return [...chatEvents(texts, { ...facts, ...(random.chance(0.3) && { usage: null }) }), DONE]
}

function odd(kind: string, text: string | Buffer, more: { random: Random; isFine: boolean; behaviour?: Behaviour }): OddStream {
  const bytes = Buffer.from(text)
  const pieceBytes = more.random.chance(0.5) ? more.random.int(1, 40) : more.random.int(60, 5000)
  return { kind, bytes, isFine: more.isFine, behaviour: { headers: SSE, body: [bytes], pieceBytes, ...more.behaviour } }
}

function cutShort(random: Random, ending: Ending, framing: 'chunked' | 'close' | 'length' = 'chunked'): OddStream {
  const all = Buffer.from(someEvents(random).join(''))
  // Up to the last line end of the [DONE]: from there on all is said.
  const at = random.int(0, all.length - 2)
  const stream = odd(`cut, ${ending}, ${framing}`, all, { random, isFine: false, behaviour: { cutAt: at, ending, framing } })
  return { ...stream, bytes: all.subarray(0, at) }
}

function changedEvents(random: Random, change: (events: string[], random: Random) => void): string {
  const events = [...someEvents(random)]
  change(events, random)
  return events.join('')
}

const dataOf = (event: string) => event.slice('data: '.length, -2)

const FINE: Readonly<Record<string, (random: Random) => string | Buffer>> = {
  plain: (random) => someEvents(random).join(''),
  'byte order mark': (random) => `\uFEFF${someEvents(random).join('')}`,
  CRLF: (random) => someEvents(random).join('').replaceAll('\n', '\r\n'),
  CR: (random) => someEvents(random).join('').replaceAll('\n', '\r'),
  'comments and other fields': (random) =>
    someEvents(random)
      .map((event) => `: ping\nevent: message\nid: 7\nretry: 10\n${event}: pong\n\n`)
      .join(''),
  'no space after the colon': (random) => someEvents(random).join('').replaceAll('data: {', 'data:{'),
  'an event on several lines': (random) =>
    someEvents(random)
      .map((event) =>
        event === DONE
          ? event
          : `${JSON.stringify(JSON.parse(dataOf(event)), null, 1)
              .split('\n')
              .map((line) => `data: ${line}`)
              .join('\n')}\n\n`,
      )
      .join(''),
  '[DONE] twice': (random) => `${someEvents(random).join('')}${DONE}`,
  'garbage after [DONE]': (random) => `${someEvents(random).join('')}data: {"choices": oops\n\nvrøvl`,
  'the end twice': (random) =>
    changedEvents(random, (events) => {
      const at = events.findIndex((event) => event.includes('"finish_reason":"stop"'))
      events.splice(at, 0, events[at] ?? '')
    }),
  'blank lines': (random) =>
    someEvents(random)
      .map((event) => `\n\n${event}\n`)
      .join(''),
}

const BROKEN: Readonly<Record<string, (random: Random) => string | Buffer>> = {
  'no [DONE]': (random) => someEvents(random).slice(0, -1).join(''),
  'no reason for the end': (random) =>
    changedEvents(random, (events) => {
      const at = events.findIndex((event) => event.includes('"finish_reason":"stop"'))
      events.splice(at, 1)
    }),
  'an error as an event': (random) =>
    changedEvents(random, (events) => {
      events.splice(
        random.int(1, events.length - 1),
        0,
        `data: ${JSON.stringify({ error: { code: random.pick(['content_filter', 'server_error']), message: 'nej' } })}\n\n`,
      )
    }),
  'half a JSON': (random) =>
    changedEvents(random, (events) => {
      const at = random.int(0, events.length - 2)
      const event = events[at] ?? ''
      events[at] = `${event.slice(0, random.int(7, event.length - 4))}\n\n`
    }),
  'a tool that nobody asked for': (random) =>
    changedEvents(random, (events) => {
      const delta = { tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'send', arguments: '{}' } }] }
      events.splice(1, 0, `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`)
    }),
  'another answer in between': (random) =>
    changedEvents(random, (events) => {
      const stranger = chatEvents(['en anden sag'], { id: 'chatcmpl-stranger', finish: null, usage: null })[1] ?? ''
      events.splice(random.int(2, events.length - 1), 0, stranger)
    }),
  'the whole twice, as one': (random) => {
    const events = someEvents(random).slice(0, -1)
    return [...events, ...events, DONE].join('')
  },
  'a second choice': (random) =>
    changedEvents(random, (events) => {
      events.splice(
        1,
        0,
        `data: ${JSON.stringify({ choices: [{ index: 1, delta: { content: 'et andet svar' }, finish_reason: null }] })}\n\n`,
      )
    }),
  'half a letter': (random) => {
    const all = Buffer.from(chatEvents(['æøå €', ...someTexts(random)]).join('') + DONE)
    const at = all.indexOf(Buffer.from('€'))
    return Buffer.concat([all.subarray(0, at + 1), all.subarray(at + 3)])
  },
  'no text at all': () => '',
  'only comments': () => ': ping\n\n: ping\n\n',
  'a page instead': () => '<!doctype html><title>502</title><h1>Bad gateway</h1>\n\n',
}

function fromTable(table: typeof FINE, isFine: boolean): readonly (readonly [string, Make])[] {
  return Object.entries(table).map(([kind, text]) => [kind, (random) => odd(kind, text(random), { random, isFine })])
}

/** Somewhere: what comes of it, only the reference reader can say. */
function scrambled(random: Random): OddStream {
  const all = Buffer.from(someEvents(random).join(''))
  for (let left = random.int(1, 3); left > 0; left -= 1) all[random.int(0, all.length - 1)] = random.int(0, 255)
  return odd('bytes changed', all, { random, isFine: false })
}

function inserted(random: Random): OddStream {
  const all = Buffer.from(someEvents(random).join(''))
  const at = random.int(0, all.length)
  const noise = Buffer.from(Array.from({ length: random.int(1, 200) }, () => random.int(0, 255)))
  return odd('garbage in between', Buffer.concat([all.subarray(0, at), noise, all.subarray(at)]), { random, isFine: false })
}

function duplicated(random: Random): OddStream {
  const text = changedEvents(random, (events) => {
    const at = random.int(0, events.length - 1)
    events.splice(random.int(at, events.length), 0, events[at] ?? '')
  })
  return odd('an event twice', text, { random, isFine: false })
}

function shuffled(random: Random): OddStream {
  const text = changedEvents(random, (events) => {
    const [taken = ''] = events.splice(random.int(0, events.length - 1), 1)
    events.splice(random.int(0, events.length), 0, taken)
  })
  return odd('an event elsewhere', text, { random, isFine: false })
}

function lost(random: Random): OddStream {
  return odd(
    'an event of the end lost',
    changedEvents(random, (events) => void events.splice(random.int(events.length - 3, events.length - 1), 1)),
    {
      random,
      isFine: false,
    },
  )
}

function stalled(random: Random): OddStream {
  const all = Buffer.from(someEvents(random).join(''))
  const at = random.int(0, all.length)
  const body = [all.subarray(0, at), { b64: all.subarray(at).toString('base64'), waitMs: random.int(50, 400) }]
  return { kind: 'a pause', bytes: all, isFine: true, behaviour: { headers: SSE, body } }
}

const wrongHead = (kind: string, behaviour: Behaviour): readonly [string, Make] => [
  kind,
  (random) => {
    const stream = odd(kind, someEvents(random).join(''), { random, isFine: false, behaviour })
    return { ...stream, bytes: Buffer.alloc(0) }
  },
]

/** Every kind of stream, each made anew from the seed. */
export const ODD_STREAMS: readonly (readonly [string, Make])[] = [
  ...fromTable(FINE, true),
  ...fromTable(BROKEN, false),
  ...(['end', 'fin', 'rst', 'hang'] as const).flatMap((ending) =>
    (['chunked', 'close', 'length'] as const)
      // A shorter length that is told beforehand is simply a shorter answer.
      .map((framing): readonly [string, Make] => [`cut, ${ending}, ${framing}`, (random) => cutShort(random, ending, framing)]),
  ),
  ['bytes changed', scrambled],
  ['garbage in between', inserted],
  ['an event twice', duplicated],
  ['an event elsewhere', shuffled],
  ['an event of the end lost', lost],
  ['a pause', stalled],
  wrongHead('wrong content type', { headers: { 'content-type': 'text/html' } }),
  wrongHead('no content type', { headers: {} }),
  wrongHead('JSON instead of a stream', { headers: { 'content-type': 'application/json' } }),
  wrongHead('packed', { headers: { ...SSE, 'content-encoding': 'gzip' } }),
  wrongHead('another success', { headers: SSE, status: 206 }),
  wrongHead('an error', { headers: SSE, status: 500 }),
  [
    'not HTTP',
    (random) => ({ kind: 'not HTTP', bytes: Buffer.alloc(0), isFine: false, behaviour: { raw: `SSH-2.0-${someId(random)}\r\n` } }),
  ],
  [
    'a broken chunk',
    (random) => {
      const raw = `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n5\r\n${someEvents(random).join('')}`
      return { kind: 'a broken chunk', bytes: Buffer.alloc(0), isFine: false, behaviour: { raw } }
    },
  ],
  [
    'without end',
    (random) => {
      const [first = '', text = ''] = chatEvents(['igen '], { id: someId(random) })
      return {
        kind: 'without end',
        bytes: Buffer.from(first + text.repeat(2000)),
        isFine: false,
        behaviour: { headers: SSE, body: [first], endless: text.repeat(20) },
      }
    },
  ],
  [
    'an event without end',
    () => ({
      kind: 'an event without end',
      bytes: Buffer.from('data: '),
      isFine: false,
      behaviour: { headers: SSE, body: ['data: "'], endless: 'x'.repeat(4096) },
    }),
  ],
]
