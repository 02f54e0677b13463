import { timingSafeEqual, createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { readSecret } from '../config/secret.ts'
import type { Routes } from '../parts.ts'
import type { ServerConfig } from '../server/server-config.ts'
import { ProxyError } from '../server/proxy-error.ts'

/** `/metrics` in Prometheus' form: counts by route, code, model and ending; no person, unit or case. */
export const metricsRoutes: Routes = (app, { config, metrics }) => {
  const mayRead = createTokenCheck(config.server)
  const access = config.server.metrics === 'administrators' ? (['administrator'] as const) : 'public'
  app.get('/metrics', { config: { access } }, async (request, reply) => {
    if (!mayRead(request)) throw new ProxyError('not-signed-in')
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

function createTokenCheck({ metrics, metricsToken }: ServerConfig): (request: FastifyRequest) => boolean {
  if (metrics !== 'token') return () => true
  if (metricsToken === null) throw new Error('server.metrics er "token", men server.metricsToken mangler')
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const wanted = digest(`Bearer ${readSecret(metricsToken)}`)
  return ({ headers }) => timingSafeEqual(digest(headers.authorization ?? ''), wanted)
}
