import { z } from 'zod'
import { ProxyError } from '../server/proxy-error.ts'
import { noteFacts, type AnswerFacts } from '../relay/answer-facts.ts'
import { readLimited } from '../upstream/read-limited.ts'
import type { AllowedModel, UpstreamFrom, Upstreams } from '../upstream/upstreams.ts'

const MOST_BYTES = 64 * 1024 * 1024

const answerShape = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(1).max(16_384) })),
})

export interface Embedded {
  /** In the order of the texts. */
  readonly vectors: readonly (readonly number[])[]
  readonly from: UpstreamFrom
  readonly facts: Readonly<AnswerFacts>
  readonly answerBytes: number
}

interface EmbedAsk {
  readonly model: AllowedModel
  readonly texts: readonly string[]
  readonly mostMs: number
}

/** Asks the model for the meaning of texts. @throws ProxyError with the code of what went wrong */
export async function embed(upstreams: Upstreams, { model, texts, mostMs }: EmbedAsk): Promise<Embedded> {
  const signal = AbortSignal.timeout(mostMs)
  const body = { model: model.id, input: texts, encoding_format: 'float' }
  const answer = await upstreams.send({ kind: 'embeddings', model, body, stream: false }, signal)
  if (!answer.ok) throw new ProxyError(answer.code, answer)
  const text = await readLimited(answer.body, { mostBytes: MOST_BYTES, mostMs })
  if (signal.aborted) throw new ProxyError('upstream-timeout')
  const parsed = answerShape.safeParse(parseJson(text))
  if (!parsed.success || !answer.confirm(parseJson(text) as object)) throw new ProxyError('upstream-failed')
  const byIndex = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]))
  const vectors = texts.map((_, index) => byIndex.get(index) ?? [])
  const [first] = vectors
  if (vectors.some(({ length }) => length === 0 || length !== first?.length)) throw new ProxyError('upstream-failed')
  const facts: AnswerFacts = { modelVersion: null, promptTokens: null, completionTokens: null }
  noteFacts(facts, parseJson(text) as Readonly<Record<string, unknown>>)
  return { vectors, from: answer.from, facts, answerBytes: Buffer.byteLength(text) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the shape check says so.
    return null
  }
}
