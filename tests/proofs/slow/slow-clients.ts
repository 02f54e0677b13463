import { connect, type Socket } from 'node:net'

/** `deaf`: takes a short answer, which fits on the way, and reads none of it. `slow read`: the same with one that does not fit. */
export type SlowKind = 'slow head' | 'slow body' | 'slow read' | 'deaf'

export interface SlowClient {
  readonly kind: SlowKind
  readonly openedAt: number
  /** When the proxy closed it; `null` while it stands. */
  closedAt: number | null
  end(): void
}

export interface SlowOptions {
  readonly port: number
  readonly token: string
  /** Between two bytes of those who send slowly. */
  readonly everyMs: number
}

const head = (token: string, lines: readonly string[]) =>
  ['POST /v1/chat/completions HTTP/1.1', 'Host: a', `Authorization: Bearer ${token}`, 'Content-Type: application/json', ...lines].join(
    '\r\n',
  )

const MODELS = (token: string) => `GET /v1/models HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\n\r\n`
const STREAM = '{"model":"sag-chat","stream":true,"messages":[{"role":"user","content":"hej"}]}'

/** Opens a client that holds on: by a head that never ends, by a body that never ends, or by never reading. */
export function openSlow(kind: SlowKind, { port, token, everyMs }: SlowOptions): SlowClient {
  const socket = connect({ port, host: '127.0.0.1' })
  const client: SlowClient = { kind, openedAt: performance.now(), closedAt: null, end: () => socket.destroy() }
  const trickle = setInterval(() => {
    if (kind === 'slow head') socket.write('X-A: b\r\n')
    if (kind === 'slow body') socket.write(' ')
  }, everyMs)
  const closed = () => {
    clearInterval(trickle)
    client.closedAt ??= performance.now()
  }
  socket.on('error', closed).once('close', closed)
  socket.once('connect', () => start(kind, socket, token))
  // Who never reads hears nothing of the end either, unless the operating system is asked.
  if (kind === 'slow read' || kind === 'deaf') noticeReset(socket, closed)
  else socket.resume().once('end', () => socket.destroy())
  return client
}

function start(kind: SlowKind, socket: Socket, token: string): void {
  if (kind === 'slow head') socket.write(`${head(token, [])}\r\n`)
  else if (kind === 'slow body') socket.write(`${head(token, ['Content-Length: 100000'])}\r\n\r\n{"a":`)
  else if (kind === 'deaf') socket.write(MODELS(token))
  else socket.write(`${head(token, [`Content-Length: ${STREAM.length}`])}\r\n\r\n${STREAM}`)
}

/** A paused socket is told of a reset only when it writes. */
function noticeReset(socket: Socket, closed: () => void): void {
  socket.pause()
  const probe = setInterval(() => {
    if (socket.destroyed) clearInterval(probe)
    else socket.write('\r\n')
  }, 250)
  socket.once('close', () => {
    clearInterval(probe)
    closed()
  })
}
