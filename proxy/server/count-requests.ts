import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'
import { routeOf } from './route-name.ts'

const MS = 1000

/** Counts each request by route and status, and logs it when the configuration asks for that. */
export function countRequests(app: FastifyInstance, { config, log, metrics }: Parts): void {
  const { requestLog } = config.server
  app.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request)
    const { statusCode, elapsedTime } = reply
    metrics.requests.inc({ route, status: statusCode })
    metrics.seconds.observe({ route }, elapsedTime / MS)
    if (requestLog) log({ event: 'request', route, status: statusCode, ms: Math.round(elapsedTime), requestId: request.id })
    done()
  })
}
