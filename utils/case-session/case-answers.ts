import type { AnswerEnd } from '#utils/domain/answer-end.ts'
import type { CaseToken } from '#utils/domain/ids.ts'
import type { ModelAsk } from '#utils/assistant/model-ask.ts'

type Ask = (ask: ModelAsk, listener: { readonly signal: AbortSignal; readonly onText: (text: string) => void }) => Promise<AnswerEnd>

/** A question that belongs to a case. */
export interface CaseQuestion {
  readonly token: CaseToken
  readonly ask: ModelAsk
  readonly onText: (text: string) => void
}

/** An answer on its way. */
export interface RunningAnswer {
  readonly ended: Promise<AnswerEnd>
  stop(): void
}

/**
 * Answers belong to the case they were asked in. When another case is shown, or none, all of the old one's are stopped at
 * once, and nothing that was still on its way is told: a late answer for A cannot land in B.
 */
export class CaseAnswers {
  readonly #askModel: Ask
  readonly #running = new Map<AbortController, CaseToken>()
  #shown: CaseToken | null = null

  constructor(askModel: Ask) {
    this.#askModel = askModel
  }

  /** Which case is in front now; `null`: none. */
  show(token: CaseToken | null): void {
    this.#shown = token
    for (const [controller, asked] of this.#running) if (asked !== token) controller.abort()
  }

  ask({ token, ask, onText }: CaseQuestion): RunningAnswer {
    const controller = new AbortController()
    const { signal } = controller
    if (token === this.#shown) this.#running.set(controller, token)
    else controller.abort()
    const told = (text: string) => {
      if (!signal.aborted) onText(text)
    }
    const ended = this.#askModel(ask, { signal, onText: told })
      // An end that came in the same moment as the switch is not this case's any more either.
      .then((end): AnswerEnd => (signal.aborted ? { state: 'aborted' } : end))
      .finally(() => this.#running.delete(controller))
    return { ended, stop: () => controller.abort() }
  }
}
