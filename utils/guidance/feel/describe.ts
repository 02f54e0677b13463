import { FACT_CATALOGUE, factDefinition } from '#utils/domain/fact-catalogue.ts'
import { groupOf, type FeelNode, type Relation, type RowsNode } from './node.ts'
import { danishDay } from './danish-day.ts'

type NodeOf<Op extends FeelNode['op']> = Extract<FeelNode, { op: Op }>

const RELATION: Readonly<Record<Relation, string>> = {
  '=': 'er',
  '!=': 'er ikke',
  '<': 'er mindre end',
  '<=': 'er højst',
  '>': 'er mere end',
  '>=': 'er mindst',
}
const DAY_RELATION: Readonly<Record<Relation, string>> = {
  '=': 'er',
  '!=': 'er ikke',
  '<': 'er før',
  '<=': 'er senest',
  '>': 'er efter',
  '>=': 'er tidligst',
}

/** A condition in plain Danish, built from its tree. A pack's own wording goes before this. */
export function describeFeel(node: FeelNode): string {
  switch (node.op) {
    case 'named':
      return node.text
    case 'and':
      return node.items.map(describeFeel).join(' og ')
    case 'or':
      return node.items.map(describeFeel).join(' eller ')
    case 'not':
      return `ikke: ${describeFeel(node.of)}`
    case 'compare':
      return describeCompare(node)
    case 'some':
      return `mindst én i «${listLabel(node.list)}»: ${describeFeel(node.test)}`
    case 'every':
      return `alle i «${listLabel(node.list)}»: ${describeFeel(node.test)}`
    default:
      return describeValue(node)
  }
}

function describeCompare({ rel, left, right }: NodeOf<'compare'>): string {
  const equal = rel === '='
  if (right.op === 'null') return `${describeValue(left)} er ${equal ? 'tom' : 'udfyldt'}`
  if (right.op === 'boolean') return `${describeValue(left)}: ${right.value === equal ? 'ja' : 'nej'}`
  const words = isDay(left) || isDay(right) ? DAY_RELATION : RELATION
  return `${describeValue(left)} ${words[rel]} ${describeValue(right)}`
}

function isDay(node: FeelNode): boolean {
  if (node.op === 'fact' || node.op === 'field') return ['date', 'dateTime'].includes(factDefinition(node.key)?.type ?? '')
  return node.op === 'day' || node.op === 'today' || node.op === 'shift'
}

// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
function describeValue(node: FeelNode): string {
  switch (node.op) {
    case 'number':
      return String(node.value).replace('.', ',')
    case 'text':
      return `«${node.value}»`
    case 'boolean':
      return node.value ? 'ja' : 'nej'
    case 'null':
      return 'tom'
    case 'day':
      return danishDay(node.value)
    case 'days':
      return `${node.value} ${node.value === 1 ? 'dag' : 'dage'}`
    case 'months':
      return `${node.value} ${node.value === 1 ? 'måned' : 'måneder'}`
    case 'today':
      return 'i dag'
    case 'fact':
    case 'field':
      return factDefinition(node.key)?.label ?? node.key
    default:
      return describeComputed(node)
  }
}

type Computed = Exclude<FeelNode, NodeOf<'number' | 'text' | 'boolean' | 'null' | 'day' | 'days' | 'months' | 'today' | 'fact' | 'field'>>

// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
function describeComputed(node: Computed): string {
  switch (node.op) {
    case 'arithmetic':
      return `${describeValue(node.left)} ${node.sign} ${describeValue(node.right)}`
    case 'shift':
      return `${describeValue(node.day)} ${node.sign === '+' ? 'plus' : 'minus'} ${describeValue(node.by)}`
    case 'between-days':
      return `dage fra ${describeValue(node.earlier)} til ${describeValue(node.later)}`
    case 'if':
      return `${describeValue(node.yes)}, hvis ${describeFeel(node.test)}, ellers ${describeValue(node.no)}`
    case 'count':
      return `antal i «${listLabel(node.list)}»${filterText(node.list)}`
    case 'min':
    case 'max':
    case 'sum':
      return `${AGGREGATE[node.op]} ${factDefinition(node.key)?.label ?? node.key} i «${listLabel(node.list)}»`
    case 'call':
      return describeCall(node)
    default:
      return describeFeel(node)
  }
}

const AGGREGATE = { min: 'første', max: 'seneste', sum: 'summen af' } as const

const CALLS: Readonly<Record<string, (args: readonly string[]) => string>> = {
  contains: ([text, part]) => `${text} indeholder ${part}`,
  'starts with': ([text, part]) => `${text} begynder med ${part}`,
  'ends with': ([text, part]) => `${text} slutter med ${part}`,
  'lower case': ([text]) => `${text}`,
  'upper case': ([text]) => `${text}`,
  'list contains': ([list, text]) => `${list} har ${text}`,
  addDays: ([from, count]) => `${from} plus ${count} dage`,
  addWeeks: ([from, count]) => `${from} plus ${count} uger`,
  addMonths: ([from, count]) => `${from} plus ${count} måneder`,
  addWorkingDays: ([from, count]) => `${from} plus ${count} arbejdsdage`,
  daysIncluding: ([from, count]) => `${count} dage fra og med ${from}`,
  monthsIncluding: ([from, count]) => `${count} måneder fra og med ${from}`,
  workingDaysIncluding: ([from, count]) => `${count} arbejdsdage fra og med ${from}`,
  paceDay: ([first, last, needed]) => `jævn fordeling af ${needed} fra ${first} til ${last}`,
  wholeMonthsAfter: ([from, count]) => `${count} hele kalendermåneder efter ${from}`,
  monthStart: ([month]) => `første dag i ${month}`,
  firstDayOfMonth: ([of]) => `første dag i måneden for ${of}`,
  lastDayOfMonth: ([of]) => `sidste dag i måneden for ${of}`,
  daysBetween: ([from, to]) => `dage fra ${from} til ${to}`,
  min: (args) => `den første af ${args.join(' og ')}`,
  max: (args) => `den seneste af ${args.join(' og ')}`,
}

function describeCall(node: NodeOf<'call'>): string {
  const args = node.args.map(describeValue)
  return CALLS[node.name]?.(args) ?? `${node.name} af ${args.join(', ')}`
}

const listLabel = (rows: RowsNode) => FACT_CATALOGUE[groupOf(rows)].label

function filterText(rows: RowsNode): string {
  return rows.op === 'rows' ? '' : `${filterText(rows.list)}, hvor ${describeFeel(rows.where)}`
}
