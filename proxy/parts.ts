import type { FastifyInstance } from 'fastify'
import type { Audit } from './audit/audit.ts'
import type { SignIn } from './auth/caller.ts'
import type { ProxyConfig } from './config/proxy-config.ts'
import type { Guidance } from './guidance/guidance.ts'
import type { KillSwitch } from './guidance/kill-switch.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { Limits } from './limits/limits.ts'
import type { Log } from './observe/log.ts'
import type { Metrics } from './observe/metrics.ts'
import type { Store } from './store/store.ts'
import type { Upstreams } from './upstream/upstreams.ts'

/** What a route may lean on. Made once at the start, closed in the opposite order. */
export interface Parts {
  readonly config: ProxyConfig
  /** In ms since 1970. */
  readonly now: () => number
  readonly log: Log
  readonly metrics: Metrics
  readonly store: Store
  readonly signIn: SignIn
  readonly limits: Limits
  readonly audit: Audit
  readonly upstreams: Upstreams
  readonly guidance: Guidance
  readonly knowledge: Knowledge
  /** The guidance's: `guidance.killSwitch`. */
  readonly killSwitch: KillSwitch
}

/** One file in `routes/` is one of these; each route in it states its `config.access`. */
export type Routes = (app: FastifyInstance, parts: Parts) => void
