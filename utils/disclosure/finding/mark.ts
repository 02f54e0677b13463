import type { Confidence } from '#utils/privacy/cpr-hit.ts'
import type { CategoryId, PersonRole } from '../model/finding.ts'

/** A find in one text, before it knows its document. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly category: CategoryId
  readonly confidence: Confidence
  readonly same: string
  readonly why: string
  readonly role?: PersonRole | null
}
