import { factDefinition, isListGroup, type FactKey, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FeelNode, RowsNode } from '#utils/guidance/feel/node.ts'
import { childrenOf, keysIn } from '#utils/guidance/feel/walk.ts'
import type { PackRule, RulePack } from '#utils/guidance/pack-schema.ts'

/** What a pack's rules look at, and the values they compare it with: what invented cases must be able to say. */
export interface Vocabulary {
  readonly singles: readonly FactKey[]
  /** Lists that some rule looks at, with the fields that are looked at. */
  readonly rows: ReadonlyMap<ListGroup, readonly FactKey[]>
  readonly constants: ReadonlyMap<FactKey, readonly (string | number)[]>
}

export function vocabularyOf(pack: RulePack): Vocabulary {
  const trees = pack.rules.flatMap(treesOf)
  const keys = [...new Set(trees.flatMap(keysIn))]
  const groups = [...new Set([...pack.rules.flatMap(({ forEach }) => forEach ?? []), ...trees.flatMap(groupsIn)])]
  const isOfList = (key: FactKey) => isListGroup(groupName(key))
  const constants = new Map<FactKey, (string | number)[]>()
  for (const tree of trees) collect(tree, constants)
  return {
    singles: keys.filter((key) => !isOfList(key)),
    rows: new Map(groups.map((group) => [group, keys.filter((key) => groupName(key) === group)])),
    constants: new Map([...constants].map(([key, values]) => [key, [...new Set(values)]])),
  }
}

/** Every expression of a rule's versions. */
export function treesOf({ versions }: PackRule): readonly FeelNode[] {
  return versions.flatMap(({ decidedBy, applies, met, due, warnFrom }) =>
    [decidedBy, applies, met, due, warnFrom].flatMap((one) => (one === null ? [] : [one.tree])),
  )
}

function groupsIn(node: FeelNode | RowsNode): readonly ListGroup[] {
  const own = node.op === 'rows' ? [node.group] : []
  return [...own, ...childrenOf(node).flatMap(groupsIn)]
}

const groupName = (key: FactKey) => key.split('.')[0] ?? ''

function collect(node: FeelNode | RowsNode, into: Map<FactKey, (string | number)[]>): void {
  if (node.op === 'compare') note(node.left, node.right, into)
  if (node.op === 'compare') note(node.right, node.left, into)
  if (node.op === 'call' && node.args[0] && node.args[1]) note(node.args[0], node.args[1], into)
  for (const child of childrenOf(node)) collect(child, into)
}

function note(subject: FeelNode, value: FeelNode, into: Map<FactKey, (string | number)[]>): void {
  if (subject.op !== 'fact' && subject.op !== 'field') return
  if (value.op === 'text' || value.op === 'number') into.set(subject.key, [...(into.get(subject.key) ?? []), value.value])
}

/** The values an enum may have, by the catalogue. */
export function enumOf(key: FactKey): readonly string[] {
  return factDefinition(key)?.values ?? []
}
