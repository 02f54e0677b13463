import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createOriginCheck } from '../auth/origins.ts'
import type { ProxyConfig } from '../config/proxy-config.ts'
import { ProxyError } from './proxy-error.ts'

const ALWAYS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  vary: 'origin',
}

const MAY_SEND = /^(authorization|content-type|accept|if-match|if-none-match|x-sagshjaelp-[a-z-]+|x-stainless-[a-z-]+)$/
const MAY_READ = 'etag, retry-after, x-request-id'
const DAY_SECONDS = '86400'

/** What every answer carries, and which extensions a browser may let in. */
export function addHeaders(app: FastifyInstance, config: ProxyConfig): void {
  const isOurs = createOriginCheck(config.auth.extensionOrigins)
  const hosts = new Set(config.server.hosts)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(ALWAYS).header('x-request-id', request.id)
    const { origin, host } = request.headers
    if (hosts.size > 0 && !hosts.has(host ?? '')) return done(new ProxyError('not-found'))
    if (origin === undefined) return done()
    if (!isOurs(origin)) return done(new ProxyError('not-allowed'))
    reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', MAY_READ)
    if (isPreflight(request)) return answerPreflight(request, reply)
    return done()
  })
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

function answerPreflight({ headers }: FastifyRequest, reply: FastifyReply): void {
  const names = (headers['access-control-request-headers'] ?? '').split(',').map((name) => name.trim().toLowerCase())
  reply
    .headers({
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': names.filter((name) => MAY_SEND.test(name)).join(', '),
      'access-control-max-age': DAY_SECONDS,
    })
    .code(204)
    .send()
}
