import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { StoredItem } from '#utils/storage/item.ts'

/** How the last question for guidance went. In memory: it says nothing that must outlive the browser. */
export interface PollState {
  readonly askedAt: number
  /** `null`: answered. */
  readonly problem: ErrorCode | null
}

export type PollStateItem = StoredItem<PollState | null>
