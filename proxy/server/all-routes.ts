import type { Routes } from '../parts.ts'
import { chatRoutes } from '../routes/chat-completions.ts'
import { embeddingsRoutes } from '../routes/embeddings.ts'
import { guidanceCountRoutes } from '../routes/guidance-counts.ts'
import { guidanceRoutes } from '../routes/guidance.ts'
import { healthRoutes } from '../routes/health.ts'
import { knowledgeRoutes } from '../routes/knowledge.ts'
import { localRuleRoutes } from '../routes/local-rules.ts'
import { meRoutes } from '../routes/me.ts'
import { metricsRoutes } from '../routes/metrics.ts'
import { modelsRoutes } from '../routes/models.ts'
import { transcriptionRoutes } from '../routes/transcriptions.ts'
import { usageRoutes } from '../routes/usage.ts'

/** Every route of the proxy. One that is not here does not exist. */
export const ROUTES: readonly Routes[] = [
  healthRoutes,
  metricsRoutes,
  modelsRoutes,
  chatRoutes,
  embeddingsRoutes,
  transcriptionRoutes,
  meRoutes,
  guidanceRoutes,
  guidanceCountRoutes,
  localRuleRoutes,
  knowledgeRoutes,
  usageRoutes,
]
