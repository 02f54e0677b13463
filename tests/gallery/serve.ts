import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves a built gallery with the strict CSP that pages of case systems have: no inline style, no foreign script. */
export async function serveGallery(directory: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const name = path.normalize(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/$/, '/index.html')
    readFile(path.join(directory, name)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
            'content-security-policy': "default-src 'self'",
          })
          .end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
