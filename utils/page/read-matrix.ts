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
  const tables = [...within.querySelectorAll(TABLES), ...(within.matches(TABLES) ? [within] : [])].filter((table) => context.seen.byElement.has(table))
  const rows = tables.flatMap((table) => rowsOfTable(context, list, table))
  const months = rows.map((row) => row.given?.[MONTH_KEY]?.value)
  if (new Set(months).size !== months.length) return 'ambiguous'
  return rows.length === 0 ? null : rows
}

function rowsOfTable(context: ReadContext, list: ListBlock, table: Element): Cells[] {
  const boxes = [...table.querySelectorAll('tr,[role="row"]')].map((row) => seenChildren(row))
  const head = boxes.find((cells) => cells.filter((cell) => monthOf(cell) !== null).length >= 6)
  if (!head) return []
  const caption = /\b(19|20)\d{2}\b/u.exec(table.querySelector('caption')?.textContent ?? '')?.[0] ?? null
  return boxes.filter((cells) => cells !== head && cells.length === head.length).flatMap((cells) => {
    const year = cells.map((cell) => /^(?:19|20)\d{2}$/u.exec((cell.textContent ?? '').trim())?.[0]).find(Boolean) ?? caption
    return year ? cells.flatMap((cell, at) => monthRow(context, list, { cell, month: monthOf(head[at]), year })) : []
  })
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
  const shown = rawOfCell(cell, context.forbidden)
  if (month === null || !shown || (shown.text.trim() === '' && shown.unclear !== true)) return []
  const of = new Map<FactKey, readonly (RawText | null)[]>()
  for (const [key, column] of columnsOf(list)) if (key !== MONTH_KEY) of.set(key, [rawOfCell(cell, context.forbidden, column.read)])
  const value = `${year}-${String(month).padStart(2, '0')}`
  const source = { pageKind: context.page.kind, locator: 'list:matrix', asRead: value, readAt: context.readAt }
  return [{ element: cell, of, given: { [MONTH_KEY]: { key: MONTH_KEY, value, source } } }]
}
