import { ConfigError } from '../config/load-config.ts'
import type { Store } from '../store/store.ts'
import { createMeaning, type MeaningParts } from './ask-meaning.ts'
import { createKnowledge, type KnowledgeNeeds } from './create-knowledge.ts'
import type { KnowledgeConfig } from './knowledge-config.ts'
import type { Knowledge } from './knowledge.ts'
import { openVectors } from './vectors.ts'

const MS = 1000

export type KnowledgeParts = MeaningParts & { readonly store: Store; readonly now: () => number }

/** The knowledge service as configured; by meaning too where there is a model for it and the store has pgvector. @throws ConfigError */
export async function startKnowledge(config: KnowledgeConfig, parts: KnowledgeParts): Promise<Knowledge> {
  return createKnowledge({ store: parts.store, now: parts.now, meaning: await meaningFor(config, parts) })
}

async function meaningFor({ embeddingModel, meaningSeconds }: KnowledgeConfig, parts: KnowledgeParts): Promise<KnowledgeNeeds['meaning']> {
  if (embeddingModel === null) return null
  const model = parts.upstreams.models().find(({ id, kind }) => id === embeddingModel && kind === 'embeddings')
  if (model === undefined) throw new ConfigError('knowledge.embeddingModel: no such model for embeddings in upstream.models')
  const vectors = await openVectors(parts.store, model.id)
  return vectors === null ? null : { vectors, of: createMeaning(parts, { model, mostMs: meaningSeconds * MS }) }
}
