import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { errorBody, PROXY_ERRORS, type ProxyErrorCode } from '../contract/error-code.ts'
import { IdleConnections } from './idle-connections.ts'
import type { ServerConfig } from './server-config.ts'

const MS = 1000
const HEADER_BYTES = 16_384
const HEADER_LINES = 60
/** How often Node looks for requests that are late: its own default of 30 s would keep slow ones for long. */
const LATE_CHECK_MS = 500

/** Node's server with limits on everything that a slow, broken or hostile client can hold on to. */
export function serverOptions(config: ServerConfig) {
  const options: ServerOptions = {
    insecureHTTPParser: false,
    requireHostHeader: true,
    joinDuplicateHeaders: false,
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: config.headerSeconds * MS,
    requestTimeout: config.requestSeconds * MS,
    keepAliveTimeout: config.idleConnectionSeconds * MS,
    connectionsCheckingInterval: LATE_CHECK_MS,
    noDelay: true,
  }
  return {
    serverFactory(handler: RequestListener): Server {
      const idle = new IdleConnections((config.idleConnectionSeconds + 1) * MS)
      const oneAtATime = withoutPipelining(idle)
      const server = makeServer(config, options, oneAtATime(handler))
      idle.watch(server)
      server.maxHeadersCount = HEADER_LINES
      server.maxConnections = config.connections
      server.on('clientError', answerBroken)
      // Node would answer an unknown expectation by itself, and then run what follows it.
      server.on('checkExpectation', oneAtATime(refuseExpectation))
      // Neither is spoken here; unanswered they would hold the socket.
      server.on('connect', (_request, socket) => socket.destroy())
      server.on('upgrade', (_request, socket) => socket.destroy())
      return server
    },
    clientErrorHandler: answerBroken,
  }
}

function makeServer({ tls }: ServerConfig, options: ServerOptions, handler: RequestListener): Server {
  if (tls === null) return createServer(options, handler)
  const keys = { cert: readFileSync(tls.certificate), key: readFileSync(tls.key), minVersion: 'TLSv1.2' } as const
  return createTlsServer({ ...options, ...keys }, handler)
}

/**
 * One request at a time on a connection. No client of ours sends a second one before the first is answered; what looks
 * like one is what is left of a request that two servers cut in two places, so the connection ends there.
 */
function withoutPipelining(idle: IdleConnections): (handler: RequestListener) => RequestListener {
  const busy = new WeakSet<Socket>()
  return (handler) => (request, response) => {
    const { socket } = request
    if (busy.has(socket)) {
      socket.destroy()
      return
    }
    busy.add(socket)
    idle.during(request, response)
    response.once('close', () => busy.delete(socket))
    handler(request, response)
  }
}

/** The connection ends with it: who expects what we do not know may not agree with us on where the request ends. */
function refuseExpectation({ socket }: IncomingMessage): void {
  answerBroken(new Error('expectation'), socket)
}

const BROKEN: Readonly<Record<string, ProxyErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'body-too-large',
}

/** What is not HTTP never reaches a route: it is answered here, and the connection is closed. */
function answerBroken(error: Error & { readonly code?: string }, socket: Pick<Socket, 'writable' | 'destroyed' | 'end' | 'destroy'>): void {
  if (socket.destroyed || !socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const code = BROKEN[error.code ?? ''] ?? 'invalid-request'
  const body = JSON.stringify(errorBody(code))
  const head = `HTTP/1.1 ${PROXY_ERRORS[code].status} Refused\r\nConnection: close\r\nCache-Control: no-store\r\n`
  const type = `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  socket.end(head + type + body, () => socket.destroy())
}
