import type { BadUpstream } from './bad-upstream.ts'

type Kind = 'chat' | 'embeddings' | 'transcription'

const CONFIRMED = { confirmedBy: 'It-chefen', confirmedOn: '2026-11-01' }

/** What a test changes of the usual configuration. */
export interface UpstreamWishes {
  readonly models?: readonly Kind[]
  readonly place?: Readonly<Record<string, unknown>>
  readonly upstream?: Readonly<Record<string, unknown>>
  readonly more?: Readonly<Record<string, unknown>>
}

/** The raw configuration of upstreams on the machine itself, tried in the order they are given. */
export function rawUpstreamSettings(at: readonly BadUpstream[], wishes: UpstreamWishes = {}): Record<string, unknown> {
  const { models = ['chat', 'embeddings', 'transcription'], place = {}, upstream = {}, more = {} } = wishes
  return {
    upstreams: at.map(({ address }, index) => ({
      name: `lokal-${index + 1}`,
      kind: 'openai-compatible',
      address,
      region: 'local',
      credential: { type: 'none' },
      ...upstream,
    })),
    models: models.map((kind) => ({
      id: `sag-${kind}`,
      kind,
      purpose: 'Til prøver.',
      maxAnswerTokens: 1000,
      at: at.map((_, index) => ({ upstream: `lokal-${index + 1}`, model: 'proevemodel-1', processing: 'own', ...CONFIRMED, ...place })),
    })),
    ...more,
  }
}
