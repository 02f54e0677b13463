import type { DecisionKind } from '../model/decision.ts'
import type { CategoryId, Finding } from '../model/finding.ts'
import type { DocumentId, DocumentKind, PageBox } from '../model/screened-document.ts'
import type { Ground } from '../review/regimes.ts'
import type { ReasonCode } from '../review/reasons.ts'

/** One line of the queue: what one key decides. */
export interface QueueLine {
  readonly id: string
  readonly categories: readonly CategoryId[]
  /** The text of the first hit, as it stands in the document. */
  readonly text: string
  readonly count: number
  /** `mixed`: its hits were not all decided alike. */
  readonly decided: DecisionKind | 'mixed' | null
}

/** A page as the middle shows it. */
export interface ShownDocument {
  readonly id: DocumentId
  readonly name: string
  readonly kind: DocumentKind
  readonly pages: number
}

export interface Mark {
  readonly page: number
  readonly boxes: readonly PageBox[]
  readonly decided: DecisionKind | null
  readonly current: boolean
}

/** A stretch of the text beside the page. */
export interface TextPiece {
  readonly text: string
  readonly mark: 'current' | 'equal' | 'other' | null
}

/** The finding in front, and all that helps to decide it. */
export interface CurrentFinding {
  readonly finding: Finding
  /** Which of the group's hits is shown, from 1, and how many there are. */
  readonly at: number
  readonly of: number
  /** Hits that the same act decides. */
  readonly ids: readonly string[]
  readonly pagesHit: readonly number[]
  readonly ground: Ground
  readonly reason: ReasonCode
  readonly document: ShownDocument
  readonly text: readonly TextPiece[]
  /** What the two readers said, where they differ. */
  readonly differ: { readonly first: DecisionKind; readonly second: DecisionKind } | null
  readonly decided: DecisionKind | 'mixed' | null
}

export interface ReviewCounts {
  readonly groups: number
  readonly groupsLeft: number
  readonly findings: number
  readonly findingsLeft: number
  readonly keys: number
  readonly minutes: number
}
