import { type AnswerFacts, isRecord, noteFacts } from './answer-facts.ts'
import { BadAnswer, type Confirm, parsedAnswer } from './chat-judge.ts'

const MOST_DIMENSIONS = 16_384

/** Judges vectors: one for each input, in order, of numbers or in base64. @throws BadAnswer */
export function judgeEmbeddings(text: string, confirm: Confirm, inputs: number): AnswerFacts {
  const answer = parsedAnswer(text, confirm)
  const { data } = answer
  if (!Array.isArray(data) || data.length !== inputs || !data.every(isVector)) throw new BadAnswer('upstream-failed')
  return factsOf(answer)
}

function isVector(item: unknown, at: number): boolean {
  if (!isRecord(item) || item['index'] !== at) return false
  const { embedding } = item
  if (typeof embedding === 'string') return embedding !== '' && /^[A-Za-z0-9+/]+={0,2}$/.test(embedding)
  return Array.isArray(embedding) && embedding.length > 0 && embedding.length <= MOST_DIMENSIONS && embedding.every(Number.isFinite)
}

/** Judges a transcript. @throws BadAnswer */
export function judgeTranscript(text: string, confirm: Confirm): AnswerFacts {
  const answer = parsedAnswer(text, confirm)
  if (typeof answer['text'] !== 'string') throw new BadAnswer('upstream-failed')
  return factsOf(answer)
}

function factsOf(answer: Readonly<Record<string, unknown>>): AnswerFacts {
  const facts: AnswerFacts = { modelVersion: null, promptTokens: null, completionTokens: null }
  noteFacts(facts, answer)
  return facts
}
