import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { normalLabel } from './labels.ts'
import { rawOfCell } from './read-part.ts'
import type { ReadContext } from './read-context.ts'
import { columnsOf } from './list-rows.ts'
import type { Cells } from './list-rows.ts'
import type { ListBlock } from './site-profile.ts'
import { seenChildren } from './table-grid.ts'
import type { RawText } from './to-value.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const TABLES = 'table,[role="grid"],[role="table"]'
const MONTH_KEY: FactKey = 'benefit.month'

/** A calendar of year by month: each cell that says something is a row of the list. `null` when there is none. */
export function matrixOf(context: ReadContext, list: ListBlock, within: Element): Cells[] | 'ambiguous' | null {
  const tables = [...within.querySelectorAll(TABLES), ...(within.matches(TABLES) ? [within] : [])].filter((table) =>
    context.seen.byElement.has(table),
  )
  const inTables = tables.flatMap((table) => rowsOfTable(context, list, table))
  const rows = inTables.length > 0 ? inTables : rowsOfLikes(context, list, within)
  const months = rows.map((row) => row.given?.[MONTH_KEY]?.value)
  if (new Set(months).size !== months.length) return 'ambiguous'
  return rows.length === 0 ? null : rows
}

function rowsOfTable(context: ReadContext, list: ListBlock, table: Element): Cells[] {
  const caption = YEAR.exec(table.querySelector('caption')?.textContent ?? '')?.[0] ?? null
  return rowsOfBoxes(context, list, { boxes: [...table.querySelectorAll('tr,[role="row"]')], caption })
}

const YEAR = /\b(?:19|20)\d{2}\b/u

function rowsOfBoxes(
  context: ReadContext,
  list: ListBlock,
  { boxes, caption }: { boxes: readonly Element[]; caption: string | null },
): Cells[] {
  const rows = boxes.map((row) => seenChildren(row))
  const head = rows.find((cells) => cells.filter((cell) => monthOf(cell) !== null).length >= MANY)
  if (!head) return []
  return rows
    .filter((cells) => cells !== head && cells.length === head.length)
    .flatMap((cells) => {
      const year = cells.map((cell) => /^(?:19|20)\d{2}$/u.exec((cell.textContent ?? '').trim())?.[0]).find(Boolean) ?? caption
      return year ? cells.flatMap((cell, at) => monthRow(context, list, { cell, month: monthOf(head[at]), year })) : []
    })
}

/** Month names that make a header. */
const MANY = 6

/** Boxes that only look like a table: a box of many month names, and boxes of as many cells. */
function rowsOfLikes(context: ReadContext, list: ListBlock, within: Element): Cells[] {
  const first = MONTHS.flatMap((name) => context.labels.spots.get(name) ?? []).find(({ node }) => within.contains(node.element))
  let head = first?.node.element.parentElement ?? null
  while (head && head !== within && seenChildren(head).length < MANY) head = head.parentElement
  if (!head || head === within) return []
  const count = head.childElementCount
  const boxes = [...within.querySelectorAll('*')].filter((box) => box.childElementCount === count && context.seen.byElement.has(box))
  return rowsOfBoxes(context, list, { boxes, caption: null })
}

function monthOf(cell: Element | undefined): number | null {
  const name = normalLabel(cell?.textContent ?? '').slice(0, 3)
  const month = MONTHS.indexOf(name)
  return month < 0 ? null : month + 1
}

interface MonthCell {
  readonly cell: Element
  readonly month: number | null
  readonly year: string
}

function monthRow(context: ReadContext, list: ListBlock, { cell, month, year }: MonthCell): Cells[] {
  const shown = rawOfCell(cell, context)
  if (month === null || !shown || (shown.text.trim() === '' && shown.unclear !== true)) return []
  const of = new Map<FactKey, readonly (RawText | null)[]>()
  for (const [key, column] of columnsOf(list))
    if (key !== MONTH_KEY) of.set(key, [rawOfCell(cell, { forbidden: context.forbidden, read: column.read })])
  const value = `${year}-${String(month).padStart(2, '0')}`
  const source = { pageKind: context.page.kind, locator: 'list:matrix', asRead: value, readAt: context.readAt }
  return [{ element: cell, of, given: { [MONTH_KEY]: { key: MONTH_KEY, value, source } } }]
}
