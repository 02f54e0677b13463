import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface CarelessServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * Answers everything that looks like the head of a request, wherever it stands, or never ends a connection: what a proxy
 * must never do.
 */
export async function startCarelessServer({ hangs = false } = {}): Promise<CarelessServer> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    let text = ''
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1')
    })
    socket.on('end', () => {
      if (hangs) return
      const heads = text.match(/(?:GET|POST) \/\S* HTTP\/1\.1/g) ?? []
      socket.end(heads.map(() => 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}').join(''))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { port, close }
}
