import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** A request that left the browser for somewhere it has no business. */
export interface ForeignRequest {
  readonly method: string
  readonly target: string
}

export interface SniffingProxy {
  readonly port: number
  /** Everything asked of a host that is not allowed, in order. */
  readonly foreign: readonly ForeignRequest[]
  /** How many requests went to allowed hosts: zero means that the browser does not use the proxy at all. */
  readonly allowed: () => number
  stop(): Promise<void>
}

/**
 * The browser's only way out: it passes on what goes to `hosts` (`host:port`) and records and refuses everything else.
 * It sees what every context asks for, workers, frames, prefetch and beacons alike, which no hook in a page does.
 */
export async function startSniffingProxy(hosts: () => readonly string[]): Promise<SniffingProxy> {
  const foreign: ForeignRequest[] = []
  let allowed = 0
  const server = createServer((incoming, response) => {
    const url = URL.parse(incoming.url ?? '')
    if (url === null || !hosts().includes(hostOf(url))) {
      foreign.push({ method: incoming.method ?? 'GET', target: incoming.url ?? '' })
      response.writeHead(502).end()
      return
    }
    allowed += 1
    pass(incoming, response, url)
  })
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined)
    const target = incoming.url ?? ''
    if (!hosts().includes(target)) {
      foreign.push({ method: 'CONNECT', target })
      socket.end('HTTP/1.1 502 Refused\r\n\r\n')
      return
    }
    allowed += 1
    const [host = '', port = '80'] = target.split(':')
    const upstream = connect(Number(port), loopback(host), () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new RangeError('no port')
  return {
    port: address.port,
    foreign,
    allowed: () => allowed,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function pass(incoming: IncomingMessage, response: ServerResponse, url: URL): void {
  const upstream = forward(
    {
      host: loopback(url.hostname),
      port: url.port || 80,
      path: url.pathname + url.search,
      method: incoming.method,
      headers: incoming.headers,
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  upstream.on('error', () => response.destroy())
  response.on('close', () => upstream.destroy())
  incoming.pipe(upstream)
}

function hostOf(url: URL): string {
  return `${url.hostname}:${url.port || '80'}`
}

/** Names of this machine: the servers under test listen on the loopback address only. */
function loopback(host: string): string {
  return host === 'localhost' || host.endsWith('.localhost') ? '127.0.0.1' : host
}
