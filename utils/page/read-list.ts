import type { FactKey, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactList, FactRow, NotReadReason } from '#utils/domain/case-view.ts'
import type { Fact } from '#utils/domain/fact.ts'
import { asId } from '#utils/domain/ids.ts'
import { columnsOf } from './list-rows.ts'
import type { Cells, RowFacts } from './list-rows.ts'
import { matrixOf } from './read-matrix.ts'
import { coverageOf, showsNoRows } from './coverage.ts'
import { findTable, headerOf } from './find-table.ts'
import { asList } from './labels.ts'
import { hashText } from './hash-text.ts'
import { outermost } from './find.ts'
import { findSeenFirst } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import { columnHits, lookAt, rawOfCell } from './read-part.ts'
import type { Hit } from './label-value.ts'
import type { ListBlock, ListColumn } from './site-profile.ts'
import { cellUnder } from './table-grid.ts'
import type { HeaderCell, TableGrid, TableRow } from './table-grid.ts'
import { factPlace, rowPlace } from './reading-places.ts'
import { sameValue, toValue } from './to-value.ts'
import type { RawText } from './to-value.ts'

export interface ListReading {
  readonly list: FactList | null
  /** Why the list, or keys of it, were not read. */
  readonly notRead: readonly { readonly part: string; readonly why: NotReadReason }[]
}

/** Reads the rows of a list that stand on the page, and how much of the list they are. */
export function* readList(context: ReadContext, list: ListBlock, within: Element): Generator<void, ListReading> {
  const rows = list.shape === 'cards' ? cardsOf(context, list, within) : list.shape === 'matrix' ? matrixOf(context, list, within) : yield* tableOf(context, list, within)
  if (rows === 'ambiguous') return { list: null, notRead: [{ part: list.group, why: 'ambiguous' }] }
  if (rows === null || (rows.length === 0 && showsNoRows(context, list, within))) return emptyOrMissing(context, list, within)
  return yield* finish(context, list, { within, rows })
}

function emptyOrMissing(context: ReadContext, list: ListBlock, within: Element): ListReading {
  if (showsNoRows(context, list, within)) {
    const coverage = coverageOf(context, list, { within, read: 0, empty: true, table: null })
    return { list: { rows: [], coverage }, notRead: [] }
  }
  return { list: null, notRead: list.optional ? [] : [{ part: list.group, why: 'not-found' }] }
}

function* finish(context: ReadContext, list: ListBlock, found: { within: Element; rows: readonly Cells[] }): Generator<void, ListReading> {
  const rows: FactRow[] = []
  const faults = new Map<string, NotReadReason>()
  const keys = new Map<string, number>()
  for (const cells of found.rows) {
    if (rows.length % 40 === 39) yield
    const { facts, missing } = factsOf(context, list, cells)
    // A box in which no column was found is no row of this list.
    if (Object.keys(facts).length === 0) continue
    for (const [part, why] of missing) faults.set(part, why)
    const key = uniqueKey(keys, keyOf(list, cells.element, facts))
    notePlaces(context, list, { key, cells })
    rows.push({ key: asId(key), facts })
  }
  if (rows.length === 0) return emptyOrMissing(context, list, found.within)
  const coverage = coverageOf(context, list, { within: found.within, read: rows.length, empty: false, table: found.rows[0]?.element ?? null })
  return { list: { rows, coverage }, notRead: [...faults].map(([part, why]) => ({ part, why })) }
}

function notePlaces({ places }: ReadContext, { group }: ListBlock, { key, cells }: { key: string; cells: Cells }): void {
  places.note(rowPlace(group, key), cells.element)
  for (const [fact, element] of cells.at ?? []) places.note(factPlace(fact, key), element)
}

function* tableOf(context: ReadContext, list: ListBlock, within: Element): Generator<void, Cells[] | 'ambiguous' | null> {
  const grid = yield* findTable(context, list, within)
  if (grid === null || grid === 'ambiguous') return grid
  const headers = new Map(columnsOf(list).map(([key, column]) => [key, headerOf(column, grid.headers)] as const))
  const rows: Cells[] = []
  for (const row of grid.rows) {
    if (rows.length % 40 === 39) yield
    rows.push({ element: row.element, of: cellsOfRow(context, list, { row, grid, headers }), at: cellElements({ row, grid, headers }) })
  }
  return rows
}

interface RowPlace {
  readonly row: TableRow
  readonly grid: TableGrid
  readonly headers: ReadonlyMap<FactKey, HeaderCell | null>
}

function cellsOfRow(context: ReadContext, list: ListBlock, { row, grid, headers }: RowPlace): Map<FactKey, readonly (RawText | null)[]> {
  const cells = new Map<FactKey, readonly (RawText | null)[]>()
  const detail = row.detail === null ? null : lookAt(row.detail, context.forbidden)
  for (const [key, column] of columnsOf(list)) {
    const header = headers.get(key)
    const cell = header ? cellUnder(header, row, grid.headers.length) : null
    if (cell) cells.set(key, [rawOfCell(cell, context.forbidden, column.read)])
    else if (!header && detail) cells.set(key, detailHits(detail.element, columnHits(detail, column, context.known), { column, forbidden: context.forbidden }))
    else cells.set(key, [])
  }
  return cells
}

function cellElements({ row, grid, headers }: RowPlace): Map<FactKey, Element> {
  const at = new Map<FactKey, Element>()
  for (const [key, header] of headers) {
    const cell = header ? cellUnder(header, row, grid.headers.length) : null
    if (cell) at.set(key, cell)
  }
  return at
}

/** The unfolded part may be the value itself, named by its field, or hold it under a label. */
function detailHits(detail: Element, hits: readonly Hit[], { column, forbidden }: { column: ListColumn; forbidden: ReadonlySet<Element> }): (RawText | null)[] {
  if (hits.length > 0) return hits.map((hit) => hit.raw)
  const field = detail.getAttribute('data-field')
  const isIt = column.position === 'detail' || (field !== null && asList(column.field).includes(field))
  return isIt ? [rawOfCell(detail, forbidden)] : []
}

function cardsOf(context: ReadContext, list: ListBlock, within: Element): Cells[] | null {
  const cards = outermost(findSeenFirst(context, list.row, within))
  if (cards.length === 0) return null
  return cards.map((card) => {
    const part = lookAt(card, context.forbidden)
    const of = new Map<FactKey, readonly (RawText | null)[]>()
    const at = new Map<FactKey, Element>()
    for (const [key, column] of columnsOf(list)) {
      const hits = columnHits(part, column, context.known)
      of.set(key, hits.map((hit) => hit.raw))
      if (hits[0]) at.set(key, hits[0].element)
    }
    return { element: card, of, at }
  })
}

function factsOf(context: ReadContext, list: ListBlock, cells: Cells): { facts: RowFacts; missing: Map<string, NotReadReason> } {
  const facts: RowFacts = { ...cells.given }
  const missing = new Map<string, NotReadReason>()
  for (const [key, column] of columnsOf(list)) {
    if (facts[key]) continue
    const fact = factOf(context, { key, column, raws: cells.of.get(key) ?? [] })
    if (typeof fact !== 'string') facts[key] = fact
    else if (!(fact === 'not-found' && column.optional === true)) missing.set(key, fact === 'not-found' && isLazy(column) ? 'collapsed' : fact)
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
  if (!first || raws.some((raw) => raw === null)) return 'not-found'
  const values = raws.map((raw) => toValue(key, raw ?? { text: '' }, column, context))
  const [value] = values
  // A tooltip that says nothing of an optional fact has not said it wrongly.
  if (column.optional === true && column.extract !== undefined && values.every((other) => !other.ok)) return 'not-found'
  if (!value || values.some((other) => !other.ok)) return 'unreadable'
  if (!value.ok) return 'unreadable'
  if (values.some((other) => other.ok && !sameValue(other.value, value.value))) return 'ambiguous'
  return { key, value: value.value, source: { pageKind: context.page.kind, locator: `list:${list(key)}`, asRead: first.text, readAt: context.readAt } }
}

function list(key: FactKey): ListGroup {
  return key.slice(0, key.indexOf('.')) as ListGroup
}

function keyOf(block: ListBlock, element: Element, facts: RowFacts): string {
  const named = block.rowKey === undefined ? null : element.getAttribute(block.rowKey.attribute)
  return named ?? hashText(Object.entries(facts).map(([key, fact]) => `${key}=${String(fact.value)}`).join('\n'))
}

function uniqueKey(seen: Map<string, number>, key: string): string {
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return count === 1 ? key : `${key}~${count}`
}
