import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'undici'

/** A proxy as many are written, which the detectors must find out: it pipes, judges nothing and forgets to hang up. */
export async function startNaiveProxy(origin: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const pool = new Pool(origin, { bodyTimeout: 0, headersTimeout: 0 })
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => {
      body += piece.toString()
    })
    request.on('end', () => void pass(pool, { path: request.url ?? '/', body }, response))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await pool.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

async function pass(pool: Pool, { path, body }: { path: string; body: string }, response: ServerResponse): Promise<void> {
  try {
    const answer = await pool.request({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body })
    response.writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type'] ?? 'text/plain') })
    answer.body.on('error', () => response.end())
    // The mistake of mistakes: when the client leaves, this goes on reading.
    answer.body.on('data', (piece: Buffer) => response.write(piece))
    answer.body.on('end', () => response.end())
  } catch {
    response.writeHead(502).end()
  }
}
