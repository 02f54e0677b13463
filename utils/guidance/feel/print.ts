import type { FeelNode, RowsNode } from './node.ts'

/** Binding strength, weakest first; a weaker part inside a stronger one needs brackets. */
const STRENGTH = { if: 0, or: 1, and: 2, compare: 3, sum: 4, product: 5, whole: 6 } as const

type Printed = { readonly text: string; readonly strength: number }
type NodeOf<Op extends FeelNode['op']> = Extract<FeelNode, { op: Op }>

/** A tree as FEEL text. Rows of inner lists are written as variables `r1`, `r2` …; a `forEach` row by its list's name. */
export function printFeel(node: FeelNode): string {
  return print(node).text
}

// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
function print(node: FeelNode): Printed {
  switch (node.op) {
    case 'number':
      return whole(String(node.value))
    case 'text':
      return whole(quoted(node.value))
    case 'boolean':
      return whole(String(node.value))
    case 'null':
      return whole('null')
    case 'day':
      return whole(`date("${node.value}")`)
    case 'days':
      return whole(`duration("P${node.value}D")`)
    case 'months':
      return whole(`duration("P${node.value}M")`)
    case 'today':
      return whole('today')
    case 'fact':
      return whole(node.key)
    case 'field':
      return whole(fieldName(node))
    default:
      return printOperation(node)
  }
}

type Operation = Exclude<FeelNode, NodeOf<'number' | 'text' | 'boolean' | 'null' | 'day' | 'days' | 'months' | 'today' | 'fact' | 'field'>>

// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
function printOperation(node: Operation): Printed {
  switch (node.op) {
    case 'named':
      return print(node.of)
    case 'and':
    case 'or':
      return { text: node.items.map((item) => inside(item, STRENGTH[node.op] + 1)).join(` ${node.op} `), strength: STRENGTH[node.op] }
    case 'not':
      return whole(`not(${printFeel(node.of)})`)
    case 'compare':
      return binary(node.left, node.rel, node.right, STRENGTH.compare)
    case 'arithmetic':
      return binary(node.left, node.sign, node.right, node.sign === '+' || node.sign === '-' ? STRENGTH.sum : STRENGTH.product)
    case 'shift':
      return binary(node.day, node.sign, node.by, STRENGTH.sum)
    case 'between-days':
      return binary(node.later, '-', node.earlier, STRENGTH.sum)
    case 'if':
      return { text: `if ${printFeel(node.test)} then ${printFeel(node.yes)} else ${printFeel(node.no)}`, strength: STRENGTH.if }
    case 'call':
      return whole(`${node.name}(${node.args.map(printFeel).join(', ')})`)
    case 'some':
    case 'every':
      return { text: `${node.op} r${node.slot} in ${printRows(node.list)} satisfies ${printFeel(node.test)}`, strength: STRENGTH.if }
    case 'count':
      return whole(`count(${printRows(node.list)})`)
    default:
      return whole(`${node.op}(${printRows(node.list)}.${fieldOf(node.key)})`)
  }
}

/** Rows as FEEL text. A filter's own fields stand bare. */
export function printRows(rows: RowsNode): string {
  return rows.op === 'rows' ? rows.group : `${printRows(rows.list)}[${printFeel(bare(rows.where, rows.slot))}]`
}

/** Within a filter its row's fields have no prefix: marked by the slot −1. */
function bare(node: FeelNode, slot: number): FeelNode {
  return JSON.parse(JSON.stringify(node), (_, value: unknown) => (isFieldOf(value, slot) ? { ...value, slot: -1 } : value)) as FeelNode
}

function isFieldOf(value: unknown, slot: number): value is NodeOf<'field'> {
  return typeof value === 'object' && value !== null && 'op' in value && value.op === 'field' && 'slot' in value && value.slot === slot
}

function fieldName(node: NodeOf<'field'>): string {
  if (node.slot === -1) return fieldOf(node.key)
  return node.slot === 0 ? node.key : `r${node.slot}.${fieldOf(node.key)}`
}

const fieldOf = (key: string) => key.slice(key.indexOf('.') + 1)
const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
const whole = (text: string): Printed => ({ text, strength: STRENGTH.whole })

function inside(node: FeelNode, atLeast: number): string {
  const { text, strength } = print(node)
  return strength < atLeast ? `(${text})` : text
}

function binary(left: FeelNode, sign: string, right: FeelNode, strength: number): Printed {
  return {
    text: `${inside(left, strength === STRENGTH.compare ? strength + 1 : strength)} ${sign} ${inside(right, strength + 1)}`,
    strength,
  }
}
