import type { Advice } from '#utils/domain/advice.ts'
import type { CaseToken, RuleId } from '#utils/domain/ids.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import { nextActions, openAdvice } from '#utils/assistant/advice-groups.ts'
import type { AdviceSeen } from '#utils/messaging/maps.ts'

/** Tells which rules' advice was shown, once a case, and which was followed. Rules only: nothing of the case leaves. */
export class AdviceCounter {
  readonly #tell: (seen: AdviceSeen) => void
  #token: CaseToken | null = null
  #told = new Set<RuleId>()
  #advice: readonly Advice[] = []

  constructor(tell: (seen: AdviceSeen) => void) {
    this.#tell = tell
  }

  shown(token: CaseToken, advice: readonly Advice[]): void {
    if (token !== this.#token) this.#told = new Set()
    this.#token = token
    this.#advice = advice
    const fresh = [...new Set(openAdvice(advice).map(({ rule }) => rule))].filter((rule) => !this.#told.has(rule))
    for (const rule of fresh) this.#told.add(rule)
    if (fresh.length > 0) this.#tell({ act: 'shown', rules: fresh })
  }

  /** The most urgent advice that leads there is what was followed. */
  followed(link: QuickLinkId): void {
    const advice = nextActions(this.#advice).find(({ action }) => action?.link === link)
    if (advice) this.#tell({ act: 'followed', rules: [advice.rule] })
  }

  forget(): void {
    this.#token = null
    this.#told = new Set()
    this.#advice = []
  }
}
