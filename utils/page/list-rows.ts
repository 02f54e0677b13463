import { isFactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { Fact } from '#utils/domain/fact.ts'
import type { ListBlock, ListColumn } from './site-profile.ts'
import type { RawText } from './to-value.ts'

export type RowFacts = Partial<Record<FactKey, Fact>>
/** One row of a list before its texts are values. */
export interface Cells {
  readonly element: Element
  readonly of: ReadonlyMap<FactKey, readonly (RawText | null)[]>
  /** The element that each value stands in, where it is another than the row. */
  readonly at?: ReadonlyMap<FactKey, Element>
  /** Facts that the row's place says. */
  readonly given?: RowFacts
}

/** The columns of a list by canonical key. */
export function columnsOf(list: ListBlock): readonly (readonly [FactKey, ListColumn])[] {
  const known = columns.get(list)
  if (known) return known
  const made = Object.entries(list.columns).flatMap(([key, column]) => (isFactKey(key) ? [[key, column] as const] : []))
  columns.set(list, made)
  return made
}

const columns = new WeakMap<ListBlock, readonly (readonly [FactKey, ListColumn])[]>()
