import { factDefinition } from '#utils/domain/fact-catalogue.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { outermost } from './find.ts'
import { findTable, headerOf } from './find-table.ts'
import { labelsOfList } from './known-labels.ts'
import type { Hit } from './label-value.ts'
import { asList } from './labels.ts'
import { columnsOf } from './list-rows.ts'
import type { Cells } from './list-rows.ts'
import { findSeenFirst } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import { columnHits, lookAt, rawOfCell } from './read-part.ts'
import type { ListBlock, ListColumn } from './site-profile.ts'
import { cellUnder } from './table-grid.ts'
import type { HeaderCell, TableRow } from './table-grid.ts'
import type { RawText } from './to-value.ts'

/** A list with more rows is read the quick way. */
const LONG = 60

/** Rows of the table that a list is. */
export function* tableOf(context: ReadContext, list: ListBlock, within: Element): Generator<void, Cells[] | 'ambiguous' | null> {
  const grid = yield* findTable(context, list, within)
  if (grid === null || grid === 'ambiguous') return grid
  const headers = new Map(columnsOf(list).map(([key, column]) => [key, headerOf(column, grid.headers)] as const))
  const rows: Cells[] = []
  for (const row of grid.rows) {
    if (rows.length % 40 === 39) yield
    rows.push(cellsOfRow(context, list, { row, headers, long: grid.rows.length > LONG }))
  }
  return rows
}

interface RowPlace {
  readonly row: TableRow
  readonly headers: ReadonlyMap<FactKey, HeaderCell | null>
  readonly long: boolean
}

function cellsOfRow(context: ReadContext, list: ListBlock, { row, headers, long }: RowPlace): Cells {
  const of = new Map<FactKey, readonly (RawText | null)[]>()
  const at = new Map<FactKey, Element>()
  const detail = row.detail === null ? null : lookAt(row.detail, context.forbidden)
  for (const [key, column] of columnsOf(list)) {
    const header = headers.get(key)
    const cell = header ? cellUnder(header, row) : null
    if (cell) {
      of.set(key, [rawOfCell(cell, { forbidden: context.forbidden, read: column.read, long })])
      at.set(key, cell)
    } else if (!header && detail)
      of.set(key, detailHits(detail.element, columnHits(detail, column, labelsOfList(list)), { column, forbidden: context.forbidden }))
  }
  return { element: row.element, of, at }
}

/** The unfolded part may be the value itself, named by its field, or hold it under a label. */
function detailHits(
  detail: Element,
  hits: readonly Hit[],
  { column, forbidden }: { column: ListColumn; forbidden: ReadonlySet<Element> },
): (RawText | null)[] {
  if (hits.length > 0) return hits.map((hit) => hit.raw)
  const field = detail.getAttribute('data-field')
  const isIt = column.position === 'detail' || (field !== null && asList(column.field).includes(field))
  return isIt ? [rawOfCell(detail, { forbidden })] : []
}

/** Rows of a list that is cards, each with its own labels. */
export function cardsOf(context: ReadContext, list: ListBlock, within: Element): Cells[] | null {
  const cards = outermost(findSeenFirst(context, list.row, within))
  if (cards.length === 0) return null
  return cards.map((card) => {
    const part = lookAt(card, context.forbidden)
    const of = new Map<FactKey, readonly (RawText | null)[]>()
    const at = new Map<FactKey, Element>()
    const all = columnsOf(list).map(([key, column]) => ({ key, hits: columnHits(part, column, labelsOfList(list)) }))
    const texts = all
      .filter(({ key }) => factDefinition(key)?.type === 'richText')
      .flatMap(({ hits }) => hits.map(({ element }) => element))
    for (const { key, hits: found } of all) {
      // What people wrote may look like a label and its value; it is neither.
      const hits = found.filter(({ element }) => !texts.some((text) => text !== element && text.contains(element)))
      of.set(
        key,
        hits.map((hit) => hit.raw),
      )
      if (hits[0]) at.set(key, hits[0].element)
    }
    return { element: card, of, at }
  })
}
