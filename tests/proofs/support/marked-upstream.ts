import type { BadUpstream, Behaviour } from '#tests/proxy/support/bad-upstream.ts'
import { markOf } from './chat-view.ts'

/** Which answer goes to which request when many are under way at once. */
export class MarkedAnswers {
  readonly #answers = new Map<string, Behaviour>()
  #count = 0

  constructor(upstream: BadUpstream) {
    upstream.always(({ body }) => this.#answers.get(markOf(body)) ?? { status: 599 })
  }

  /** The mark to ask with. */
  add(behaviour: Behaviour): string {
    this.#count += 1
    const mark = String(this.#count)
    this.#answers.set(mark, behaviour)
    return mark
  }

  remove(mark: string): void {
    this.#answers.delete(mark)
  }
}
