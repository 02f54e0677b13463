import type { FastifyInstance } from 'fastify'
import { createAudit } from '../audit/create-audit.ts'
import { createSignIn } from '../auth/sign-in.ts'
import type { ProxyConfig } from '../config/proxy-config.ts'
import { createGuidance } from '../guidance/create-guidance.ts'
import { startKnowledge } from '../knowledge/start-knowledge.ts'
import { createLimits } from '../limits/create-limits.ts'
import { createLog } from '../observe/log-writer.ts'
import { createMetrics } from '../observe/metrics.ts'
import type { Parts } from '../parts.ts'
import { createStore } from '../store/create-store.ts'
import { createUpstreams } from '../upstream/create-upstreams.ts'
import { createApp } from './app.ts'

export interface Proxy {
  readonly app: FastifyInstance
  readonly parts: Parts
  /** Closes every part that was made, in the opposite order. */
  close(): Promise<void>
}

export interface ComposeOptions {
  readonly now: () => number
  /** Takes a line of the log. */
  readonly write: (line: string) => void
  /** Upstreams on this machine are allowed. */
  readonly isDevelopment: boolean
}

interface Closes {
  close(): Promise<void>
}

/** Makes the parts and the server out of them. What was made is closed again when a later one cannot be. */
export async function composeProxy(config: ProxyConfig, { now, write, isDevelopment }: ComposeOptions): Promise<Proxy> {
  const made: Closes[] = []
  const keep = <T extends Closes>(part: T): T => {
    made.push(part)
    return part
  }
  const close = async () => {
    for (const part of made.splice(0).toReversed()) await part.close()
  }
  try {
    const metrics = createMetrics()
    const log = createLog({ now, write, metrics })
    const base = { now, log, metrics }
    const upstreams = keep(createUpstreams(config.upstream, { ...base, development: isDevelopment }))
    const store = keep(await createStore(config.store, base))
    const signIn = keep(createSignIn(config.auth, { ...base, store }))
    const limits = keep(createLimits(config.limits, { ...base, store, models: upstreams.models() }))
    const audit = keep(await createAudit(config.audit, { ...base, store }))
    const guidance = keep(await createGuidance(config.guidance, { ...base, store, municipality: config.auth.municipality }))
    const { killSwitch } = guidance
    const knowledge = startKnowledge(config.knowledge, { ...base, store, limits, audit, upstreams, killSwitch })
    const parts: Parts = { ...base, config, store, signIn, limits, audit, upstreams, guidance, knowledge, killSwitch }
    return { app: keep(await createApp(parts)), parts, close }
  } catch (error) {
    await close()
    throw error
  }
}
