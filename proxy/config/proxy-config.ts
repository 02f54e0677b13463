import { z } from 'zod'
import { auditConfig } from '../audit/audit-config.ts'
import { authConfig } from '../auth/auth-config.ts'
import { guidanceConfig } from '../guidance/guidance-config.ts'
import { knowledgeConfig } from '../knowledge/knowledge-config.ts'
import { limitsConfig } from '../limits/limits-config.ts'
import { serverConfig } from '../server/server-config.ts'
import { storeConfig } from '../store/store-config.ts'
import { upstreamConfig } from '../upstream/upstream-config.ts'

/** The whole configuration: one section a part, each described in its own folder. The operator's guide is made from it. */
export const proxyConfig = z.strictObject({
  server: serverConfig.prefault({}),
  auth: authConfig,
  limits: limitsConfig.prefault({}),
  store: storeConfig,
  audit: auditConfig.prefault({}),
  upstream: upstreamConfig.prefault({}),
  guidance: guidanceConfig.prefault({}),
  knowledge: knowledgeConfig.prefault({}),
})

export type ProxyConfig = z.infer<typeof proxyConfig>
