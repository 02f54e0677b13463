import { hasCpr } from '../../utils/privacy/has-cpr.ts'
import type { ChatRequest } from '../contract/openai-request.ts'

/** Whether one of the texts may still hold a CPR number. */
export function anyHoldsCpr(texts: Iterable<string>): boolean {
  for (const text of texts) if (hasCpr(text)) return true
  return false
}

/** Every text that a chat request would send to the model, whatever field it stands in. */
export function* chatTexts({ messages, stop, response_format: format }: ChatRequest): Generator<string> {
  for (const { content } of messages) {
    if (typeof content === 'string') {
      yield content
      continue
    }
    for (const { text } of content) yield text
    // The model reads the parts as one text, so a number may not be cut over two of them either.
    if (content.length > 1) yield content.map(({ text }) => text).join('')
  }
  if (stop !== null && stop !== undefined) yield* typeof stop === 'string' ? [stop] : stop
  if (format?.type === 'json_schema') yield* jsonTexts(format.json_schema)
}

/** Keys, texts and numbers of a JSON value: a number can be written as a number. */
function* jsonTexts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'number') yield String(value)
  else if (Array.isArray(value)) for (const item of value) yield* jsonTexts(item)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      yield key
      yield* jsonTexts(item)
    }
}
