import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { goodAnswer } from './upstream-answers.ts'

/** A piece of an answer's body; bytes as base64 when text will not do. */
export type Piece = string | Uint8Array | { readonly b64: string; readonly times?: number; readonly waitMs?: number }

/** How the answer ends after its last piece: as it should, or with the connection closed, torn or left hanging. */
export type Ending = 'end' | 'fin' | 'rst' | 'hang'

export interface Behaviour {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: readonly Piece[]
  /** Bytes of the body that are sent; the rest never comes. */
  readonly cutAt?: number
  readonly ending?: Ending
  /** How the body's length is known. `close`: it ends where the connection does, so a cut looks like an end. */
  readonly framing?: 'chunked' | 'length' | 'close'
  /** Sends the body in pieces of so many bytes, however it was given. */
  readonly pieceBytes?: number
  readonly waitBeforeHeadMs?: number
  readonly waitBetweenMs?: number
  /** Sent again and again until the other side leaves. */
  readonly endless?: string
  /** Written on the connection as it is, instead of an answer. */
  readonly raw?: string | Uint8Array
  /** Does not even read: the connection is torn as soon as the request's head is there. */
  readonly refuse?: boolean
}

/** What came in, and when the connection went away. */
export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  body: string
  readonly at: number
  /** When the connection closed before our answer was finished; `null` while it is open, or when all was sent. */
  abortedAt: number | null
  closedAt: number | null
  /** Bytes of the body that were written. */
  sent: number
}

export type Behave = (seen: Seen) => Behaviour

/** A real model server over HTTP that answers as it should until it is told otherwise. */
export class BadUpstream {
  readonly seen: Seen[] = []
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #queue: (Behaviour | Behave)[] = []
  #always: Behaviour | Behave = goodAnswer
  connections = 0

  constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket: Socket) => {
      this.connections += 1
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // A request that broke off, or a head that cannot be sent: there is nobody to answer.
      this.#answer(request, response).catch(() => request.socket.destroy())
    })
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** The base address of an upstream of the kind `openai-compatible`. */
  get address(): string {
    return `http://127.0.0.1:${this.port}/v1`
  }

  /** The base address of an upstream of the kind `azure`. */
  get azureAddress(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** From now on, for each request. */
  always(behaviour: Behaviour | Behave): void {
    this.#always = behaviour
  }

  /** For the next request only; several queue up. */
  next(...behaviours: readonly (Behaviour | Behave)[]): void {
    this.#queue.push(...behaviours)
  }

  /** As it was at first. */
  reset(): void {
    this.#queue.length = 0
    this.#always = goodAnswer
    this.seen.length = 0
  }

  /** Connections that are open now, busy or not. */
  get openSockets(): number {
    return this.#sockets.size
  }

  /** Requests that have not got all of their answer, and whose connection is still there. */
  get unfinished(): number {
    return this.seen.filter(({ closedAt }) => closedAt === null).length
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers, rawHeaders } = request
    const seen: Seen = { method, path: url, headers, rawHeaders, body: '', at: Date.now(), abortedAt: null, closedAt: null, sent: 0 }
    this.seen.push(seen)
    response.on('error', () => undefined)
    response.once('close', () => {
      seen.closedAt = Date.now()
      if (!response.writableFinished) seen.abortedAt = seen.closedAt
    })
    const next = this.#queue.shift() ?? this.#always
    if (typeof next !== 'function' && next.refuse === true) return void request.socket.resetAndDestroy()
    request.setEncoding('latin1')
    for await (const piece of request) seen.body += String(piece)
    seen.body = Buffer.from(seen.body, 'latin1').toString('utf8')
    await play(typeof next === 'function' ? next(seen) : next, response, seen)
  }
}

export async function startBadUpstream(port = 0): Promise<BadUpstream> {
  const server = createServer({ keepAliveTimeout: 3000 })
  const upstream = new BadUpstream(server)
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return upstream
}

async function play(behaviour: Behaviour, response: ServerResponse, seen: Seen): Promise<void> {
  if (behaviour.refuse === true) return void response.socket?.resetAndDestroy()
  await wait(behaviour.waitBeforeHeadMs ?? 0)
  if (response.destroyed) return
  if (behaviour.raw !== undefined) {
    response.socket?.write(behaviour.raw)
    return finish(response, behaviour.ending ?? 'fin')
  }
  const pieces = cut(piecesOf(behaviour), behaviour.cutAt ?? Infinity)
  sendHead(response, behaviour, pieces)
  await sendPieces(response, { pieces, behaviour, seen })
  if (behaviour.endless !== undefined) await sendEndlessly(response, behaviour.endless, seen)
  finish(response, behaviour.ending ?? 'end')
}

interface Timed {
  readonly bytes: Buffer
  readonly waitMs: number
}

function piecesOf({ body = [], pieceBytes, waitBetweenMs = 0 }: Behaviour): readonly Timed[] {
  const given = body.flatMap((piece): Timed[] => {
    if (typeof piece === 'string') return [{ bytes: Buffer.from(piece), waitMs: waitBetweenMs }]
    if (piece instanceof Uint8Array) return [{ bytes: Buffer.from(piece), waitMs: waitBetweenMs }]
    const one = { bytes: Buffer.from(piece.b64, 'base64'), waitMs: piece.waitMs ?? waitBetweenMs }
    return Array.from({ length: piece.times ?? 1 }, () => one)
  })
  if (pieceBytes === undefined) return given
  const all = Buffer.concat(given.map(({ bytes }) => bytes))
  const pieces: Timed[] = []
  for (let at = 0; at < all.length; at += pieceBytes) pieces.push({ bytes: all.subarray(at, at + pieceBytes), waitMs: waitBetweenMs })
  return pieces
}

function cut(pieces: readonly Timed[], most: number): readonly Timed[] {
  const kept: Timed[] = []
  let left = most
  for (const { bytes, waitMs } of pieces) {
    if (left <= 0) break
    kept.push({ bytes: bytes.subarray(0, left), waitMs })
    left -= bytes.length
  }
  return kept
}

function sendHead(response: ServerResponse, behaviour: Behaviour, pieces: readonly Timed[]): void {
  const { status = 200, headers = {}, framing = 'chunked', ending = 'end' } = behaviour
  const whole = piecesOf(behaviour)
  const told = ending === 'end' ? pieces : whole
  if (framing === 'close') {
    response.shouldKeepAlive = false
    response.useChunkedEncodingByDefault = false
  }
  const length = framing === 'length' ? { 'content-length': String(told.reduce((sum, { bytes }) => sum + bytes.length, 0)) } : {}
  response.writeHead(status, { ...headers, ...length } as OutgoingHttpHeaders)
  response.flushHeaders()
}

async function sendPieces(
  response: ServerResponse,
  sending: { pieces: readonly Timed[]; behaviour: Behaviour; seen: Seen },
): Promise<void> {
  for (const { bytes, waitMs } of sending.pieces) {
    if (waitMs > 0) await wait(waitMs)
    if (response.destroyed) return
    await write(response, bytes)
    sending.seen.sent += bytes.length
  }
}

async function sendEndlessly(response: ServerResponse, text: string, seen: Seen): Promise<void> {
  const bytes = Buffer.from(text)
  while (!response.destroyed) {
    await write(response, bytes)
    seen.sent += bytes.length
    await wait(0)
  }
}

function finish(response: ServerResponse, ending: Ending): void {
  const { socket } = response
  switch (ending) {
    case 'end':
      if (!response.destroyed) response.end()
      return
    case 'fin':
      socket?.end()
      // The other side may keep its half open; nothing more comes from ours.
      socket?.destroySoon()
      return
    case 'rst':
      // What was written must leave first, or the reset overtakes it.
      setImmediate(() => socket?.resetAndDestroy())
      return
    case 'hang':
  }
}

function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve)
    response.write(bytes, () => {
      response.off('close', resolve)
      resolve()
    })
  })
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms > 0) setTimeout(resolve, ms)
    else setImmediate(resolve)
  })
}
