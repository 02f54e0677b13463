import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A listener on loopback that nothing may ever reach: it counts who comes and what they bring. */
export interface Trap {
  readonly port: number
  readonly url: string
  connections: number
  bytes: number
  close(): Promise<void>
}

/** Answers as an OpenAI server would, so that whoever comes is not scared away before it has said what it came for. */
const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}'

export async function startTrap(): Promise<Trap> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    trap.connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
    socket.on('data', (piece) => {
      trap.bytes += piece.length
      socket.write(ANSWER)
    })
  })
  // All of loopback; where there is no IPv6, what there is.
  await listen(server, '::').catch(() => listen(server, '127.0.0.1'))
  const { port } = server.address() as AddressInfo
  const trap: Trap = {
    port,
    url: `http://127.0.0.1:${port}`,
    connections: 0,
    bytes: 0,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return trap
}

function listen(server: Server, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: 0, host }, resolve)
  })
}
