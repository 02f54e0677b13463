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
  /** The whole expression without this condition: if its answer is always the same, the condition does not matter. */
  readonly without: FeelNode
  /** False for "og" and "eller" inside others: they too must matter, as a whole. */
  readonly single: boolean
}

/** Every single condition of a version, in the order written. A bare true or false is none. */
export function leavesOf(version: PackVersion): readonly Leaf[] {
  return (['applies', 'met'] as const).flatMap((part) =>
    descend(part, version[part].tree, { rebuild: (node) => node, neutral: true, name: null, inside: false }),
  )
}

interface Place {
  readonly rebuild: (node: FeelNode) => FeelNode
  /** What changes nothing where the condition stands: true among "og", false among "eller". */
  readonly neutral: boolean
  readonly name: string | null
  /** Whether it is one of several. */
  readonly inside: boolean
}

function descend(part: ConditionPart, node: FeelNode, place: Place): readonly Leaf[] {
  const { rebuild, neutral } = place
  switch (node.op) {
    case 'boolean':
      return []
    case 'named':
      return descend(part, node.of, { ...place, rebuild: (of) => rebuild({ ...node, of }), name: node.text })
    case 'not':
      return descend(part, node.of, { ...place, rebuild: (of) => rebuild({ ...node, of }), neutral: !neutral })
    case 'and':
    case 'or':
      return [
        ...(place.inside ? [leafAt(part, node, place, false)] : []),
        ...node.items.flatMap((item, index) =>
          descend(part, item, {
            rebuild: (changed) => rebuild({ ...node, items: node.items.with(index, changed) }),
            neutral: node.op === 'and',
            name: null,
            inside: true,
          }),
        ),
      ]
    default:
      return [leafAt(part, node, place, true)]
  }
}

function leafAt(part: ConditionPart, node: FeelNode, { rebuild, neutral, name }: Place, single: boolean): Leaf {
  const without = rebuild({ op: 'boolean', value: neutral })
  return { part, node, text: name ?? describeFeel(node), feel: printFeel(node), without, single }
}
