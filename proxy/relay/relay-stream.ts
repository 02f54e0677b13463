import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { errorBody, type ProxyErrorCode } from '../contract/error-code.ts'
import { type CallLife, type StopReason } from './call-life.ts'
import { BadAnswer, type ChatStreamJudge } from './chat-judge.ts'
import { drainQuietly } from './drain-quietly.ts'
import { BrokenStream, SseReader } from './sse-reader.ts'

export interface StreamLimits {
  readonly answerBytes: number
  readonly eventBytes: number
  /** The upstream may be silent so long. */
  readonly idleMs: number
  /** The client may take nothing so long. */
  readonly stallMs: number
}

export interface StreamRelay {
  readonly from: Readable
  readonly to: ServerResponse
  readonly life: CallLife
  readonly judge: ChatStreamJudge
  readonly limits: StreamLimits
  /** Sends the head of the answer: called once, right before the first byte. */
  readonly open: () => void
}

/** How the upstream's stream ended. The client has not been told yet: the record comes first. */
export type StreamEnd =
  | { readonly ending: 'done' }
  | { readonly ending: 'aborted' }
  | { readonly ending: 'error'; readonly code: ProxyErrorCode }

/**
 * Passes a stream on as it is judged. Stops reading while the client is slow; when the client leaves, the upstream's
 * connection is closed at once. What it resolves with is final: `sendEnd` tells the client.
 */
export class StreamPump {
  readonly #relay: StreamRelay
  readonly #sse: SseReader
  readonly #idle: NodeJS.Timeout
  readonly ended: Promise<StreamEnd>
  #resolve: (end: StreamEnd) => void = () => {}
  #stall: NodeJS.Timeout | null = null
  #isOver = false
  #isOpen = false
  #bytes = 0
  #last = ''

  constructor(relay: StreamRelay) {
    this.#relay = relay
    this.#sse = new SseReader(relay.limits.eventBytes)
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve
    })
    this.#idle = setTimeout(() => this.#fail('upstream-timeout'), relay.limits.idleMs)
    relay.from.on('data', this.#onData).once('end', this.#onGone).on('error', this.#onGone).once('close', this.#onGone)
    relay.life.onStop(this.#onStop)
  }

  /** Whether the client has got any of the answer. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Bytes of the answer so far. */
  get bytes(): number {
    return this.#bytes
  }

  readonly #onData = (piece: Buffer) => {
    if (this.#isOver) return
    this.#idle.refresh()
    this.#bytes += piece.length
    if (this.#bytes > this.#relay.limits.answerBytes) return this.#fail('upstream-failed')
    return this.#judge(() => this.#sse.push(piece))
  }

  /** However the upstream leaves: if the answer were whole it would have said so before. */
  readonly #onGone = () => {
    if (!this.#isOver) this.#fail('upstream-failed')
  }

  readonly #onStop = (reason: StopReason) => {
    if (!this.#isOver) this.#finish(reason === 'client-left' ? { ending: 'aborted' } : { ending: 'error', code: reason })
  }

  #judge(read: () => readonly string[]): void {
    const { judge } = this.#relay
    let text = ''
    try {
      for (const data of read()) text += judge.take(data)
      if (this.#sse.isBroken && !judge.isDone) throw new BrokenStream()
    } catch (error) {
      if (!(error instanceof BadAnswer) && !(error instanceof BrokenStream)) throw error
      this.#write(text)
      this.#fail(error instanceof BadAnswer ? error.code : 'upstream-failed')
      return
    }
    if (!judge.isDone) return this.#write(text)
    // What came with the end goes out with it: one packet less, and a short answer comes in one piece.
    this.#last = text
    return this.#finish({ ending: 'done' })
  }

  #write(text: string): void {
    if (text === '') return
    const { to, from, open } = this.#relay
    if (!this.#isOpen) {
      this.#isOpen = true
      open()
    }
    if (to.write(text) || this.#stall !== null) return
    from.pause()
    // While the client is slow the upstream's silence is ours.
    clearTimeout(this.#idle)
    this.#stall = setTimeout(() => to.destroy(), this.#relay.limits.stallMs)
    to.once('drain', this.#onDrain)
  }

  readonly #onDrain = () => {
    if (this.#stall !== null) clearTimeout(this.#stall)
    this.#stall = null
    if (this.#isOver) return
    this.#idle.refresh()
    this.#relay.from.resume()
  }

  #fail(code: ProxyErrorCode): void {
    this.#finish({ ending: 'error', code })
  }

  #finish(end: StreamEnd): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#idle)
    const { from } = this.#relay
    from.off('data', this.#onData)
    if (end.ending === 'done') drainQuietly(from)
    else from.destroy()
    this.#resolve(end)
  }

  /** The client's last bytes: the rest of the answer and `[DONE]`, or an error that no client can overlook. */
  sendEnd(end: StreamEnd): void {
    const { to, judge, limits } = this.#relay
    if (this.#stall !== null) clearTimeout(this.#stall)
    if (end.ending === 'aborted' || to.destroyed) return
    const stall = setTimeout(() => to.destroy(), limits.stallMs)
    to.once('close', () => clearTimeout(stall))
    to.end(end.ending === 'done' ? `${this.#last}${judge.held}data: [DONE]\n\n` : `data: ${JSON.stringify(errorBody(end.code))}\n\n`)
  }
}
