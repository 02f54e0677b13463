import { compile, type Compiled } from '#utils/guidance/feel/compile.ts'
import type { FeelNode, Relation, RowsNode } from '#utils/guidance/feel/node.ts'
import { printFeel } from '#utils/guidance/feel/print.ts'
import { bind, decisionOn, rowsToJudge, scopeFor } from '#utils/guidance/judge.ts'
import { Layout } from '#utils/guidance/feel/scope.ts'
import type { LoadedRule, LoadedVersion } from '#utils/guidance/pack.ts'
import type { PackVersion } from '#utils/guidance/pack-schema.ts'
import { inputOfExample } from './rule-examples.ts'
import type { RuleSource } from './rule-source.ts'

const NEIGHBOUR: Readonly<Partial<Record<Relation, Relation>>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '=': '!=', '!=': '=' }

type Part = 'applies' | 'met' | 'due'

/**
 * Every number, length of time and comparison in a rule, moved to its neighbour: at least one example must notice.
 * An expression that can be changed without any example failing has a boundary that nobody has looked at.
 */
export function survivingMutants(source: RuleSource, rule: LoadedRule): readonly string[] {
  return rule.versions.flatMap((version) =>
    (['applies', 'met', 'due'] as const).flatMap((part) => {
      const tree = version.data[part]?.tree
      const survivors = tree ? mutantsOf(tree).filter((mutant) => !isNoticed(source, rule, { version, part, tree: mutant })) : []
      return [
        ...new Set(survivors.map((mutant) => `version ${version.data.from}, ${part}: intet eksempel skelner fra «${printFeel(mutant)}»`)),
      ]
    }),
  )
}

interface Change {
  readonly version: LoadedVersion
  readonly part: Part
  readonly tree: FeelNode
}

function isNoticed(source: RuleSource, rule: LoadedRule, change: Change): boolean {
  const layout = new Layout()
  const mutated: LoadedRule = {
    ...rule,
    list: rule.rule.forEach === null ? null : layout.group(rule.rule.forEach),
    decidedBy: compile(rule.newest.decidedBy.tree, layout),
    versions: rule.versions.map((own) => reloaded(own.data, layout, own === change.version ? change : null)),
  }
  const pack = { id: '', version: '', title: '', rules: [mutated], layout }
  return source.examples.some((example) => {
    const scope = scopeFor(pack, inputOfExample(source, example), { today: example.today })
    const [row] = rowsToJudge(mutated, scope)
    bind(scope, row ?? null)
    const decision = decisionOn(mutated, scope, row ?? null)
    const missed = example.missing !== undefined && !decision.missing.some(({ key }) => key === example.missing)
    return decision.verdict !== example.expect || missed || (example.due !== undefined && decision.due !== example.due)
  })
}

function reloaded(data: PackVersion, layout: Layout, change: Change | null): LoadedVersion {
  const part = (name: Part): Compiled | null => {
    const tree = change?.part === name ? change.tree : data[name]?.tree
    return tree ? compile(tree, layout) : null
  }
  const [applies, met] = [part('applies'), part('met')]
  if (!applies || !met) throw new RangeError('version-incomplete')
  return { data, applies, met, due: part('due'), steps: null, warnFrom: null }
}

/** The tree with one spot changed, once for each spot and change. */
// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
export function mutantsOf(node: FeelNode): readonly FeelNode[] {
  switch (node.op) {
    case 'number':
      return [
        { ...node, value: node.value + 1 },
        { ...node, value: node.value - 1 },
      ]
    case 'days':
    case 'months':
      return [
        { ...node, value: node.value + 1 },
        { ...node, value: Math.max(0, node.value - 1) },
      ]
    case 'boolean':
      return [{ ...node, value: !node.value }]
    case 'and':
    case 'or':
      return [...inList(node.items, (items) => ({ ...node, items })), ...withoutOne(node)]
    case 'not':
      return [node.of, ...mutantsOf(node.of).map((of) => ({ ...node, of }))]
    case 'named':
      return mutantsOf(node.of).map((of) => ({ ...node, of }))
    case 'compare':
      return comparisonMutants(node)
    case 'call':
      return inList(node.args, (args) => ({ ...node, args }))
    case 'shift':
      return [...mutantsOf(node.day).map((day) => ({ ...node, day })), ...mutantsOf(node.by).map((by) => ({ ...node, by }))]
    case 'some':
    case 'every':
      return [...mutantsOf(node.test).map((test) => ({ ...node, test })), ...rowsMutants(node.list).map((list) => ({ ...node, list }))]
    case 'count':
    case 'min':
    case 'max':
    case 'sum':
      return rowsMutants(node.list).map((list) => ({ ...node, list }))
    case 'if':
      return (['test', 'yes', 'no'] as const).flatMap((part) => mutantsOf(node[part]).map((changed) => ({ ...node, [part]: changed })))
    default:
      return []
  }
}

function comparisonMutants(node: Extract<FeelNode, { op: 'compare' }>): readonly FeelNode[] {
  const rel = NEIGHBOUR[node.rel]
  return [
    ...(rel ? [{ ...node, rel }] : []),
    ...mutantsOf(node.left).map((left) => ({ ...node, left })),
    ...mutantsOf(node.right).map((right) => ({ ...node, right })),
  ]
}

function rowsMutants(rows: RowsNode): readonly RowsNode[] {
  if (rows.op === 'rows') return []
  return [
    rows.list,
    ...mutantsOf(rows.where).map((where) => ({ ...rows, where })),
    ...rowsMutants(rows.list).map((list) => ({ ...rows, list })),
  ]
}

function inList(items: readonly FeelNode[], build: (items: readonly FeelNode[]) => FeelNode): readonly FeelNode[] {
  return items.flatMap((item, index) => mutantsOf(item).map((mutant) => build(items.with(index, mutant))))
}

/** A condition left out altogether must be noticed too. */
function withoutOne(node: Extract<FeelNode, { op: 'and' | 'or' }>): readonly FeelNode[] {
  const fewer = node.items.map((_, index) => node.items.toSpliced(index, 1))
  return fewer.flatMap((items) => (items.length === 1 && items[0] ? [items[0]] : [{ ...node, items }]))
}
