import type { ServerResponse } from 'node:http'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import type { OpenCalls } from '../server/open-calls.ts'

/** Why a call was stopped from outside: its client has gone, or it may not go on. */
export type StopReason = 'client-left' | ProxyErrorCode

export interface LifeLimits {
  readonly calls: OpenCalls
  readonly mostMs: number
}

/** From the first byte to the last of one call to a model: the one place that knows who stopped it, and why. */
export class CallLife {
  readonly #response: ServerResponse
  readonly #controller = new AbortController()
  readonly #leave: () => void
  readonly #deadline: NodeJS.Timeout
  #stopped: StopReason | null = null
  #onStop: ((reason: StopReason) => void) | null = null

  constructor(response: ServerResponse, { calls, mostMs }: LifeLimits) {
    this.#response = response
    this.#leave = calls.add(() => this.stop('not-ready'))
    this.#deadline = setTimeout(() => this.stop('upstream-timeout'), mostMs)
    response.once('close', this.#clientLeft)
    if (response.destroyed) this.stop('client-left')
  }

  /** Given to the upstream: aborted when the call is stopped. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  get stopped(): StopReason | null {
    return this.#stopped
  }

  /** Told once; at once when the call is stopped already. */
  onStop(listener: (reason: StopReason) => void): void {
    if (this.#stopped === null) this.#onStop = listener
    else listener(this.#stopped)
  }

  stop(reason: StopReason): void {
    if (this.#stopped !== null) return
    this.#stopped = reason
    this.#controller.abort()
    this.#onStop?.(reason)
  }

  end(): void {
    clearTimeout(this.#deadline)
    this.#response.off('close', this.#clientLeft)
    this.#leave()
  }

  readonly #clientLeft = () => {
    if (!this.#response.writableFinished) this.stop('client-left')
  }
}
