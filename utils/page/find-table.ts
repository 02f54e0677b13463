import { asList, labelSet, normalLabel } from './labels.ts'
import { isWithin } from './label-value.ts'
import { outermost } from './find.ts'
import { seenOf } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import type { ListBlock, ListColumn } from './site-profile.ts'
import { gridOf, seenChildren } from './table-grid.ts'
import type { HeaderCell, TableGrid } from './table-grid.ts'
import { isSeen } from './seen-element.ts'

const TABLES = 'table,[role="grid"],[role="table"],[role="treegrid"]'

/** The table in a part of the page whose headers are those of the list; `ambiguous` when there are two. */
export function* findTable(context: ReadContext, list: ListBlock, within: Element): Generator<void, TableGrid | 'ambiguous' | null> {
  const inside = [...within.querySelectorAll(TABLES), ...(within.matches(TABLES) ? [within] : [])]
  const tables = inside.filter((table) => isAllowed(context, table))
  const found: TableGrid[] = []
  for (const table of tables) {
    const rows = rowsOf(table)
    const headerRow = rows.find((row) => headsList(row, list))
    if (headerRow) found.push(yield* gridOf(table, headerRow, rows))
  }
  const [only] = found
  if (found.length > 1) return 'ambiguous'
  return only ?? (yield* boxTable(context, list, within))
}

/** Seen, or a leaf of the tree because it is long. */
function isAllowed(context: ReadContext, table: Element): boolean {
  return seenOf(context, table) !== null
}

/** Rows of this table and not of one inside it. */
function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll('tr,[role="row"]')].filter((row) => row.parentElement?.closest(TABLES) === table)
}

function headsList(row: Element, list: ListBlock): boolean {
  const texts = new Set<string>()
  const fields = new Set<string>()
  const cells = seenChildren(row)
  const plain = cells.every((cell) => cell.tagName === 'TD' || cell.getAttribute('role') === 'gridcell')
  for (const cell of cells) {
    texts.add(normalLabel((cell.textContent ?? '').replace(/[▲▼↑↓⇅↕]/gu, ' ')))
    const field = cell.getAttribute('data-field')
    if (field !== null && !plain) fields.add(field)
  }
  const needed = neededColumns(list)
  return needed.length > 0 && needed.every((column) => isAmong(column, texts, fields))
}

export function neededColumns(list: ListBlock): ListColumn[] {
  const keys =
    list.need ??
    Object.keys(list.columns)
      .filter((key) => list.columns[key]?.header !== undefined)
      .slice(0, 2)
  return keys.flatMap((key) => list.columns[key] ?? [])
}

function isAmong(column: ListColumn, texts: ReadonlySet<string>, fields: ReadonlySet<string>): boolean {
  return [...labelSet(column.header)].some((label) => texts.has(label)) || asList(column.field).some((field) => fields.has(field))
}

/** The header of a column in this table; `null` when none or two fit. */
export function headerOf(column: ListColumn, headers: readonly HeaderCell[]): HeaderCell | null {
  const names = labelSet(column.header)
  const byText = headers.filter((header) => names.has(header.text))
  if (byText.length === 1) return byText[0] ?? null
  const fields = asList(column.field)
  const byField = headers.filter((header) => header.field !== null && fields.includes(header.field))
  return byField.length === 1 ? (byField[0] ?? null) : null
}

/** A table made of boxes: the header row is the smallest box that holds all needed header texts, the rows are its likes below. */
function* boxTable(context: ReadContext, list: ListBlock, within: Element): Generator<void, TableGrid | 'ambiguous' | null> {
  const part = seenOf(context, within)
  const needed = neededColumns(list)
  const [first] = needed
  if (!part || !first || needed.length < 2) return null
  const starts = [...labelSet(first.header)]
    .flatMap((label) => context.labels.spots.get(label) ?? [])
    .filter((spot) => isWithin(spot.node, part))
  const rows = outermost([...new Set(starts.map((spot) => headerBox(spot.node.element, list, within)).filter((row) => row !== null))])
  const [headerRow] = rows
  if (rows.length > 1) return 'ambiguous'
  if (!headerRow) return null
  const below = boxesBelow(headerRow, within)
  return below ? yield* gridOf(below.table, headerRow, below.rows) : null
}

function headerBox(label: Element, list: ListBlock, within: Element): Element | null {
  for (let box = label.parentElement; box && within.contains(box); box = box.parentElement) {
    if (box.children.length > 1 && headsList(box, list)) return box
    if (box === within) return null
  }
  return null
}

/** Boxes after the header row, or inside the box after the header row's box, that have as many cells. */
function boxesBelow(headerRow: Element, within: Element): { table: Element; rows: Element[] } | null {
  const count = headerRow.children.length
  let anchor = headerRow
  for (let table = headerRow.parentElement; table && within.contains(table); table = table.parentElement) {
    const siblings = [...table.children].filter((child) => child !== anchor && isSeen(child))
    const rows = siblings.flatMap((sibling) => rowsInside(sibling, count))
    if (rows.length > 0) return { table, rows }
    anchor = table
  }
  return null
}

function rowsInside(box: Element, count: number): Element[] {
  const kids = [...box.children]
  // Boxes of as many boxes are rows, even when they happen to be as many as the columns.
  if (kids.some((kid) => kid.children.length === count) && kids.every((kid) => kid.children.length === count || kid.children.length <= 1))
    return kids
  if (kids.length === count) return [box]
  return kids.filter((kid) => kid.children.length >= count || kid.children.length === 1)
}
