import type { FactKey } from './fact-catalogue.ts'

/**
 * A value as read. Days are `YYYY-MM-DD`, times `YYYY-MM-DDTHH:mm` in Danish local time, CPR numbers ten digits.
 * `null` is a fact: the page shows the field and it is empty. A key that was not read is absent, never `null`.
 */
export type FactValue = string | number | boolean | readonly string[] | null

/** Where a value came from, so that a user can be shown it and a jurist can check it. */
export interface Provenance {
  /** Screen it was read on, as the profile names it. */
  readonly pageKind: string
  /** Which locator of the profile found it. */
  readonly locator: string
  /** The text as it stood on the page, before any transform. */
  readonly asRead: string
  /** When it was read: ISO instant. */
  readonly readAt: string
}

export interface Fact<T extends FactValue = FactValue> {
  readonly key: FactKey
  readonly value: T
  readonly source: Provenance
}
