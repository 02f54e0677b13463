import { addDays, addMonths, daysBetween, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { factDefinition, type FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { valueFits } from '#utils/guidance/value-fits.ts'
import { groupOf, type FeelNode, type Relation, type RowsNode } from '#utils/guidance/feel/node.ts'
import type { Cells, DraftCase } from './draft-case.ts'
import { drawDay, drawFilled, type Drawing } from './draw-value.ts'
import { enumOf } from './vocabulary.ts'

/** A case that is being arranged, and the rows that stand for the slots of the expression at hand. */
export interface Arranging {
  readonly drawing: Drawing
  readonly draft: DraftCase
  readonly slots: ReadonlyMap<number, Cells>
}

type Value = Exclude<FactValue, readonly string[]>
type Compare = Extract<FeelNode, { op: 'compare' }>

/**
 * Fills in a case so that a condition comes out as wanted, as far as that can be said simply. It need not always succeed:
 * the cases are judged afterwards like any other.
 */
export function arrange(node: FeelNode, wanted: boolean, to: Arranging): void {
  switch (node.op) {
    case 'named':
      return arrange(node.of, wanted, to)
    case 'not':
      return arrange(node.of, !wanted, to)
    case 'and':
    case 'or':
      return arrangeAll(node, wanted, to)
    case 'compare':
      return arrangeCompare(node, wanted ? node.rel : OPPOSITE[node.rel], to)
    case 'fact':
    case 'field':
      return set(node, wanted, to)
    case 'some':
      if (wanted) arrangeRow(node.list, { slot: node.slot, test: node.test }, to)
      return
    case 'call':
      return arrangeCall(node, wanted, to)
    case 'if':
      return arrangeIf(node, wanted, to)
    default:
  }
}

/** All parts of an "and", one of an "or"; the other way round for what must not hold. */
function arrangeAll({ op, items }: Extract<FeelNode, { op: 'and' | 'or' }>, wanted: boolean, to: Arranging): void {
  const all = (op === 'and') === wanted
  const chosen = to.drawing.random.int(0, items.length - 1)
  items.forEach((item, index) => {
    if (all || index === chosen) arrange(item, wanted, to)
  })
}

function arrangeIf({ test, yes, no }: Extract<FeelNode, { op: 'if' }>, wanted: boolean, to: Arranging): void {
  const first = to.drawing.random.chance(0.5)
  arrange(test, first, to)
  arrange(first ? yes : no, wanted, to)
}

/** "The text contains …", also of a text in lower case. */
function arrangeCall({ args: [of, part] }: Extract<FeelNode, { op: 'call' }>, wanted: boolean, to: Arranging): void {
  const [subject] = of === undefined ? [] : factsIn(of)
  if (!wanted || subject === undefined || part?.op !== 'text') return
  set(subject, factDefinition(subject.key)?.type === 'textList' ? [part.value] : part.value, to)
}

/** A row more in a list, such that it passes the list's filter and the test. */
function arrangeRow(list: RowsNode, also: { readonly slot: number; readonly test: FeelNode } | null, to: Arranging): void {
  const row = to.draft.addRow(groupOf(list))
  const bound = (slot: number): Arranging => ({ ...to, slots: new Map(to.slots).set(slot, row) })
  for (let rows = list; rows.op === 'filter'; rows = rows.list) arrange(rows.where, true, bound(rows.slot))
  if (also) arrange(also.test, true, bound(also.slot))
}

const OPPOSITE: Readonly<Record<Relation, Relation>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' }
const MIRROR: Readonly<Record<Relation, Relation>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function arrangeCompare({ left, right }: Compare, rel: Relation, to: Arranging): void {
  if (isSettable(left)) return meet(left, rel, valueOf(right, to), to)
  if (isSettable(right)) return meet(right, MIRROR[rel], valueOf(left, to), to)
  if (left.op === 'count') return arrangeCount(left.list, rel, valueOf(right, to), to)
  const [inner] = factsIn(left)
  // A day reckoned from a fact: moving the fact moves the day as far.
  if (inner) moveBy(inner, left, { rel, wanted: valueOf(right, to) }, to)
}

function moveBy(fact: Settable, whole: FeelNode, { rel, wanted }: { readonly rel: Relation; readonly wanted: Value }, to: Arranging): void {
  const now = valueOf(whole, to)
  const at = valueOf(fact, to)
  if (!isDay(now) || !isDay(wanted) || !isDay(at)) return
  set(fact, addDays(at, daysBetween(now, dayNear(rel, wanted, to))), to)
}

function arrangeCount(list: RowsNode, rel: Relation, wanted: Value, to: Arranging): void {
  if (typeof wanted !== 'number') return
  const most = Math.min(6, Math.max(0, numberNear(rel, wanted, to)))
  for (let made = 0; made < most; made += 1) arrangeRow(list, null, to)
}

type Settable = Extract<FeelNode, { op: 'fact' | 'field' }>
const isSettable = (node: FeelNode): node is Settable => node.op === 'fact' || node.op === 'field'

/** Sets a fact so that it stands in a relation to a value. */
function meet(subject: Settable, rel: Relation, value: Value, to: Arranging): void {
  if (value === null) return set(subject, rel === '=' ? null : (filled(subject, to) ?? drawFilled(subject.key, to.drawing)), to)
  if (typeof value === 'number') return set(subject, numberNear(rel, value, to), to)
  if (isDay(value)) return set(subject, dayNear(rel, value, to), to)
  set(subject, rel === '=' ? value : another(subject.key, value, to), to)
}

function another(key: FactKey, value: Value, { drawing }: Arranging): FactValue {
  if (typeof value === 'boolean') return !value
  const [first, ...rest] = enumOf(key).filter((one) => one !== value)
  return first === undefined ? 'Andet' : drawing.random.pick([first, ...rest])
}

function numberNear(rel: Relation, value: number, { drawing: { random } }: Arranging): number {
  const off = random.int(1, 5)
  return value + { '=': 0, '!=': off, '<': -off, '<=': -random.int(0, 5), '>': off, '>=': random.int(0, 5) }[rel]
}

function dayNear(rel: Relation, value: CalendarDay, { drawing: { random } }: Arranging): CalendarDay {
  const off = random.int(1, 40)
  return addDays(value, { '=': 0, '!=': off, '<': -off, '<=': -random.int(0, 40), '>': off, '>=': random.int(0, 40) }[rel])
}

/** A value in any of the fields of the case, or `undefined`: nobody has arranged it yet. */
function filled(subject: Settable, to: Arranging): Value | undefined {
  const value = cellsOf(subject, to)?.get(subject.key)
  return Array.isArray(value) ? undefined : ((value as Value | undefined) ?? undefined)
}

function set(subject: Settable, value: FactValue, to: Arranging): void {
  const isTime = isDay(value) && factDefinition(subject.key)?.type === 'dateTime'
  const fitting = isTime ? `${value as string}T10:00` : value
  // What an expression comes to is only guessed at; a case says nothing that a page could not say.
  if (valueFits(subject.key, fitting)) cellsOf(subject, to)?.set(subject.key, fitting)
}

function cellsOf(subject: Settable, { draft, slots }: Arranging): Cells | undefined {
  return subject.op === 'fact' ? draft.singles : slots.get(subject.slot)
}

function factsIn(node: FeelNode): readonly Settable[] {
  if (isSettable(node)) return [node]
  if (node.op === 'named') return factsIn(node.of)
  if (node.op === 'shift') return factsIn(node.day)
  return node.op === 'call' && node.args[0] ? factsIn(node.args[0]) : []
}

function isDay(value: unknown): value is CalendarDay {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** About what a side of a comparison comes to, with facts that nobody has arranged yet drawn and kept. */
// oxlint-disable-next-line complexity -- one case an operation
function valueOf(node: FeelNode, to: Arranging): Value {
  switch (node.op) {
    case 'named':
      return valueOf(node.of, to)
    case 'number':
    case 'text':
    case 'boolean':
      return node.value
    case 'day':
      return node.value
    case 'today':
      return to.drawing.today
    case 'fact':
    case 'field':
      return drawn(node, to)
    case 'shift':
      return shifted(node, to)
    case 'call':
      return called(node, to)
    case 'if':
      return valueOf(node.no, to)
    default:
      return null
  }
}

function drawn(subject: Settable, to: Arranging): Value {
  const known = filled(subject, to)
  if (known !== undefined) return typeof known === 'string' ? known.slice(0, known.includes('T10:00') ? 10 : undefined) : known
  const isDate = factDefinition(subject.key)?.type.startsWith('date') ?? false
  const value = isDate ? drawDay(to.drawing) : drawFilled(subject.key, to.drawing)
  set(subject, value, to)
  return Array.isArray(value) ? null : (value as Value)
}

function shifted({ day, by, sign }: Extract<FeelNode, { op: 'shift' }>, to: Arranging): Value {
  const from = valueOf(day, to)
  if (!isDay(from) || (by.op !== 'days' && by.op !== 'months')) return null
  const count = sign === '-' ? -by.value : by.value
  return by.op === 'days' ? addDays(from, count) : addMonths(from, count)
}

const MOVES: Readonly<Record<string, (from: CalendarDay, count: number) => CalendarDay>> = {
  addDays,
  addMonths,
  addWeeks: (from, count) => addDays(from, 7 * count),
  addWorkingDays: (from, count) => addDays(from, Math.round(1.4 * count)),
  wholeMonthsAfter: (from, count) => addMonths(from, count),
}

function called({ name, args: [first, second] }: Extract<FeelNode, { op: 'call' }>, to: Arranging): Value {
  const from = first === undefined ? null : valueOf(first, to)
  const count = second === undefined ? 0 : valueOf(second, to)
  if (name === 'daysBetween') return isDay(from) && isDay(count) ? daysBetween(from, count) : null
  const move = Object.hasOwn(MOVES, name) ? MOVES[name] : undefined
  return move && isDay(from) && typeof count === 'number' ? move(from, count) : from
}
