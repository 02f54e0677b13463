import { rawUpstreamSettings } from '#tests/proxy/support/upstream-settings.ts'
import type { BadUpstream } from '#tests/proxy/support/bad-upstream.ts'

const MODELS = 480
const CONFIRMED = { confirmedBy: 'It-chefen', confirmedOn: '2026-11-01' }

/** Many names for the same model: a proof that breaks one goes on with the next. */
export function manyModelsConfig(upstreams: readonly BadUpstream[], answersAs: readonly string[] = []): Readonly<Record<string, unknown>> {
  return {
    ...rawUpstreamSettings(upstreams, { models: [] }),
    models: Array.from({ length: MODELS }, (_, at) => ({
      id: `sag-${at}`,
      kind: 'chat',
      purpose: 'Til beviset.',
      at: [{ upstream: 'lokal-1', model: 'proevemodel-1', answersAs, processing: 'own', ...CONFIRMED }],
    })),
    // One answer after the other is broken here; a rest would hide what is behind it.
    circuit: { failures: 1_000_000, restSeconds: 0.1, longestRestSeconds: 0.1 },
  }
}

/** The names, each given out once. */
export class ModelNames {
  #next = 0

  get isEmpty(): boolean {
    return this.#next >= MODELS
  }

  take(): string {
    const at = this.#next
    if (at >= MODELS) throw new RangeError('no model is left')
    this.#next += 1
    return `sag-${at}`
  }
}
