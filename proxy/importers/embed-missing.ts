import { createLog } from '../observe/log-writer.ts'
import { createMetrics } from '../observe/metrics.ts'
import type { Sections } from './sections.ts'
import { embed } from '../knowledge/embed.ts'
import { makeVectors } from '../knowledge/vectors.ts'
import { ConfigError } from '../config/load-config.ts'
import type { Store } from '../store/store.ts'
import { createUpstreams } from '../upstream/create-upstreams.ts'

const BATCH = 32
const MOST_MS = 60_000
/** Models take a few thousand tokens; the start of a long passage says what it is about. */
const LONGEST = 6000

interface EmbedOptions {
  readonly development: boolean
  readonly print: (line: string) => void
}

/** Gives every passage that lacks one its vector, from the model in the configuration. Returns how many; `null`: none is used. */
export async function embedMissing(config: Sections, store: Store, { development, print }: EmbedOptions): Promise<number | null> {
  const { embeddingModel } = config.knowledge
  if (config.upstream === undefined) return null
  const table = embeddingModel === null ? null : await makeVectors(store, embeddingModel)
  if (embeddingModel === null || table === null) return null
  const metrics = createMetrics()
  const log = createLog({ now: Date.now, write: print, metrics })
  const upstreams = createUpstreams(config.upstream, { log, metrics, now: Date.now, development })
  try {
    const model = upstreams.models().find(({ id, kind }) => id === embeddingModel && kind === 'embeddings')
    if (model === undefined) throw new ConfigError('knowledge.embeddingModel findes ikke blandt modellerne til vektorer i upstream.models')
    let count = 0
    for (;;) {
      const missing = await table.missing(BATCH)
      if (missing.length === 0) return count
      const { vectors } = await embed(upstreams, { model, texts: missing.map(({ text }) => text.slice(0, LONGEST)), mostMs: MOST_MS })
      await table.add(missing.map(({ id }, index) => ({ id, vector: vectors[index] ?? [] })))
      count += missing.length
    }
  } finally {
    await upstreams.close()
  }
}
