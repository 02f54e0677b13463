import type { Condition, ExplainedFact } from '#utils/domain/explanation.ts'
import { FACT_CATALOGUE, factDefinition, type FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { RowKey } from '#utils/domain/ids.ts'
import { compile } from './feel/compile.ts'
import { describeFeel } from './feel/describe.ts'
import { groupOf, type FeelNode, type RowsNode } from './feel/node.ts'
import { printFeel } from './feel/print.ts'
import type { Layout, Scope } from './feel/scope.ts'
import { Unread } from './feel/value.ts'
import { childrenOf } from './feel/walk.ts'
import type { Expression } from './pack-schema.ts'

export type FactReader = (key: FactKey, row: RowKey | null) => FactValue | undefined

export interface ConditionContext {
  readonly scope: Scope
  readonly layout: Layout
  readonly read: FactReader
}

/** A condition as a tree that says of each part whether the case meets it. Every part is judged, also what did not matter. */
export function conditionOf({ tree, feel }: Expression, context: ConditionContext): Condition {
  return build(tree, feel, context)
}

function build(node: FeelNode, feel: string, context: ConditionContext): Condition {
  if (node.op === 'named') return { ...build(node.of, node.feel, context), text: node.text }
  const parts = node.op === 'and' || node.op === 'or' ? node.items.map((item) => build(item, printFeel(item), context)) : []
  return {
    text: parts.length > 0 ? (node.op === 'and' ? 'Alle disse' : 'Mindst én af disse') : sentenceCase(describeFeel(node)),
    feel,
    outcome: outcomeOf(node, context),
    facts: factsOf(node, context),
    parts,
  }
}

function outcomeOf(node: FeelNode, { scope, layout }: ConditionContext): Condition['outcome'] {
  const value = compile(node, layout)(scope)
  return value instanceof Unread ? 'unknown' : value === true ? 'met' : 'not-met'
}

/** The facts a condition looks at: single ones and the bound row's with their values, a whole list with its number of rows. */
function factsOf(node: FeelNode, context: ConditionContext): readonly ExplainedFact[] {
  const facts = collect(node).map((part) => explained(part, context))
  return facts.filter(({ key, row }, index) => facts.findIndex((other) => other.key === key && other.row === row) === index)
}

type Part = Extract<FeelNode, { op: 'fact' | 'field' }> | Extract<RowsNode, { op: 'rows' }>

function collect(node: FeelNode | RowsNode): readonly Part[] {
  if (node.op === 'fact' || node.op === 'rows' || (node.op === 'field' && node.slot === 0)) return [node]
  return childrenOf(node).flatMap(collect)
}

function explained(part: Part, { scope, layout, read }: ConditionContext): ExplainedFact {
  if (part.op === 'rows') return listFact(part, scope, layout)
  const row = part.op === 'field' ? (scope.rows[0]?.key ?? null) : null
  const unreadRow = part.op === 'field' && row === null
  return { key: part.key, row, label: factDefinition(part.key)?.label ?? part.key, value: unreadRow ? undefined : read(part.key, row) }
}

function listFact(rows: Extract<RowsNode, { op: 'rows' }>, scope: Scope, layout: Layout): ExplainedFact {
  const list = scope.lists[layout.group(rows.group)]
  const group = FACT_CATALOGUE[groupOf(rows)]
  const [first = ''] = Object.keys(group.facts)
  return {
    key: `${rows.group}.${first}` as FactKey,
    row: null,
    label: `${group.label} (antal læst)`,
    value: list?.complete ? list.rows.length : undefined,
  }
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
