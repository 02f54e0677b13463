import type { ProxyErrorCode } from '../contract/error-code.ts'
import type { Answerer } from '../upstream/upstreams.ts'
import { type AnswerFacts, isRecord, noteFacts } from './answer-facts.ts'

type Loose = Readonly<Record<string, unknown>>
/** Whether the model that answers is the one that was agreed on. */
export type Confirm = (answerer: Answerer) => boolean

/** Reasons that end an answer as the upstream meant to. Calls of tools are none: no tool was offered. */
const FINISHES: ReadonlySet<unknown> = new Set(['stop', 'length', 'content_filter'])
const FILTER_CODES: ReadonlySet<unknown> = new Set(['content_filter', 'content_filtered', 'ResponsibleAIPolicyViolation'])

/** The answer is not what it should be, and nothing of it may look whole. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer'
  readonly code: ProxyErrorCode

  constructor(code: ProxyErrorCode) {
    super(code)
    this.code = code
  }
}

/**
 * Judges the events of a streamed answer one by one. The event that says why the answer ended, and all after it, are
 * held back until the upstream's own `[DONE]`: before that nobody can know that the answer is whole.
 */
export class ChatStreamJudge {
  readonly facts: AnswerFacts = { modelVersion: null, promptTokens: null, completionTokens: null }
  readonly #withUsage: boolean
  readonly #confirm: Confirm
  #held = ''
  #id = ''
  #isFinished = false
  #isDone = false

  constructor({ withUsage, confirm }: { readonly withUsage: boolean; readonly confirm: Confirm }) {
    this.#withUsage = withUsage
    this.#confirm = confirm
  }

  get isDone(): boolean {
    return this.#isDone
  }

  /** What was held back, for the client once the answer is on record. */
  get held(): string {
    return this.#held
  }

  /** Text for the client, or '' when there is none yet. @throws BadAnswer */
  take(data: string): string {
    // A second [DONE], or anything else after the first, changes nothing.
    if (this.#isDone) return ''
    if (data === '[DONE]') return this.#end()
    const event = parsedAnswer(data, this.#confirm)
    this.#sameAnswer(event['id'])
    noteFacts(this.facts, event)
    if (!this.#mayPass(event)) return ''
    const text = `data: ${data}\n\n`
    if (!this.#isFinished) return text
    this.#held += text
    return ''
  }

  #end(): string {
    if (!this.#isFinished) throw new BadAnswer('upstream-failed')
    this.#isDone = true
    return ''
  }

  /** Azure's filter frames have none; two different ones are two answers in one stream, perhaps somebody else's. */
  #sameAnswer(id: unknown): void {
    if (typeof id !== 'string' || id === '') return
    if (this.#id !== '' && this.#id !== id) throw new BadAnswer('upstream-failed')
    this.#id = id
  }

  #mayPass(event: Loose): boolean {
    const { choices, usage } = event
    if (!Array.isArray(choices) || choices.length > 1) throw new BadAnswer('upstream-failed')
    // Azure's first event has no choice, only what its filter says of the prompt; the last has only the counts.
    if (choices.length === 0) return this.#withUsage || !isRecord(usage) || 'prompt_filter_results' in event
    this.#noteChoice(choices[0])
    return true
  }

  #noteChoice(choice: unknown): void {
    if (!isRecord(choice) || (choice['index'] ?? 0) !== 0) throw new BadAnswer('upstream-failed')
    const hasText = checkDelta(choice['delta'])
    // Azure's late filter adds events without text after the end; text after the end belongs to nothing.
    if (hasText && this.#isFinished) throw new BadAnswer('upstream-failed')
    const finish = choice['finish_reason'] ?? null
    if (finish === null) return
    if (!FINISHES.has(finish)) throw new BadAnswer('upstream-failed')
    this.#isFinished = true
  }
}

/** @throws BadAnswer when it is not a JSON object, is an error, or comes from another model */
export function parsedAnswer(data: string, confirm: Confirm): Loose {
  let event: unknown
  try {
    event = JSON.parse(data)
  } catch {
    throw new BadAnswer('upstream-failed')
  }
  if (!isRecord(event)) throw new BadAnswer('upstream-failed')
  if (isRecord(event['error']) || typeof event['error'] === 'string') throw new BadAnswer(codeOfError(event['error']))
  if (!confirm(event)) throw new BadAnswer('upstream-failed')
  return event
}

/** Whether the event carries text. */
function checkDelta(delta: unknown): boolean {
  if (delta === undefined || delta === null) return false
  if (!isRecord(delta)) throw new BadAnswer('upstream-failed')
  const { content, tool_calls: tools, function_call: call } = delta
  const hasTools = (Array.isArray(tools) && tools.length > 0) || isRecord(tools) || isRecord(call)
  if (hasTools || !isText(content)) throw new BadAnswer('upstream-failed')
  return typeof content === 'string' && content !== ''
}

function isText(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

function codeOfError(error: unknown): ProxyErrorCode {
  const code = isRecord(error) ? error['code'] : null
  return FILTER_CODES.has(code) ? 'content-filtered' : 'upstream-failed'
}

/** Judges a whole answer at once. @throws BadAnswer */
export function judgeChatAnswer(text: string, confirm: Confirm): AnswerFacts {
  const answer = parsedAnswer(text, confirm)
  const { choices } = answer
  const [choice, ...others] = Array.isArray(choices) ? (choices as readonly unknown[]) : []
  const message = isRecord(choice) ? choice['message'] : null
  if (!isRecord(choice) || others.length > 0 || !FINISHES.has(choice['finish_reason'])) throw new BadAnswer('upstream-failed')
  if (!isRecord(message)) throw new BadAnswer('upstream-failed')
  checkDelta(message)
  const facts: AnswerFacts = { modelVersion: null, promptTokens: null, completionTokens: null }
  noteFacts(facts, answer)
  return facts
}
