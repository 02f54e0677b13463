import { z } from '#utils/validation/zod.ts'

const headerValue = z.union([z.string(), z.number().transform(String), z.array(z.string())])

/** An upstream's answer, and what the user of the proxy must be told: a line of `--data`. */
export const wireLine = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  kind: z.enum(['sse', 'json']),
  status: z.int().min(200).max(599).default(200),
  headers: z.record(z.string(), headerValue).default({}),
  chunks: z.array(z.object({ b64: z.string(), times: z.int().min(1).max(1_000_000).optional() })),
  expect: z.unknown(),
})

export type WireLine = z.infer<typeof wireLine>

export interface WireExpectation {
  /** `null`: the line says nothing that we understand, so only the bars that hold for every answer count. */
  readonly isWhole: boolean | null
  readonly text: string | null
}

const WHOLE = /^(?:done|ok|complete|completed|whole|full|success|stop|finished|accept)$/i
const BROKEN =
  /^(?:error|errors|fail|failed|failure|abort|aborted|incomplete|partial|truncated|length|cut|broken|refused|reject|rejected|timeout|malformed|invalid|filtered|filter|content[-_ ]?filter(?:ed)?|withdrawn|retry|rate[-_ ]?limit(?:ed)?|unmarked|empty|reset|stalled|upstream[-_ ]\w+)$/i
const STATE_KEYS = ['state', 'ending', 'outcome', 'result', 'end', 'status', 'finish', 'finish_reason']
const TEXT_KEYS = ['text', 'content', 'answer']

/** `done` or another word for it, `error` or another word for that, or an object with such a word and the text. */
export function expectationOf(expect: unknown): WireExpectation {
  if (typeof expect === 'boolean') return { isWhole: expect, text: null }
  if (typeof expect === 'string') return { isWhole: isWholeBy(expect), text: null }
  if (typeof expect !== 'object' || expect === null) return { isWhole: null, text: null }
  const record = expect as Readonly<Record<string, unknown>>
  const words = STATE_KEYS.map((key) => record[key]).filter((value) => typeof value === 'string')
  const judged = words.map(isWholeBy).filter((value) => value !== null)
  const text = TEXT_KEYS.map((key) => record[key]).find((value) => typeof value === 'string') ?? null
  return { isWhole: judged.length === 0 ? null : judged.every(Boolean), text }
}

function isWholeBy(word: string): boolean | null {
  if (WHOLE.test(word.trim())) return true
  return BROKEN.test(word.trim()) ? false : null
}

export function bytesOf({ chunks }: Pick<WireLine, 'chunks'>): Buffer {
  return Buffer.concat(chunks.flatMap(({ b64, times = 1 }) => Array.from({ length: times }, () => Buffer.from(b64, 'base64'))))
}
