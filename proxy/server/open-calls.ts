/** Calls to models that are under way, so that a replica that closes can wait for them and end what will not. */
export class OpenCalls {
  readonly #enders = new Set<() => void>()
  #isDraining = false
  #emptied: (() => void) | null = null

  get count(): number {
    return this.#enders.size
  }

  /** From now on nothing new is taken in. */
  get isDraining(): boolean {
    return this.#isDraining
  }

  /** `end` ends the call with an error that its client sees. The function that comes back says that it is over. */
  add(end: () => void): () => void {
    this.#enders.add(end)
    return () => {
      this.#enders.delete(end)
      if (this.#enders.size === 0) this.#emptied?.()
    }
  }

  /** Waits for the calls under way; those that are not over in time are ended. */
  async drain(ms: number): Promise<void> {
    this.#isDraining = true
    await this.#empty(ms)
    for (const end of this.#enders) end()
    await this.#empty(LAST_WORDS_MS)
  }

  async #empty(ms: number): Promise<void> {
    if (this.#enders.size === 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#emptied = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#emptied = null
  }
}

/** Enough for the error events and the audit's last group commit. */
const LAST_WORDS_MS = 2000

declare module 'fastify' {
  interface FastifyInstance {
    readonly calls: OpenCalls
  }
}
