import type { FastifyReply, FastifyRequest } from 'fastify'
import { errorBody, PROXY_ERRORS, type ProxyErrorCode } from '../contract/error-code.ts'
import type { Parts } from '../parts.ts'
import { whereOf } from '../observe/where.ts'
import { ProxyError } from './proxy-error.ts'
import { routeOf } from './route-name.ts'

/** Fastify's own refusals, by its code; what is not here and claims to be the caller's fault is 'invalid-request'. */
const FASTIFY_CODES: Readonly<Record<string, ProxyErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_REQ_FILE_TOO_LARGE: 'body-too-large',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-content-type',
  FST_ERR_NOT_FOUND: 'not-found',
}

/** The client and the proxy may not agree on where such a request ends. */
const BROKEN: ReadonlySet<number> = new Set([400, 408, 413, 415])

function codeOf(error: unknown): { readonly code: ProxyErrorCode; readonly retryAfterSeconds: number | null } {
  if (error instanceof ProxyError) return error
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown }
  const known = typeof code === 'string' ? FASTIFY_CODES[code] : undefined
  if (known !== undefined) return { code: known, retryAfterSeconds: null }
  const isCallers = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
  return { code: isCallers ? 'invalid-request' : 'internal', retryAfterSeconds: null }
}

/** Answers every error with a code and its Danish text. What the error itself says is neither sent nor logged. */
export function createErrorAnswer({ log, metrics }: Pick<Parts, 'log' | 'metrics'>) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const { code, retryAfterSeconds } = codeOf(error)
    const { status } = PROXY_ERRORS[code]
    const about = { route: routeOf(request), code, requestId: request.id }
    metrics.refusals.inc({ code })
    log(code === 'internal' ? { event: 'failed', ...about, where: whereOf(error) } : { event: 'refused', ...about })
    if (retryAfterSeconds !== null) reply.header('retry-after', retryAfterSeconds)
    // Nothing that follows a broken request on its connection, or is left of one, can be taken for another.
    if (!request.raw.complete || BROKEN.has(status)) reply.header('connection', 'close')
    reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(errorBody(code)))
  }
}
