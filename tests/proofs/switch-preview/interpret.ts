import { FEEL_FUNCTIONS } from '#utils/guidance/feel/functions.ts'
import { STATUTORY_CALENDAR } from '#utils/guidance/calendar/work-calendar.ts'
import type { FeelNode, RowsNode } from '#utils/guidance/feel/node.ts'

// A plain walk over a rule's tree, for cases in which everything is read: no closures, no unread values, nothing of the
// product's judging. Only functions that it does not know are taken from the product.

export type Value = string | number | boolean | null | readonly string[]
export type Row = Readonly<Record<string, Value>>

export interface World {
  readonly facts: Row
  readonly lists: Readonly<Record<string, readonly Row[]>>
  readonly today: string
  readonly slots: Readonly<Record<number, Row>>
}

const MS = 86_400_000
const isDay = (value: Value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
/** A time counts as its day. */
const asRead = (value: Value | undefined): Value => (isDay(value ?? null) ? String(value).slice(0, 10) : (value ?? null))

export function walk(node: FeelNode, world: World): Value {
  const of = (inner: FeelNode) => walk(inner, world)
  switch (node.op) {
    case 'null':
      return null
    case 'today':
      return world.today
    case 'fact':
      return asRead(world.facts[node.key])
    case 'field':
      return asRead(world.slots[node.slot]?.[node.key])
    case 'named':
      return of(node.of)
    case 'and':
      return logic(node.items.map(of), false)
    case 'or':
      return logic(node.items.map(of), true)
    case 'not': {
      const value = of(node.of)
      return typeof value === 'boolean' ? !value : value
    }
    case 'compare':
      return compared(node.rel, of(node.left), of(node.right))
    case 'if':
      return of(node.test) === true ? of(node.yes) : of(node.no)
    case 'some':
      return rowsOf(node.list, world).some((row) => walk(node.test, withRow(world, node.slot, row)) === true)
    case 'every':
      return rowsOf(node.list, world).every((row) => walk(node.test, withRow(world, node.slot, row)) === true)
    case 'count':
      return rowsOf(node.list, world).length
    case 'min':
    case 'max':
    case 'sum':
      return over(
        node.op,
        rowsOf(node.list, world).map((row) => asRead(row[node.key])),
      )
    case 'call':
      return called(node.name, node.args.map(of))
    case 'arithmetic':
      return reckoned(node.sign, of(node.left), of(node.right))
    case 'shift':
      return shifted(of(node.day), of(node.by), { months: kindOf(node.by) === 'months', sign: node.sign === '-' ? -1 : 1 })
    case 'between-days':
      return daysFrom(of(node.earlier), of(node.later))
    default:
      return node.value
  }
}

export const withRow = (world: World, slot: number, row: Row): World => ({ ...world, slots: { ...world.slots, [slot]: row } })

function logic(values: readonly Value[], decisive: boolean): Value {
  if (values.includes(decisive)) return decisive
  return values.includes(null) ? null : !decisive
}

function compared(rel: string, left: Value, right: Value): Value {
  if (rel === '=') return left === right
  if (rel === '!=') return left !== right
  if (left === null || right === null) return null
  const order = left < right ? -1 : left > right ? 1 : 0
  return rel.startsWith('<') ? order < 0 || (rel === '<=' && order === 0) : order > 0 || (rel === '>=' && order === 0)
}

function rowsOf(node: RowsNode, world: World): readonly Row[] {
  if (node.op === 'rows') return world.lists[node.group] ?? []
  return rowsOf(node.list, world).filter((row) => walk(node.where, withRow(world, node.slot, row)) === true)
}

function over(op: 'min' | 'max' | 'sum', values: readonly Value[]): Value {
  if (values.length === 0 || values.includes(null)) return null
  if (op === 'sum') return values.reduce<number>((sum, value) => sum + Number(value), 0)
  const sorted = values.toSorted((a, b) => (a === b ? 0 : String(a) < String(b) ? -1 : 1))
  const numbers = values.every((value) => typeof value === 'number') ? values.map(Number).toSorted((a, b) => a - b) : sorted
  return numbers[op === 'min' ? 0 : numbers.length - 1] ?? null
}

function reckoned(sign: string, left: Value, right: Value): Value {
  if (typeof left !== 'number' || typeof right !== 'number') return null
  if (sign === '/') return right === 0 ? null : left / right
  return { '+': left + right, '-': left - right, '*': left * right }[sign] ?? null
}

const number = (day: Value) => Date.parse(`${String(day)}T00:00:00Z`) / MS
const text = (count: number) => new Date(count * MS).toISOString().slice(0, 10)

function daysFrom(earlier: Value, later: Value): Value {
  return earlier === null || later === null ? null : number(later) - number(earlier)
}

function kindOf(node: FeelNode): FeelNode['op'] {
  if (node.op === 'named') return kindOf(node.of)
  return node.op === 'if' ? kindOf(node.yes.op === 'null' ? node.no : node.yes) : node.op
}

function shifted(day: Value, by: Value, { months, sign }: { readonly months: boolean; readonly sign: 1 | -1 }): Value {
  if (day === null || typeof by !== 'number') return null
  return months ? monthsOn(day, sign * by) : text(number(day) + sign * by)
}

/** The same day so many months on, or that month's last when it has none such. */
function monthsOn(day: Value, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = String(day).split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(dayOfMonth, last))).toISOString().slice(0, 10)
}

const KNOWN: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  contains: ([whole, part]) => String(whole).includes(String(part)),
  'starts with': ([whole, part]) => String(whole).startsWith(String(part)),
  'lower case': ([whole]) => String(whole).toLowerCase(),
  'list contains': ([list, one]) => (list as readonly string[]).includes(String(one)),
  addDays: ([day, count]) => text(number(day ?? null) + Number(count)),
  addWeeks: ([day, count]) => text(number(day ?? null) + 7 * Number(count)),
  addMonths: ([day, count]) => monthsOn(day ?? null, Number(count)),
  daysBetween: ([from, to]) => number(to ?? null) - number(from ?? null),
  min: (args) => over('min', args),
  max: (args) => over('max', args),
}

function called(name: string, args: readonly Value[]): Value {
  if (args.includes(null)) return null
  const own = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined
  return own ? own(args) : (FEEL_FUNCTIONS[name]?.run(args, STATUTORY_CALENDAR) ?? null)
}
