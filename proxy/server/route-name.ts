import type { FastifyRequest } from 'fastify'

/** The route as it is registered, never the address as it was sent. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown'
}
