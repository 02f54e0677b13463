import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'
import type { Role } from '../contract/role.ts'
import { ProxyError } from './proxy-error.ts'

/**
 * Deny by default: a route that does not say who may use it stops the start, and every route that is not public has a
 * verified caller with one of its roles before anything of the body is read.
 */
export function guardAccess(app: FastifyInstance, { signIn }: Pick<Parts, 'signIn'>): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    const access = config?.access
    if (access === undefined || (access !== 'public' && access.length === 0))
      throw new Error(`The route ${String(method)} ${url} does not say who may use it`)
  })
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (access === 'public') return
    if (app.calls.isDraining) throw new ProxyError('not-ready')
    const caller = await signIn.verify(request.headers.authorization, request.headers.origin)
    if (caller === null) throw new ProxyError('not-signed-in')
    // An address that does not exist has no access list, and is told so only to those who are signed in.
    if (access !== undefined && !hasOneOf(caller.roles, access)) throw new ProxyError('not-allowed')
    request.caller = caller
  })
}

function hasOneOf(roles: ReadonlySet<Role>, wanted: readonly Role[]): boolean {
  for (const role of wanted) if (roles.has(role)) return true
  return false
}
