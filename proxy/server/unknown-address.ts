import type { FastifyInstance } from 'fastify'
import { ProxyError } from './proxy-error.ts'

/** Tells an address that does not exist from one that takes other calls, without ever repeating it. */
export function refuseUnknown(app: FastifyInstance): void {
  const known: RegExp[] = []
  app.addHook('onRoute', ({ url }) => {
    known.push(patternOf(url))
  })
  app.setNotFoundHandler((request) => {
    const [path = ''] = request.url.split('?', 1)
    throw new ProxyError(known.some((pattern) => pattern.test(path)) ? 'method-not-allowed' : 'not-found')
  })
}

function patternOf(url: string): RegExp {
  const literal = url.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${literal.replaceAll(/:\w+/g, '[^/]+')}$`)
}
