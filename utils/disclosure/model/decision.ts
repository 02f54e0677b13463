import type { DocumentId, PageBox } from './screened-document.ts'
import type { Finding } from './finding.ts'

/** By which rules the file leaves (law 4.1). Chosen by a person before the review begins. */
export type Regime = 'party' | 'own-access' | 'others' | 'gdpr-15' | 'party-hearing'

/** release: udlever · redact: overstreg · withhold: undtag the whole document · extract: undtag, but udlever the facts in it. */
export type DecisionKind = 'release' | 'redact' | 'withhold' | 'extract'

/** What a person decided about one finding or one document. Nothing is ever redacted without one. */
export interface Decision {
  readonly kind: DecisionKind
  /** The paragraph it rests on, e.g. `FVL § 15 b`; `null` for a release. */
  readonly paragraph: string | null
  /** Id of a reason from a list, never free text from the case. */
  readonly reason: string
  readonly by: 'first-reader' | 'second-reader'
}

export interface DecidedFinding {
  readonly finding: Finding
  readonly decision: Decision
}

/** What the export does to one document. */
export interface DocumentPlan {
  readonly document: DocumentId
  readonly outcome: 'whole' | 'redacted' | 'extracted' | 'withheld'
  readonly redactions: readonly RedactionMark[]
}

export interface RedactionMark {
  readonly page: number
  readonly boxes: readonly PageBox[]
  /** The text that must not be found in the export, in any spelling. */
  readonly text: string
  readonly paragraph: string
}
