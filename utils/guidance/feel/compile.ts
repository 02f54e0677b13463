import { addDays, addMonths, daysBetween, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { compareFor } from './compare.ts'
import { compileAggregate, compileCount, compileQuantifier } from './compile-rows.ts'
import { FEEL_FUNCTIONS, moveDay } from './functions.ts'
import type { Arithmetic, FeelNode, FeelType } from './node.ts'
import type { Layout, Scope } from './scope.ts'
import { Unread, unreadTogether, withoutBounds, type FeelValue, type Result } from './value.ts'

/** An expression ready to run. */
export type Compiled = (scope: Scope) => Result

type NodeOf<Op extends FeelNode['op']> = Extract<FeelNode, { op: Op }>

/** Turns a typed tree into closures. The tree must have passed `checkTree`: nothing is checked again while it runs. */
// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
export function compile(node: FeelNode, layout: Layout): Compiled {
  switch (node.op) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'day':
    case 'days':
    case 'months':
      return constant(node.value)
    case 'null':
      return constant(null)
    case 'today':
      return (scope) => scope.today
    case 'fact':
      return compileFact(node, layout)
    case 'field':
      return compileField(node, layout)
    case 'named':
      return compile(node.of, layout)
    default:
      return compileOperation(node, layout)
  }
}

type Operation = Exclude<
  FeelNode,
  NodeOf<'number' | 'text' | 'boolean' | 'null' | 'day' | 'days' | 'months' | 'today' | 'fact' | 'field' | 'named'>
>

// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
function compileOperation(node: Operation, layout: Layout): Compiled {
  switch (node.op) {
    case 'and':
      return compileLogic(node.items, false, layout)
    case 'or':
      return compileLogic(node.items, true, layout)
    case 'not':
      return negate(compile(node.of, layout))
    case 'compare':
      return compareFor(node.rel, compile(node.left, layout), compile(node.right, layout))
    case 'arithmetic':
      return compileArithmetic(node, layout)
    case 'shift':
      return compileShift(node, layout)
    case 'between-days':
      return compileSpan(node, layout)
    case 'if':
      return compileIf(node, layout)
    case 'call':
      return compileCall(node, layout)
    case 'count':
      return compileCount(node, layout, compile)
    case 'some':
    case 'every':
      return compileQuantifier(node, layout, compile)
    default:
      return compileAggregate(node, layout, compile)
  }
}

const constant =
  (value: FeelValue): Compiled =>
  () =>
    value

function compileFact(node: NodeOf<'fact'>, layout: Layout): Compiled {
  const index = layout.single(node.key)
  const ref = { key: node.key, row: null }
  const unread = new Unread([ref])
  return (scope) => {
    if (scope.trace !== null) scope.trace.push({ cells: scope.cells, index, ref })
    const value = scope.cells[index]
    return value === undefined ? unread : value
  }
}

function compileField(node: NodeOf<'field'>, layout: Layout): Compiled {
  const index = layout.field(node.key)
  const { slot, key } = node
  return (scope) => {
    const row = scope.rows[slot]
    if (row === undefined) return new Unread([{ key, row: null }])
    if (scope.trace !== null) scope.trace.push({ cells: row.cells, index, ref: { key, row: row.key } })
    const value = row.cells[index]
    return value === undefined ? new Unread([{ key, row: row.key }]) : value
  }
}

/** `and` stops at the first false, `or` at the first true: what is decided cannot be undone by what is unread. */
function compileLogic(nodes: readonly FeelNode[], decisive: boolean, layout: Layout): Compiled {
  const items = nodes.map((node) => compile(node, layout))
  return (scope) => {
    let unread: Unread | null = null
    let empty = false
    for (const item of items) {
      const value = item(scope)
      if (value === decisive) return decisive
      if (value === null) empty = true
      else if (value instanceof Unread) unread = unread === null ? value : unreadTogether(unread, value)
    }
    return unread ?? (empty ? null : !decisive)
  }
}

const negate =
  (of: Compiled): Compiled =>
  (scope) => {
    const value = of(scope)
    return typeof value === 'boolean' ? !value : value
  }

const ARITHMETIC: Readonly<Record<Arithmetic, (left: number, right: number) => number | null>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? null : left / right),
}

function compileArithmetic(node: NodeOf<'arithmetic'>, layout: Layout): Compiled {
  const run = ARITHMETIC[node.sign]
  return both(compile(node.left, layout), compile(node.right, layout), (left, right) => run(left as number, right as number))
}

function compileShift(node: NodeOf<'shift'>, layout: Layout): Compiled {
  const move = durationKind(node.by) === 'months' ? addMonths : addDays
  const sign = node.sign === '+' ? 1 : -1
  return both(compile(node.day, layout), compile(node.by, layout), (from, by) => moveDay(move, from as CalendarDay, sign * (by as number)))
}

function durationKind(node: FeelNode): FeelType {
  if (node.op === 'if') return durationKind(node.yes.op === 'null' ? node.no : node.yes)
  return node.op === 'named' ? durationKind(node.of) : node.op === 'months' ? 'months' : 'days'
}

function compileSpan(node: NodeOf<'between-days'>, layout: Layout): Compiled {
  const span = (later: FeelValue, earlier: FeelValue) => daysBetween(earlier as CalendarDay, later as CalendarDay)
  return both(compile(node.later, layout), compile(node.earlier, layout), span)
}

function compileIf(node: NodeOf<'if'>, layout: Layout): Compiled {
  const [test, yes, no] = [compile(node.test, layout), compile(node.yes, layout), compile(node.no, layout)]
  return (scope) => {
    const value = test(scope)
    return value instanceof Unread ? value : value === true ? yes(scope) : no(scope)
  }
}

function compileCall(node: NodeOf<'call'>, layout: Layout): Compiled {
  const args = node.args.map((arg) => compile(arg, layout))
  const run = node.name === 'min' || node.name === 'max' ? extreme(node.name) : FEEL_FUNCTIONS[node.name]?.run
  if (!run) throw new RangeError('feel-function-unknown')
  return (scope) => {
    const values = valuesOf(args, scope)
    return Array.isArray(values) ? run(values, scope.calendar) : values
  }
}

/** The arguments, or `null` when one is empty (whatever the others are), or what is unread. */
function valuesOf(args: readonly Compiled[], scope: Scope): FeelValue[] | Unread | null {
  const values: FeelValue[] = []
  let unread: Unread | null = null
  for (const arg of args) {
    const value = arg(scope)
    if (value === null) return null
    if (value instanceof Unread) unread = unread === null ? withoutBounds(value) : unreadTogether(unread, value)
    else values.push(value)
  }
  return unread ?? values
}

function extreme(name: 'min' | 'max'): (args: readonly FeelValue[]) => FeelValue {
  const better =
    name === 'min'
      ? (a: FeelValue, b: FeelValue) => a !== null && b !== null && a < b
      : (a: FeelValue, b: FeelValue) => a !== null && b !== null && a > b
  return (args) => args.reduce((best, value) => (better(value, best) ? value : best))
}

function both(left: Compiled, right: Compiled, run: (left: FeelValue, right: FeelValue) => FeelValue): Compiled {
  return (scope) => {
    const a = left(scope)
    if (a === null) return null
    const b = right(scope)
    if (b === null) return null
    if (a instanceof Unread) return b instanceof Unread ? unreadTogether(a, b) : withoutBounds(a)
    return b instanceof Unread ? withoutBounds(b) : run(a, b)
  }
}
