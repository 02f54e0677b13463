import type { Coverage } from '#utils/domain/case-view.ts'
import { cleanText, labelSet, normalLabel } from './labels.ts'
import { evaluate } from './locate-values.ts'
import { findSeen, findSeenFirst, seenOf } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import { compilePattern } from './safe-pattern.ts'
import { visibleText } from './seen-text.ts'
import type { ListBlock } from './site-profile.ts'

export interface ListCount {
  readonly within: Element
  readonly read: number
  /** The page says that there are no rows. */
  readonly empty: boolean
  readonly table: Element | null
}

/** How much of a list was read. Complete only when nothing can be missing: that is what a rule may count. */
export function coverageOf(context: ReadContext, list: ListBlock, count: ListCount): Coverage {
  const filters = filtersInForce(context, list, count.within)
  const total = count.empty && filters.length === 0 ? 0 : totalOf(context, list, count)
  const known = total !== null ? total === count.read : list.paging.kind === 'none'
  return {
    read: count.read,
    total,
    complete: known && list.part !== true && filters.length === 0 && !hasNext(context, list, count.within),
    filters,
  }
}

/** The page's own words that the list is empty. */
export function showsNoRows(context: ReadContext, list: ListBlock, within: Element): boolean {
  if (list.noRows === undefined) return false
  const names = labelSet(list.noRows)
  const part = seenOf(context, within)
  if (!part) return false
  for (const name of names) {
    for (const spot of context.labels.spots.get(name) ?? []) if (within.contains(spot.node.element)) return true
  }
  return false
}

function totalOf(context: ReadContext, list: ListBlock, count: ListCount): number | null {
  const { total } = list
  if (!total) return null
  const places = total.from === undefined ? tablesOf(count) : findSeenFirst(context, total.from, count.within)
  for (const place of places) {
    const text = total.attribute === undefined ? textOf(context, place) : place.getAttribute(total.attribute)
    const number = text === null ? null : numberIn(text, total.pattern)
    if (number !== null) return number - (total.less ?? 0)
  }
  return null
}

function tablesOf({ table, within }: ListCount): Element[] {
  const around = table?.closest('[aria-rowcount],table,[role="grid"],[role="table"]')
  return around ? [around] : [within]
}

function textOf(context: ReadContext, place: Element): string | null {
  const node = seenOf(context, place)
  return node ? cleanText(visibleText(node)) : null
}

function numberIn(text: string, pattern: string | undefined): number | null {
  const match = compilePattern(pattern ?? '[0-9]{1,7}').exec(text.slice(0, 5000))
  const digits = (match?.[1] ?? match?.[0] ?? '').replace(/[. ]/gu, '')
  return /^\d{1,7}$/u.test(digits) ? Number(digits) : null
}

/** A "next" button that can be pressed means that there is more. */
function hasNext(context: ReadContext, list: ListBlock, within: Element): boolean {
  const { next } = list.paging
  return next !== undefined && findSeen(context, next, within).some((button) => !isOff(button))
}

function isOff(button: Element): boolean {
  return button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true' || button.classList.contains('disabled')
}

/** Filters whose value hides rows, as shown. A filter that should be there and cannot be read counts as in force. */
function filtersInForce(context: ReadContext, list: ListBlock, within: Element): string[] {
  return (list.filters ?? []).flatMap((filter) => {
    const hits = evaluate(context, { by: 'label', text: filter.label }, { within })
    const open = labelSet(filter.open)
    if (hits.length === 0) return filter.optional === true ? [] : [`${filter.name}: ?`]
    return hits
      .map((hit) => cleanText(hit.raw.text))
      .filter((value) => value !== '' && !open.has(normalLabel(value)))
      .map((value) => `${filter.name}: ${value}`)
  })
}
