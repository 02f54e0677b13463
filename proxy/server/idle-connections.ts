import type { Server, ServerResponse, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

const SWEEP_MS = 500

/**
 * Ends connections on which nothing is asked. Node's own limit is put off by every byte, and bytes that are no request
 * cost a client nothing.
 */
export class IdleConnections {
  readonly #idleMs: number
  readonly #since = new Map<Socket, number>()

  constructor(idleMs: number) {
    this.#idleMs = idleMs
  }

  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.#since.set(socket, performance.now())
      socket.once('close', () => this.#since.delete(socket))
    })
    const timer = setInterval(() => this.#sweep(), SWEEP_MS)
    server.once('close', () => clearInterval(timer))
    timer.unref()
  }

  /** A request is answered: until then its connection is not idle. */
  during({ socket }: IncomingMessage, response: ServerResponse): void {
    this.#since.delete(socket)
    response.once('close', () => {
      if (!socket.destroyed) this.#since.set(socket, performance.now())
    })
  }

  #sweep(): void {
    const latest = performance.now() - this.#idleMs
    for (const [socket, since] of this.#since) if (since < latest) socket.destroy()
  }
}
