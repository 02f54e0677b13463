import type { DecisionKind } from '#utils/disclosure/model/decision.ts'
import type { ReasonCode } from '#utils/disclosure/review/reasons.ts'

/** What a person can do in the review. */
export interface ReviewEvents {
  readonly decide: (kind: DecisionKind) => void
  /** Does what is usual, where something is. */
  readonly takeUsual: () => void
  /** Decides all of the same kind that are still open; which and how stands on the button. */
  readonly decideAllLike: () => void
  readonly undo: () => void
  readonly next: () => void
  readonly previous: () => void
  readonly nextHit: () => void
  readonly previousHit: () => void
  readonly choose: (group: string) => void
  readonly chooseReason: (reason: ReasonCode) => void
}
