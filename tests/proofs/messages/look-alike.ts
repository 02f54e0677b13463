import { createServer } from 'node:http'

/** A server of somebody else on this machine whose pages look like the case system's: same paths, another port and host. */
export async function startLookAlike(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(
      '<!doctype html><html lang="da"><title>Borger</title><header aria-label="Borger" role="banner"><h1>Ida Test (140752-6123)</h1></header><div data-person-id="1">Borgeroverblik</div>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new RangeError('no port')
  return {
    port: address.port,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
