/** How a number was written. */
export type CprSpelling =
  | 'plain'
  | 'dash'
  | 'space'
  | 'line-break'
  | 'dots'
  | 'slash'
  | 'grouped'
  | 'spread'
  | 'long-year'
  | 'short-day'
  | 'labelled'
  | 'misread'
  | 'health'
  | 'masked'

/** `high` and `medium` are finds; `low` is worth a look by a person, and enough for a guard to refuse. */
export type Confidence = 'high' | 'medium' | 'low'

export interface CprHit {
  /** Offsets in UTF-16 code units, as `String.prototype.slice` takes them. */
  readonly start: number
  readonly end: number
  /** Ten characters: plain digits; a health number holds two letters, a masked one `X` for what is hidden. */
  readonly digits: string
  readonly spelling: CprSpelling
  readonly confidence: Confidence
}

/** A hit before its surroundings have been weighed. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly spelling: CprSpelling
  readonly score: number
}
