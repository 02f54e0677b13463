import type { NotReadReason } from '#utils/domain/case-view.ts'
import type { FactKey, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { Fact } from '#utils/domain/fact.ts'
import { columnsOf } from './list-rows.ts'
import type { Cells, RowFacts } from './list-rows.ts'
import type { ReadContext } from './read-context.ts'
import type { ListBlock, ListColumn } from './site-profile.ts'
import { sameValue, toValue } from './to-value.ts'
import type { RawText } from './to-value.ts'

/** The values of a row, and why others are missing. */
export function factsOf(context: ReadContext, list: ListBlock, cells: Cells): { facts: RowFacts; missing: Map<string, NotReadReason> } {
  const facts: RowFacts = { ...cells.given }
  const missing = new Map<string, NotReadReason>()
  for (const [key, column] of columnsOf(list)) {
    if (facts[key]) continue
    const fact = factOf(context, { key, column, raws: cells.of.get(key) ?? [] })
    if (typeof fact !== 'string') facts[key] = fact
    else if (!(fact === 'not-found' && column.optional === true))
      missing.set(key, fact === 'not-found' && isLazy(column) ? 'collapsed' : fact)
  }
  return { facts, missing }
}

/** A column without a header of its own in the table stands in the row's unfolded part. */
function isLazy(column: ListColumn): boolean {
  return column.unfold === true
}

interface CellReading {
  readonly key: FactKey
  readonly column: ListColumn
  readonly raws: readonly (RawText | null)[]
}

function factOf(context: ReadContext, { key, column, raws }: CellReading): Fact | NotReadReason {
  const [first] = raws
  if (!first) return 'not-found'
  const values = raws.map((raw) => (raw === null ? null : toValue(key, raw, column, context)))
  if (values.includes(null)) return 'not-found'
  const readable = values.flatMap((value) => (value?.ok ? [value.value] : []))
  const [value] = readable
  if (value === undefined || readable.length < values.length) return whyUnreadable(column, readable.length)
  if (readable.some((other) => !sameValue(other, value))) return 'ambiguous'
  return {
    key,
    value,
    source: { pageKind: context.page.kind, locator: `list:${groupOf(key)}`, asRead: first.text, readAt: context.readAt },
  }
}

/** A tooltip that says nothing of an optional fact has not said it wrongly. */
function whyUnreadable(column: ListColumn, readable: number): NotReadReason {
  return column.optional === true && column.extract !== undefined && readable === 0 ? 'not-found' : 'unreadable'
}

function groupOf(key: FactKey): ListGroup {
  return key.slice(0, key.indexOf('.')) as ListGroup
}
