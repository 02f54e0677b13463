import type { FactList, FactRow, NotReadReason } from '#utils/domain/case-view.ts'
import { asId } from '#utils/domain/ids.ts'
import { coverageOf, showsNoRows } from './coverage.ts'
import { hashText } from './hash-text.ts'
import type { Cells, RowFacts } from './list-rows.ts'
import type { ReadContext } from './read-context.ts'
import { matrixOf } from './read-matrix.ts'
import { rowPlace } from './reading-places.ts'
import { cardsOf, tableOf } from './row-cells.ts'
import { factsOf } from './row-facts.ts'
import type { ListBlock } from './site-profile.ts'

export interface ListReading {
  readonly list: FactList | null
  /** Why the list, or keys of it, were not read. */
  readonly notRead: readonly { readonly part: string; readonly why: NotReadReason }[]
}

/** Reads the rows of a list that stand on the page, and how much of the list they are. */
export function* readList(context: ReadContext, list: ListBlock, within: Element): Generator<void, ListReading> {
  const rows = yield* rowsOf(context, list, within)
  if (rows === 'ambiguous') return { list: null, notRead: [{ part: list.group, why: 'ambiguous' }] }
  if (rows === null || (rows.length === 0 && showsNoRows(context, list, within))) return emptyOrMissing(context, list, within)
  return yield* finish(context, list, { within, rows })
}

function* rowsOf(context: ReadContext, list: ListBlock, within: Element): Generator<void, readonly Cells[] | 'ambiguous' | null> {
  if (list.shape === 'cards') return cardsOf(context, list, within)
  return list.shape === 'matrix' ? matrixOf(context, list, within) : yield* tableOf(context, list, within)
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
  const coverage = coverageOf(context, list, {
    within: found.within,
    read: rows.length,
    empty: false,
    table: found.rows[0]?.element ?? null,
  })
  return { list: { rows, coverage }, notRead: [...faults].map(([part, why]) => ({ part, why })) }
}

function notePlaces({ places }: ReadContext, { group }: ListBlock, { key, cells }: { key: string; cells: Cells }): void {
  places.noteRow(rowPlace(group, key), cells.element, cells.at)
}

function keyOf(block: ListBlock, element: Element, facts: RowFacts): string {
  const named = block.rowKey === undefined ? null : element.getAttribute(block.rowKey.attribute)
  return (
    named ??
    hashText(
      Object.entries(facts)
        .map(([key, fact]) => `${key}=${String(fact.value)}`)
        .join('\n'),
    )
  )
}

function uniqueKey(seen: Map<string, number>, key: string): string {
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return count === 1 ? key : `${key}~${count}`
}
