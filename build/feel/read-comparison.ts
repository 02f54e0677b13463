import { RELATIONS, type FeelNode, type Relation } from '#utils/guidance/feel/node.ts'
import type { SyntaxNode } from './parse.ts'
import { childrenOf } from './syntax.ts'

/** What reading a comparison needs of the reader. */
export interface ReaderDoor {
  value(node: SyntaxNode): FeelNode | null
  fail(node: SyntaxNode, text: string): null
  source(node: SyntaxNode): string
  placed(at: { readonly from: number; readonly to: number }, node: FeelNode): FeelNode
}

/** `a = b`, `a between b and c`, `a in …`: the last two become what they stand for. */
export function readComparison(node: SyntaxNode, reader: ReaderDoor): FeelNode | null {
  const [left, middle, right, , high] = childrenOf(node)
  if (!left || !middle || !right) return reader.fail(node, 'Sammenligningen mangler en side.')
  if (middle.name === 'in') return readIn(left, node, reader)
  if (middle.name === 'between')
    return readRange(
      left,
      [
        ['>=', right],
        ['<=', high ?? right],
      ],
      reader,
    )
  const rel = relationOf(reader.source(middle))
  return rel ? compared(left, rel, right, reader) : reader.fail(middle, `"${reader.source(middle)}" er ikke med i delmængden af FEEL.`)
}

const relationOf = (text: string): Relation | undefined => RELATIONS.find((relation) => relation === text)

function compared(left: SyntaxNode, rel: Relation, right: SyntaxNode, reader: ReaderDoor): FeelNode | null {
  const [value, other] = [reader.value(left), reader.value(right)]
  return value && other && reader.placed({ from: left.from, to: right.to }, { op: 'compare', rel, left: value, right: other })
}

function readRange(left: SyntaxNode, ends: readonly (readonly [Relation, SyntaxNode])[], reader: ReaderDoor): FeelNode | null {
  const items = ends.map(([rel, end]) => compared(left, rel, end, reader))
  return items.every((item) => item !== null) ? { op: 'and', items } : null
}

function readIn(left: SyntaxNode, node: SyntaxNode, reader: ReaderDoor): FeelNode | null {
  const items = testsOf(node).map((test) => readTest(left, test, reader))
  if (!items.every((item) => item !== null)) return null
  return items.length === 1 ? (items[0] ?? null) : { op: 'or', items }
}

/** The single tests of `in (…)`, `in [1..3]` and `in ["a", "b"]`. */
function testsOf(node: SyntaxNode): SyntaxNode[] {
  const tests = [...node.getChildren('PositiveUnaryTest'), ...(node.getChild('PositiveUnaryTests')?.getChildren('PositiveUnaryTest') ?? [])]
  return tests.flatMap((test) => {
    const outer = test.firstChild ?? test
    const inner = outer.name === 'ParenthesizedExpression' ? (childrenOf(outer)[1] ?? outer) : outer
    return inner.name === 'List' ? childrenOf(inner).filter(({ name }) => name !== '[' && name !== ']') : [inner]
  })
}

function readTest(left: SyntaxNode, test: SyntaxNode, reader: ReaderDoor): FeelNode | null {
  if (test.name !== 'SimplePositiveUnaryTest') return compared(left, '=', test, reader)
  const [first, second] = childrenOf(test)
  if (first?.name === 'Interval') return readInterval(left, first, reader)
  const rel = first && relationOf(reader.source(first))
  return rel && second ? compared(left, rel, second, reader) : reader.fail(test, 'Testen er ikke med i delmængden af FEEL.')
}

function readInterval(left: SyntaxNode, interval: SyntaxNode, reader: ReaderDoor): FeelNode | null {
  const [open, low, , high, close] = childrenOf(interval)
  if (!open || !low || !high || !close) return reader.fail(interval, 'Intervallet skal have to ender.')
  return readRange(
    left,
    [
      [reader.source(open) === '[' ? '>=' : '>', low],
      [reader.source(close) === ']' ? '<=' : '<', high],
    ],
    reader,
  )
}
