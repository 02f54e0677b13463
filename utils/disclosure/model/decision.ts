import type { DocumentId, PageBox, TextSource } from './screened-document.ts'
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
  /** Pages that nobody could read and a person chose not to hand out. */
  readonly leftOut: readonly number[]
  /** What is handed out of a document that is else undtaget. */
  readonly extracts: readonly ExtractedFact[]
}

/** A passage that a person chose to hand out of an `extracted` document. Offsets in UTF-16 code units of the part's text. */
export interface ExtractedFact {
  readonly page: number | null
  readonly source: TextSource
  readonly start: number
  readonly end: number
}

export interface RedactionMark {
  /** `null` where the text belongs to no page: a note, a mail, a title. */
  readonly page: number | null
  readonly source: TextSource
  readonly start: number
  readonly end: number
  /** Empty where the text has no place on a page. */
  readonly boxes: readonly PageBox[]
  /** The text that must not be found in the export, in any spelling. */
  readonly text: string
  readonly paragraph: string
}
