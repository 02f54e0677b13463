import { ConfigError } from '../config/load-config.ts'
import type { Store } from '../store/store.ts'
import { createMeaning, type MeaningParts } from './ask-meaning.ts'
import { createKnowledge, type KnowledgeNeeds } from './create-knowledge.ts'
import type { KnowledgeConfig } from './knowledge-config.ts'
import type { Knowledge } from './knowledge.ts'
import { findVectors } from './vectors.ts'

const MS = 1000

export type KnowledgeParts = MeaningParts & { readonly store: Store; readonly now: () => number }

/** The knowledge service as configured; by meaning too where there is a model for it and the store has pgvector. @throws ConfigError */
export function startKnowledge(config: KnowledgeConfig, parts: KnowledgeParts): Knowledge {
  return createKnowledge({ store: parts.store, now: parts.now, meaning: meaningFor(config, parts) })
}

function meaningFor({ embeddingModel, meaningSeconds }: KnowledgeConfig, parts: KnowledgeParts): KnowledgeNeeds['meaning'] {
  if (embeddingModel === null) return null
  const model = parts.upstreams.models().find(({ id, kind }) => id === embeddingModel && kind === 'embeddings')
  if (model === undefined) throw new ConfigError('knowledge.embeddingModel findes ikke blandt modellerne til vektorer i upstream.models')
  return { vectors: findVectors(parts.store, model.id), of: createMeaning(parts, { model, mostMs: meaningSeconds * MS }) }
}
