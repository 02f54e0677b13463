import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FeelNode, RowsNode } from './node.ts'

/** The nodes directly under a node. */
// oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
export function childrenOf(node: FeelNode | RowsNode): readonly (FeelNode | RowsNode)[] {
  switch (node.op) {
    case 'and':
    case 'or':
      return node.items
    case 'not':
    case 'named':
      return [node.of]
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right]
    case 'shift':
      return [node.day, node.by]
    case 'between-days':
      return [node.later, node.earlier]
    case 'if':
      return [node.test, node.yes, node.no]
    case 'call':
      return node.args
    case 'some':
    case 'every':
      return [node.list, node.test]
    case 'count':
    case 'min':
    case 'max':
    case 'sum':
      return [node.list]
    case 'filter':
      return [node.list, node.where]
    default:
      return []
  }
}

/** Every canonical key in a tree, each once, in the order met. */
export function keysIn(node: FeelNode | RowsNode): readonly FactKey[] {
  const own = 'key' in node ? [node.key] : []
  return [...new Set([...own, ...childrenOf(node).flatMap(keysIn)])]
}

/** How deep a tree is and how many nodes it has. */
export function sizeOf(node: FeelNode | RowsNode): { readonly depth: number; readonly nodes: number } {
  const parts = childrenOf(node).map(sizeOf)
  return { depth: 1 + Math.max(0, ...parts.map((part) => part.depth)), nodes: 1 + parts.reduce((sum, part) => sum + part.nodes, 0) }
}
