import { z } from 'zod'
import { ConfigError, readJson } from '../config/load-config.ts'
import { knowledgeConfig } from '../knowledge/knowledge-config.ts'
import { storeConfig } from '../store/store-config.ts'
import { upstreamConfig } from '../upstream/upstream-config.ts'

/** What loading needs of the proxy's configuration; the rest is the server's business. */
const sections = z.object({ store: storeConfig, knowledge: knowledgeConfig, upstream: upstreamConfig.optional() })

export type Sections = z.infer<typeof sections>

/** @throws ConfigError */
export function sectionsOf(path: string): Sections {
  const parsed = sections.safeParse(readJson(path))
  if (parsed.success) return parsed.data
  throw new ConfigError(`Opsætningen kan ikke bruges: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`)
}
