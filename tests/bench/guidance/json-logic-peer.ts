import jsonLogic from 'json-logic-js'
import { day, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import { STATUTORY_CALENDAR } from '#utils/guidance/calendar/work-calendar.ts'
import { FEEL_FUNCTIONS } from '#utils/guidance/feel/functions.ts'
import { groupOf, type FeelNode, type RowsNode } from '#utils/guidance/feel/node.ts'
import type { FeelValue } from '#utils/guidance/feel/value.ts'
import type { PackRule, PackVersion, RulePack } from '#utils/guidance/pack-schema.ts'

/** The peer: the same rules as json-logic-js runs them. It knows no unread, so it is only asked about a case read whole. */
type Logic = jsonLogic.RulesLogic
type Cells = Readonly<Record<string, unknown>>

for (const [name, { run }] of Object.entries(FEEL_FUNCTIONS)) {
  jsonLogic.add_operation(name, (...args: FeelValue[]) => (args.includes(null) ? null : run(args, STATUTORY_CALENDAR)))
}

// Its own `min` and `max` take numbers only.
const EXTREMES: Readonly<Record<string, string>> = { min: 'first of', max: 'last of' }
const ordered = (values: readonly FeelValue[]) =>
  values.includes(null) ? [null] : values.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
jsonLogic.add_operation('first of', (...days: FeelValue[]) => ordered(days)[0])
jsonLogic.add_operation('last of', (...days: FeelValue[]) => ordered(days).at(-1))

const RELATION = { '=': '===', '!=': '!==', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

/** The tree as JSON logic. `inRow`: inside a filter, where the whole case lies behind `$`. */
// oxlint-disable-next-line complexity -- one case an operation
function logicOf(node: FeelNode, inRow = false): unknown {
  const part = (own: FeelNode) => logicOf(own, inRow)
  switch (node.op) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'day':
    case 'days':
    case 'months':
      return node.value
    case 'null':
      return null
    case 'today':
      return { var: inRow ? '$.today' : 'today' }
    case 'fact':
      return { var: inRow ? `$.${node.key}` : node.key }
    case 'field':
      return { var: inRow ? node.key.slice(node.key.indexOf('.') + 1) : `row.${node.key.slice(node.key.indexOf('.') + 1)}` }
    case 'named':
      return part(node.of)
    case 'and':
    case 'or':
      return { [node.op]: node.items.map(part) }
    case 'not':
      return { '!': [part(node.of)] }
    case 'compare':
      return { [RELATION[node.rel]]: [part(node.left), part(node.right)] }
    case 'if':
      return { if: [part(node.test), part(node.yes), part(node.no)] }
    case 'call':
      return { [EXTREMES[node.name] ?? node.name]: node.args.map(part) }
    case 'arithmetic':
      return { [node.sign]: [part(node.left), part(node.right)] }
    case 'between-days':
      return { daysBetween: [part(node.earlier), part(node.later)] }
    case 'shift':
      return { [node.by.op === 'months' ? 'addMonths' : 'addDays']: [part(node.day), part(node.by)] }
    case 'count':
      return { reduce: [listOf(node.list), { '+': [{ var: 'accumulator' }, 1] }, 0] }
    default:
      throw new RangeError(`not-in-json-logic: ${node.op}`)
  }
}

function listOf(rows: RowsNode): unknown {
  if (rows.op === 'rows') return { var: groupOf(rows) }
  return { filter: [listOf(rows.list), logicOf(rows.where, true)] }
}

interface LogicVersion {
  readonly from: string
  readonly to: string | null
  readonly applies: Logic
  readonly met: Logic
  readonly due: Logic | null
}

interface LogicRule {
  readonly list: string | null
  readonly decidedBy: Logic
  readonly versions: readonly LogicVersion[]
}

const isLaw = ({ status }: PackVersion) => status === 'in-force' || status === 'repealed'

export function logicRules(pack: RulePack): readonly LogicRule[] {
  return pack.rules.map((rule: PackRule) => {
    const law = rule.versions.filter(isLaw)
    const versions = law.map(({ from, to, applies, met, due }) => ({
      from,
      to,
      applies: logicOf(applies.tree) as Logic,
      met: logicOf(met.tree) as Logic,
      due: due && (logicOf(due.tree) as Logic),
    }))
    const newest = law.at(-1)
    if (!newest) throw new RangeError('no-law')
    return { list: rule.forEach, decidedBy: logicOf(newest.decidedBy.tree) as Logic, versions }
  })
}

/** The case as nested JSON; every row of a list can see the whole case. */
export function logicCase({ facts, lists }: CaseInput, today: CalendarDay): Cells {
  const root: Record<string, unknown> = { today }
  for (const [key, fact] of Object.entries(facts)) put(root, key, plain(fact?.value))
  for (const [group, list] of Object.entries(lists)) {
    root[group] = (list?.rows ?? []).map((row) => {
      const cells: Record<string, unknown> = { $: root }
      for (const [key, fact] of Object.entries(row.facts)) cells[key.slice(key.indexOf('.') + 1)] = plain(fact?.value)
      return cells
    })
  }
  return root
}

/** A time is taken as its day, as our own rules take it. */
const plain = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : value)

function put(root: Record<string, unknown>, key: string, value: unknown): void {
  const [group = '', name = ''] = key.split('.')
  const held = (root[group] ?? {}) as Record<string, unknown>
  held[name] = value
  root[group] = held
}

export function runLogic(rules: readonly LogicRule[], data: Cells, today: CalendarDay): string[] {
  const out: string[] = []
  for (const rule of rules) {
    if (rule.list === null) out.push(verdictOf(rule, data, today))
    else {
      const rows = data[rule.list] as readonly Cells[]
      if (rows.length === 0) out.push('not-applicable')
      for (const row of rows) out.push(verdictOf(rule, { ...data, row }, today))
    }
  }
  return out
}

const run = (logic: Logic, data: Cells): unknown => jsonLogic.apply(logic, data)

function verdictOf({ decidedBy, versions }: LogicRule, data: Cells, today: CalendarDay): string {
  const date = run(decidedBy, data)
  if (typeof date !== 'string') return versions.some(({ applies }) => run(applies, data) === true) ? 'unknown' : 'not-applicable'
  const version = versions.find(({ from, to }) => from <= date && (to === null || date <= to))
  if (!version || run(version.applies, data) !== true) return 'not-applicable'
  if (run(version.met, data) === true) return 'met'
  if (version.due === null) return 'breached'
  const due = run(version.due, data)
  return typeof due === 'string' ? (today <= day(due) ? 'due' : 'breached') : 'unknown'
}
