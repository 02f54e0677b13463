/** What is kept of an answer: names, counts and nothing that it says. */
export interface AnswerFacts {
  modelVersion: string | null
  promptTokens: number | null
  completionTokens: number | null
}

type Loose = Readonly<Record<string, unknown>>

const MOST_TOKENS = 100_000_000

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads `model` and `usage` of an answer, or of one event of it. */
export function noteFacts(facts: AnswerFacts, answer: Loose): void {
  const { model, usage } = answer
  if (facts.modelVersion === null && typeof model === 'string' && model !== '') facts.modelVersion = model
  if (!isRecord(usage)) return
  facts.promptTokens = countOf(usage['prompt_tokens']) ?? facts.promptTokens
  facts.completionTokens = countOf(usage['completion_tokens']) ?? facts.completionTokens
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS ? value : null
}
