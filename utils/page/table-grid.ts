import { nameFromContent } from './aria.ts'
import { isSeen } from './seen-element.ts'
import { composedChildren } from './seen-tree.ts'
import { normalLabel } from './labels.ts'

/** A table as rows of cells, whatever it is built of: `table`, ARIA grid, or boxes that only look like one. */
export interface TableGrid {
  readonly element: Element
  readonly headers: readonly HeaderCell[]
  readonly rows: readonly TableRow[]
}

export interface HeaderCell {
  readonly text: string
  readonly field: string | null
  readonly colIndex: string | null
  readonly at: number
}

export interface TableRow {
  readonly element: Element
  readonly cells: readonly Element[]
  /** A part below the row that spans the table: the row unfolded. */
  readonly detail: Element | null
  /** As many cells as headers, none wider: a cell's place says its header. */
  readonly isWhole: boolean
}

const CELLS = new Set(['TD', 'TH'])
const CELL_ROLES = new Set(['gridcell', 'cell', 'columnheader', 'rowheader'])

/** Visible element children, as rendered. */
export function seenChildren(element: Element): Element[] {
  const children: Element[] = []
  for (const child of composedChildren(element)) if (child.nodeType === 1 && isSeen(child as Element)) children.push(child as Element)
  return children
}

/** Reads the table that a header row heads. `rowsBelow` are the boxes that may be rows of it, in order. */
export function* gridOf(element: Element, headerRow: Element, rowsBelow: readonly Element[]): Generator<void, TableGrid> {
  const headers = cellsOf(headerRow).map((cell, at) => headerCell(cell, at))
  const isWhole = headers.length === headerRow.childElementCount
  const rows: TableRow[] = []
  let read = 0
  for (const row of rowsBelow) {
    read += 1
    if (read % 40 === 0) yield
    if (row !== headerRow && isSeen(row)) addRow(rows, row, { headers, isWhole })
  }
  return { element, headers, rows }
}

function addRow(rows: TableRow[], row: Element, { headers, isWhole }: { headers: readonly HeaderCell[]; isWhole: boolean }): void {
  // A row of as many boxes as headers is its cells; whether each is seen is asked when it is read.
  const cells = isWhole && row.childElementCount === headers.length && !row.shadowRoot ? [...row.children] : cellsOf(row)
  if (!isDetail(cells, headers)) {
    if (!isHeaderRow(cells)) rows.push(splitDetail(row, cells, headers))
    return
  }
  const last = rows.at(-1)
  if (last && last.detail === null) rows[rows.length - 1] = { ...last, detail: cells[0] ?? null }
}

function cellsOf(row: Element): Element[] {
  return unwrapped(row).filter((cell) => cell.tagName !== 'SCRIPT' && cell.tagName !== 'TEMPLATE')
}

/** Cells may stand in a box of their own inside the row. */
function unwrapped(row: Element): Element[] {
  const children = seenChildren(row)
  const [only] = children
  if (children.length === 1 && only && !isCell(only) && only.children.length > 1) return unwrapped(only)
  return children
}

function isCell(element: Element): boolean {
  return CELLS.has(element.tagName) || CELL_ROLES.has(element.getAttribute('role') ?? '')
}

function headerCell(cell: Element, at: number): HeaderCell {
  const text = normalLabel(nameFromContent(cell).replace(/[▲▼↑↓⇅↕]/gu, ' ')) || normalLabel(cell.getAttribute('aria-label') ?? '')
  return { text, field: cell.getAttribute('data-field'), colIndex: cell.getAttribute('aria-colindex'), at }
}

/** One cell across the table is no row: an unfolded part, or "Ingen rækker". */
function isDetail(cells: readonly Element[], headers: readonly HeaderCell[]): boolean {
  return cells.length === 1 && headers.length > 1
}

function isHeaderRow(cells: readonly Element[]): boolean {
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader')
}

/** A row may carry its unfolded part as one more cell, named or spanning. */
function splitDetail(row: Element, cells: readonly Element[], headers: readonly HeaderCell[]): TableRow {
  const last = cells.at(-1)
  const spans =
    last !== undefined &&
    cells.length === headers.length + 1 &&
    (last.hasAttribute('aria-colspan') || last.hasAttribute('colspan') || isUnheaded(last, headers))
  const own = spans ? cells.slice(0, -1) : cells
  return { element: row, cells: own, detail: spans ? last : null, isWhole: own.length === headers.length && !own.some(spansMore) }
}

function isUnheaded(cell: Element, headers: readonly HeaderCell[]): boolean {
  const field = cell.getAttribute('data-field')
  return field !== null && headers.every((header) => header.field !== field)
}

/** Which cell of a row stands under a header: by its field, its column number, or its place when the row is whole. */
export function cellUnder(header: HeaderCell, row: TableRow): Element | null {
  const placed = row.isWhole ? (row.cells[header.at] ?? null) : null
  if (placed && agrees(placed, 'data-field', header.field) && agrees(placed, 'aria-colindex', header.colIndex)) return placed
  return marked(row, 'data-field', header.field) ?? marked(row, 'aria-colindex', header.colIndex)
}

/** The cell and its header bear the same mark, or one of them none. */
function agrees(cell: Element, attribute: string, mark: string | null): boolean {
  return mark === null || (cell.getAttribute(attribute) ?? mark) === mark
}

/** The one cell with the header's mark. */
function marked(row: TableRow, attribute: string, mark: string | null): Element | null {
  const found = mark === null ? [] : row.cells.filter((cell) => cell.getAttribute(attribute) === mark)
  return found.length === 1 ? (found[0] ?? null) : null
}

function spansMore(cell: Element): boolean {
  return Number(cell.getAttribute('colspan') ?? '1') > 1
}
