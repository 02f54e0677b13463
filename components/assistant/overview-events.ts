import type { Advice, FactRef } from '#utils/domain/advice.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'

/** What the panel asks of whoever holds it. */
export interface OverviewEvents {
  /** `rule`: whose advice it is that the link acts on, `null` when the link only leads to a missing fact. */
  readonly follow: (link: QuickLinkId, rule: RuleId | null) => void
  readonly showFact: (fact: FactRef) => void
  /** The explanation as plain text, for the clipboard. */
  readonly copy: (text: string) => void
  /** Lets a rule that is put away speak again. */
  readonly wake: (rule: RuleId) => void
  /** What has changed is looked at. */
  readonly seen: () => void
}

export type Explain = (advice: Advice) => Explanation
