import type { Behaviour, Seen } from './bad-upstream.ts'

/** The model's name that a good answer carries, unless the request asks for another. */
export const ANSWERING_MODEL = 'proevemodel-1'

export const SSE = { 'content-type': 'text/event-stream; charset=utf-8' }
export const JSON_TYPE = { 'content-type': 'application/json' }

export interface ChatFacts {
  readonly id?: string
  readonly model?: string
  readonly finish?: string | null
  readonly usage?: { readonly prompt: number; readonly completion: number } | null
}

const HEAD = { created: 1_796_000_000, system_fingerprint: 'fp_test' }

/** The events of a streamed answer, one text an event, without `[DONE]`. */
export function chatEvents(texts: readonly string[], facts: ChatFacts = {}): readonly string[] {
  const { id = 'chatcmpl-1', model = ANSWERING_MODEL, finish = 'stop', usage = { prompt: 7, completion: texts.length } } = facts
  const event = (choices: readonly object[], more: object = {}) =>
    `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', model, ...HEAD, choices, ...more })}\n\n`
  const choice = (delta: object, finish_reason: string | null) => ({ index: 0, delta, logprobs: null, finish_reason })
  return [
    event([choice({ role: 'assistant', content: '' }, null)]),
    ...texts.map((content) => event([choice({ content }, null)])),
    ...(finish === null ? [] : [event([choice({}, finish)])]),
    ...(usage === null ? [] : [event([], { usage: usageOf(usage) })]),
  ]
}

export const DONE = 'data: [DONE]\n\n'

export function chatStream(texts: readonly string[], facts: ChatFacts = {}): Behaviour {
  return { headers: SSE, body: [...chatEvents(texts, facts), DONE] }
}

const FINE = { filtered: false, severity: 'safe' }
const FILTERS = { hate: FINE, self_harm: FINE, sexual: FINE, violence: FINE }

/** As Azure sends it with the asynchronous filter: a frame about the prompt first, and frames about the text in between. */
export function azureEvents(texts: readonly string[], facts: ChatFacts & { readonly late?: boolean } = {}): readonly string[] {
  const blank = { id: '', object: '', created: 0, model: '' }
  const prompt = `data: ${JSON.stringify({ ...blank, choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: FILTERS }] })}\n\n`
  const about = (from: number, to: number) => {
    const content_filter_offsets = { check_offset: from, start_offset: from, end_offset: to }
    const choice = { index: 0, finish_reason: null, content_filter_results: FILTERS, content_filter_offsets }
    return `data: ${JSON.stringify({ ...blank, choices: [choice] })}\n\n`
  }
  const [first = '', ...rest] = chatEvents(texts, facts)
  const length = texts.join('').length
  const body = facts.late === true ? [...rest, about(0, length)] : [about(0, length), ...rest]
  return [prompt, first, ...body]
}

export function chatAnswer(text: string, facts: ChatFacts = {}): Behaviour {
  const { id = 'chatcmpl-1', model = ANSWERING_MODEL, finish = 'stop', usage = { prompt: 7, completion: 3 } } = facts
  const message = { role: 'assistant', content: text, refusal: null }
  const choices = [{ index: 0, message, logprobs: null, finish_reason: finish }]
  const answer = { id, object: 'chat.completion', model, ...HEAD, choices, ...(usage !== null && { usage: usageOf(usage) }) }
  return { headers: JSON_TYPE, body: [JSON.stringify(answer)], framing: 'length' }
}

export function embeddingsAnswer(vectors: readonly (readonly number[])[], model = ANSWERING_MODEL, format = 'float'): Behaviour {
  const data = vectors.map((vector, index) => ({ object: 'embedding', index, embedding: format === 'base64' ? packed(vector) : vector }))
  const usage = { prompt_tokens: vectors.length * 4, total_tokens: vectors.length * 4 }
  return { headers: JSON_TYPE, body: [JSON.stringify({ object: 'list', model, data, usage })], framing: 'length' }
}

export function transcriptionAnswer(text: string): Behaviour {
  return { headers: JSON_TYPE, body: [JSON.stringify({ text })], framing: 'length' }
}

/** An error as the vendors write it: with the prompt in its text, as some do. */
export function errorAnswer(
  status: number,
  error: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: [JSON.stringify({ error })], framing: 'length' }
}

/** Answers whatever was asked, as a model server in order does. */
export function goodAnswer({ path, body, headers }: Seen): Behaviour {
  if (path.includes('/audio/transcriptions')) return transcriptionAnswer('Borgeren ringer i morgen.')
  const asked = asRecord(body)
  const model = typeof asked['model'] === 'string' ? asked['model'] : ANSWERING_MODEL
  if (path.includes('/embeddings')) {
    const inputs = Array.isArray(asked['input']) ? asked['input'] : [asked['input']]
    return embeddingsAnswer(
      inputs.map((text) => vectorOf(String(text))),
      model,
      String(asked['encoding_format'] ?? 'float'),
    )
  }
  if (!path.includes('/chat/completions')) return errorAnswer(404, { code: 'not_found', message: path })
  if (asked['stream'] === true || headers.accept === 'text/event-stream') return chatStream(['Borgeren ', 'er ', 'indkaldt.'], { model })
  return chatAnswer('Borgeren er indkaldt.', { model })
}

function usageOf({ prompt, completion }: { readonly prompt: number; readonly completion: number }) {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}

function asRecord(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** Some numbers that the text decides. */
function vectorOf(text: string): readonly number[] {
  return Array.from({ length: 8 }, (_, at) => ((text.charCodeAt(at % Math.max(1, text.length)) || 1) % 97) / 97)
}

function packed(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64')
}
