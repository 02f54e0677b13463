/** Time that only moves when told to. Work due at one moment runs in the order it was asked for. */
export class FakeClock {
  #now = 0
  #count = 0
  #work: { readonly at: number; readonly order: number; readonly run: () => void }[] = []

  get now(): number {
    return this.#now
  }

  /** Runs `work` at a time, or as soon as possible when that has passed. */
  at(time: number, run: () => void): void {
    this.#count += 1
    this.#work.push({ at: Math.max(time, this.#now), order: this.#count, run })
  }

  after(ms: number, run: () => void): void {
    this.at(this.#now + ms, run)
  }

  /** Moves on, doing everything that falls due. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const next = this.#next(end)
      if (next === -1) break
      const [due] = this.#work.splice(next, 1)
      if (!due) break
      this.#now = due.at
      due.run()
    }
    this.#now = end
  }

  #next(end: number): number {
    let best = -1
    for (const [index, { at, order }] of this.#work.entries()) {
      const chosen = this.#work[best]
      if (at <= end && (!chosen || at < chosen.at || (at === chosen.at && order < chosen.order))) best = index
    }
    return best
  }
}
