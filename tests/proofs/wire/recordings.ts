import { azureEvents, chatAnswer, chatEvents, DONE, JSON_TYPE, SSE } from '#tests/proxy/support/upstream-answers.ts'
import { Random } from '../support/random.ts'
import { STREAM_WORDS } from '../support/stream-words.ts'
import type { Recording } from './run-cuts.ts'

const WORDS = [...STREAM_WORDS, '€ 1.200', '"citat"', 'a\\b', 'linje\nskift']

type Make = (texts: readonly string[]) => string

const MAKERS: readonly (readonly [string, Make])[] = [
  ['short', (texts) => short(texts)],
  ['azure', (texts) => shortened([...azureEvents(texts), DONE].join(''))],
  ['CRLF', (texts) => short(texts).replaceAll('\n', '\r\n')],
  ['byte order mark and comments', (texts) => `\uFEFF: ping\n\n${short(texts)}`],
  ['no usage', (texts) => shortened([...chatEvents(texts, { usage: null }), DONE].join(''))],
]

function short(texts: readonly string[]): string {
  return shortened([...chatEvents(texts), DONE].join(''))
}

/** Every byte is a connection: what no reader looks at is left out. */
function shortened(stream: string): string {
  return stream
    .replaceAll(/"(?:created|object|logprobs|system_fingerprint)":(?:"[^"]*"|null|\d+),/g, '')
    .replaceAll(/"(?:self_harm|sexual|violence)":\{[^}]*\},?/g, '')
    .replaceAll(',}', '}')
}

/** Recorded answers: the first kinds are the same for every seed, their texts are not. */
export function recordings(seed: number, count: number): readonly Recording[] {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, at) => {
    const texts = Array.from({ length: 1 + (at % 3) }, () => `${random.pick(WORDS)} `)
    if (at % 4 === 1)
      return { id: `answer ${at}`, stream: false, headers: JSON_TYPE, bytes: Buffer.from(String(chatAnswer(texts.join('')).body?.[0])) }
    const [kind, make] = MAKERS[at % MAKERS.length] ?? random.pick(MAKERS)
    return { id: `${kind} ${at}`, stream: true, headers: SSE, bytes: Buffer.from(make(texts)) }
  })
}
