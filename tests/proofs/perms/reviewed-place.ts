/** A place that the scan finds and that somebody has read. Each must still be there: a review of nothing is stale. */
export interface ReviewedPlace {
  readonly name: string
  readonly files: RegExp
  /** What stands there; the hit's surroundings must match. */
  readonly near: RegExp
  readonly why: string
}

/** An address that may stand in the shipped code, and why nothing is ever sent there. `null` as reason is not allowed. */
export interface ReviewedUrl {
  readonly origin: RegExp
  readonly files: RegExp
  readonly why: string
}
