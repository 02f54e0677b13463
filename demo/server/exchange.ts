import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** One request and how to answer it. */
export interface Exchange {
  readonly method: string
  readonly url: URL
  readonly host: string
  readonly headers: IncomingMessage['headers']
  readonly cookies: Readonly<Record<string, string>>
  readonly body: string
  reply(answer: Answer): void
}

export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

const MAX_BODY = 4_000_000

/** Starts a server on the loopback address. Port 0 takes a free one. */
export async function serve(
  port: number,
  handle: (exchange: Exchange) => Promise<void> | void,
): Promise<{ server: Server; port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answerOne(request, response, handle)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new RangeError('no-port')
  return {
    server,
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerOne(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (exchange: Exchange) => Promise<void> | void,
): Promise<void> {
  try {
    await handle(await exchangeOf(request, response))
  } catch {
    // The stand-in is a test bed: a fault of its own must look like a fault of the host system, not hang the page.
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
    response.end('{"error":"failed"}')
  }
}

async function exchangeOf(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const host = request.headers.host ?? 'localhost'
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `http://${host}`),
    host,
    headers: request.headers,
    cookies: cookiesOf(request.headers.cookie ?? ''),
    body: await readBody(request),
    reply: ({ status = 200, type = 'text/html; charset=utf-8', body = '', headers = {} }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...(headers as Record<string, string | string[]>) })
      response.end(body)
    },
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MAX_BODY) throw new RangeError('body-too-large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function cookiesOf(header: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    header
      .split(';')
      .map((part) => part.trim().split('='))
      .filter(([name]) => name)
      .map(([name = '', value = '']) => [name, value]),
  )
}

export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

export function redirect(to: string): Answer {
  return { status: 303, headers: { location: to } }
}
