import type { FactRef } from '#utils/domain/advice.ts'
import { keysOfGroup, type FactKey, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { Compiled } from './compile.ts'
import { groupOf, type FeelNode, type RowsNode } from './node.ts'
import type { Layout, LoadedRow, Scope } from './scope.ts'
import { Bounds, Unread, uniqueRefs, type FeelValue } from './value.ts'
import { keysIn } from './walk.ts'

type CompileNode = (node: FeelNode, layout: Layout) => Compiled
type NodeOf<Op extends FeelNode['op']> = Extract<FeelNode, { op: Op }>

/** Rows as far as they are known: some surely belong, some perhaps, and there may be more that nobody has read. */
interface KnownRows {
  readonly sure: readonly LoadedRow[]
  readonly maybe: readonly LoadedRow[]
  readonly complete: boolean
  readonly missing: readonly FactRef[]
}

type CompiledRows = (scope: Scope) => KnownRows

/** `count(list)`: a number, or its bounds. */
export function compileCount(node: NodeOf<'count'>, layout: Layout, compileNode: CompileNode): Compiled {
  const rows = compileRows(node.list, listKeys(node.list, []), layout, compileNode)
  return (scope) => {
    const { sure, maybe, complete, missing } = rows(scope)
    if (complete && maybe.length === 0) return sure.length
    return new Bounds(sure.length, complete ? sure.length + maybe.length : Infinity, missing)
  }
}

/** `some` is true once a row is found, `every` false once one fails; otherwise both need every row. */
export function compileQuantifier(node: NodeOf<'some' | 'every'>, layout: Layout, compileNode: CompileNode): Compiled {
  const rows = compileRows(node.list, listKeys(node.list, keysIn(node.test)), layout, compileNode)
  const test = compileNode(node.test, layout)
  const { slot } = node
  const some = node.op === 'some'
  return (scope) => {
    const { sure, maybe, complete, missing } = rows(scope)
    const open: FactRef[] = []
    for (const row of sure) {
      scope.rows[slot] = row
      const value = test(scope)
      if (value instanceof Unread) open.push(...value.missing)
      else if ((value === true) === some) return some
    }
    const undecided = maybe.some((row) => {
      scope.rows[slot] = row
      const value = test(scope)
      return value instanceof Unread || (value === true) === some
    })
    return open.length > 0 || undecided || !complete ? new Unread(uniqueRefs([...open, ...missing])) : !some
  }
}

/** `min`, `max` and `sum` over a field need every row; an empty value among them, or no rows, gives `null` as in FEEL. */
export function compileAggregate(node: NodeOf<'min' | 'max' | 'sum'>, layout: Layout, compileNode: CompileNode): Compiled {
  const rows = compileRows(node.list, listKeys(node.list, [node.key]), layout, compileNode)
  const field = compileNode({ op: 'field', slot: node.slot, key: node.key }, layout)
  const { slot, op } = node
  return (scope) => {
    const { sure, maybe, complete, missing } = rows(scope)
    const open: FactRef[] = [...missing]
    const values: FeelValue[] = []
    for (const row of sure) {
      scope.rows[slot] = row
      const value = field(scope)
      if (value === null) return null
      if (value instanceof Unread) open.push(...value.missing)
      else values.push(value)
    }
    return !complete || maybe.length > 0 || open.length > 0 ? new Unread(uniqueRefs(open)) : aggregate(op, values)
  }
}

function aggregate(op: 'min' | 'max' | 'sum', values: readonly FeelValue[]): FeelValue {
  if (values.length === 0) return null
  if (op === 'sum') return values.reduce<number>((sum, value) => sum + (value as number), 0)
  const sorted = values.toSorted((a, b) => (a === b ? 0 : (a as string | number) < (b as string | number) ? -1 : 1))
  return (op === 'min' ? sorted[0] : sorted.at(-1)) ?? null
}

function compileRows(node: RowsNode, keys: readonly FactKey[], layout: Layout, compileNode: CompileNode): CompiledRows {
  return node.op === 'rows' ? wholeList(node.group, keys, layout) : filteredRows(node, keys, layout, compileNode)
}

function wholeList(group: ListGroup, keys: readonly FactKey[], layout: Layout): CompiledRows {
  const index = layout.group(group)
  const missing = keys.map((key) => ({ key, row: null }))
  const unread: KnownRows = { sure: [], maybe: [], complete: false, missing }
  return (scope) => {
    const list = scope.lists[index]
    return list === undefined ? unread : { sure: list.rows, maybe: [], complete: list.complete, missing: list.complete ? [] : missing }
  }
}

function filteredRows(
  node: Extract<RowsNode, { op: 'filter' }>,
  keys: readonly FactKey[],
  layout: Layout,
  compileNode: CompileNode,
): CompiledRows {
  const rows = compileRows(node.list, keys, layout, compileNode)
  const where = compileNode(node.where, layout)
  const { slot } = node
  return (scope) => {
    const known = rows(scope)
    const sure: LoadedRow[] = []
    const maybe: LoadedRow[] = []
    const missing: FactRef[] = [...known.missing]
    for (const row of known.sure) {
      scope.rows[slot] = row
      const value = where(scope)
      if (value === true) sure.push(row)
      else if (value instanceof Unread) {
        maybe.push(row)
        missing.push(...value.missing)
      }
    }
    for (const row of known.maybe) {
      scope.rows[slot] = row
      const value = where(scope)
      if (value === true || value instanceof Unread) maybe.push(row)
    }
    return { sure, maybe, complete: known.complete, missing: uniqueRefs(missing) }
  }
}

/** The fields of the list's own rows that an expression uses: what to name when the list is not read. */
function listKeys(list: RowsNode, tested: readonly FactKey[]): readonly FactKey[] {
  const group = groupOf(list)
  const own = [...filterKeys(list), ...tested].filter((key) => key.startsWith(`${group}.`))
  const keys = own.length > 0 ? own : keysOfGroup(group).slice(0, 1)
  return [...new Set(keys)]
}

function filterKeys(list: RowsNode): readonly FactKey[] {
  return list.op === 'rows' ? [] : [...filterKeys(list.list), ...keysIn(list.where)]
}
