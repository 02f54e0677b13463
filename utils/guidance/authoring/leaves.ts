import { describeFeel } from '../feel/describe.ts'
import type { FeelNode } from '../feel/node.ts'
import { printFeel } from '../feel/print.ts'
import type { PackVersion } from '../pack-schema.ts'

export type ConditionPart = 'applies' | 'met'

/** A single condition: what stands between "og", "eller" and "ikke" in a version. */
export interface Leaf {
  readonly part: ConditionPart
  readonly node: FeelNode
  /** As the author words it, or built from the expression. */
  readonly text: string
  readonly feel: string
  /** The whole expression with this condition taken for `value`. */
  readonly replacedBy: (value: boolean) => FeelNode
}

/** Every single condition of a version, in the order written. A bare true or false is none. */
export function leavesOf(version: PackVersion): readonly Leaf[] {
  return (['applies', 'met'] as const).flatMap((part) => descend(part, version[part].tree, (node) => node, null))
}

type Rebuild = (node: FeelNode) => FeelNode

function descend(part: ConditionPart, node: FeelNode, rebuild: Rebuild, name: string | null): readonly Leaf[] {
  switch (node.op) {
    case 'boolean':
      return []
    case 'named':
      return descend(part, node.of, (of) => rebuild({ ...node, of }), node.text)
    case 'not':
      return descend(part, node.of, (of) => rebuild({ ...node, of }), name)
    case 'and':
    case 'or':
      return node.items.flatMap((item, index) =>
        descend(part, item, (changed) => rebuild({ ...node, items: node.items.with(index, changed) }), null),
      )
    default: {
      const replacedBy = (value: boolean) => rebuild({ op: 'boolean', value })
      return [{ part, node, text: name ?? describeFeel(node), feel: printFeel(node), replacedBy }]
    }
  }
}
