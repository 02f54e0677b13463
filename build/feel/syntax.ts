import type { SyntaxNode } from './parse.ts'

/** The nodes directly under a syntax node, punctuation and all. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) list.push(child)
  return list
}
