import type { OpenCall } from '../audit/audit.ts'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import type { Reservation } from '../limits/limits.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { AllowedModel, UpstreamFrom } from '../upstream/upstreams.ts'
import type { AnswerFacts } from './answer-facts.ts'

export type Ending = { readonly ending: 'done' | 'aborted' } | { readonly ending: 'error'; readonly code: ProxyErrorCode }

/** Of an answer that never came. */
export const NOTHING = { facts: { modelVersion: null, promptTokens: null, completionTokens: null }, answerBytes: 0 } as const

export interface Outcome {
  readonly end: Ending
  readonly from: UpstreamFrom | null
  readonly facts: Readonly<AnswerFacts>
  readonly answerBytes: number
  /** Whether the upstream may have begun to answer, and so to count. */
  readonly mayCost: boolean
}

interface RecordParts {
  readonly metrics: Metrics
  readonly record: OpenCall
  readonly reservation: Reservation
  readonly model: AllowedModel
}

/** Closes the books on a call, once: what it cost, how it ended, and its record on disk. */
export class CallRecord {
  readonly #parts: RecordParts
  #isClosed = false

  constructor(parts: RecordParts) {
    this.#parts = parts
    parts.metrics.openStreams.inc()
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Resolves when the record is on disk. @throws when it cannot be written: then the answer may not be finished. */
  async close({ end, from, facts, answerBytes, mayCost }: Outcome): Promise<void> {
    this.#isClosed = true
    const { metrics, record, reservation, model } = this.#parts
    const { promptTokens, completionTokens } = facts
    reservation.settle(spentOf(facts, mayCost))
    metrics.openStreams.dec()
    metrics.endings.inc({ kind: model.kind, ending: end.ending })
    if (promptTokens !== null) metrics.tokens.inc({ model: model.id, direction: 'prompt' }, promptTokens)
    if (completionTokens !== null) metrics.tokens.inc({ model: model.id, direction: 'answer' }, completionTokens)
    await record.finish({
      ending: end.ending,
      modelVersion: facts.modelVersion,
      upstream: from?.upstream ?? null,
      region: from?.region ?? null,
      promptTokens,
      completionTokens,
      answerBytes,
      code: end.ending === 'error' ? end.code : null,
    })
  }
}

/** `null` when nobody knows: an answer that was cut has cost something, and the count comes last. */
function spentOf({ promptTokens, completionTokens }: Readonly<AnswerFacts>, mayCost: boolean): { readonly tokens: number } | null {
  if (promptTokens !== null) return { tokens: promptTokens + (completionTokens ?? 0) }
  return mayCost ? null : { tokens: 0 }
}
