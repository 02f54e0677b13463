import Fastify, { type FastifyInstance } from 'fastify'
import type { Parts, Routes } from '../parts.ts'
import { guardAccess } from './access.ts'
import { takeJsonOnly } from './body-parser.ts'
import { countRequests } from './count-requests.ts'
import { createErrorAnswer } from './error-answer.ts'
import { addHeaders } from './headers.ts'
import { ROUTES } from './all-routes.ts'
import { refuseUnknown } from './unknown-address.ts'
import { OpenCalls } from './open-calls.ts'
import { newRequestId } from './request-id.ts'
import { serverOptions } from './server-options.ts'

/** The whole server, ready to listen. Every route goes through the same hooks, whichever file it stands in. */
export async function createApp(parts: Parts, routes: readonly Routes[] = ROUTES): Promise<FastifyInstance> {
  const { config } = parts
  const errorAnswer = createErrorAnswer(parts)
  const app = Fastify({
    ...serverOptions(config.server),
    logger: false,
    bodyLimit: config.server.bodyBytes,
    // Ids are ours: one that comes with a request could hold anything.
    requestIdHeader: false,
    genReqId: newRequestId,
    trustProxy: false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: false,
    frameworkErrors: errorAnswer,
  })
  app.setErrorHandler(errorAnswer)
  app.decorate('calls', new OpenCalls())
  takeJsonOnly(app)
  countRequests(app, parts)
  addHeaders(app, config)
  guardAccess(app, parts)
  refuseUnknown(app)
  for (const addRoutes of routes) addRoutes(app, parts)
  await app.ready()
  return app
}
