import { randomUUID } from 'node:crypto'
import type { Caller } from '../auth/caller.ts'
import type { Parts } from '../parts.ts'
import { CallRecord, NOTHING } from '../relay/call-record.ts'
import { mostTokensIn } from '../relay/token-estimate.ts'
import { ProxyError } from '../server/proxy-error.ts'
import type { AllowedModel } from '../upstream/upstreams.ts'
import { embed } from './embed.ts'
import type { Meaning } from './knowledge.ts'

export type MeaningParts = Pick<Parts, 'upstreams' | 'limits' | 'audit' | 'metrics' | 'killSwitch'>

interface MeaningOptions {
  readonly model: AllowedModel
  readonly mostMs: number
}

/**
 * The meaning of a query, through the same doors as every model call: switch, budget and record. Whenever one of them is
 * shut, or the model is away, the search goes on by words.
 */
export function createMeaning(parts: MeaningParts, options: MeaningOptions): Meaning {
  return async (text, caller) => {
    if (parts.killSwitch.isOff(caller.unit) || !parts.audit.healthy()) return null
    const promptBytes = Buffer.byteLength(text)
    const reservation = await parts.limits.reserve(caller, { model: options.model.id, tokens: mostTokensIn(promptBytes) })
    if (!reservation.granted) return null
    const record = new CallRecord({
      metrics: parts.metrics,
      model: options.model,
      reservation,
      record: begin(parts, options, { caller, promptBytes }),
    })
    try {
      const { vectors, from, facts, answerBytes } = await embed(parts.upstreams, { ...options, texts: [text] })
      await record.close({ end: { ending: 'done' }, from, facts, answerBytes, mayCost: true })
      return vectors[0] ?? null
    } catch (error) {
      if (record.isClosed) throw error
      const code = error instanceof ProxyError ? error.code : 'internal'
      await record.close({ ...NOTHING, end: { ending: 'error', code }, from: null, mayCost: true })
      if (code === 'internal') throw error
      return null
    }
  }
}

interface Begun {
  readonly caller: Caller
  readonly promptBytes: number
}

function begin({ audit }: MeaningParts, { model }: MeaningOptions, { caller, promptBytes }: Begun) {
  return audit.begin({
    useId: randomUUID(),
    caller,
    kind: 'embeddings',
    purpose: 'unspecified',
    feature: 'search',
    caseHash: null,
    model: model.id,
    promptBytes,
  })
}
