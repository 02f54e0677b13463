import type { Advice } from '#utils/domain/advice.ts'
import type { CaseToken } from '#utils/domain/ids.ts'
import { adviceChanges, type AdviceChange } from './advice-changes.ts'

interface Look {
  readonly token: CaseToken
  readonly advice: readonly Advice[]
}

export interface Sight {
  readonly tabId: number
  readonly token: CaseToken
  readonly advice: readonly Advice[]
  /** More of the page is on its way: the first look is not over. */
  readonly reading: boolean
}

/**
 * What has changed in a tab's case since somebody last looked at it. In memory, one look a tab, and for as long as that very
 * case is open in it: when the case goes, so does what was seen of it.
 */
export class SinceLast {
  readonly #looks = new Map<number, Look>()
  /** Whose first look is over. */
  readonly #settled = new Set<CaseToken>()

  changes({ tabId, token, advice, reading }: Sight): readonly AdviceChange[] {
    const look = this.#looks.get(tabId)
    if (look?.token !== token || !this.#settled.has(token)) {
      this.#looks.set(tabId, { token, advice })
      if (!reading && advice.length > 0) this.#settled.add(token)
      return []
    }
    return adviceChanges(look.advice, advice)
  }

  /** Looked at: from now on only what comes is news. */
  seen({ tabId, token, advice }: Omit<Sight, 'reading'>): void {
    this.#looks.set(tabId, { token, advice })
  }

  /** Forgets every case that is open no more. */
  keepOnly(open: ReadonlyMap<number, CaseToken>): void {
    for (const [tabId, { token }] of this.#looks) {
      if (open.get(tabId) === token) continue
      this.#looks.delete(tabId)
      this.#settled.delete(token)
    }
  }
}
