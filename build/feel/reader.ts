// oxlint-disable max-lines -- One method for each kind of syntax node; they call each other.
import { isFactKey, isListGroup, type ListGroup, type SingleKey } from '#utils/domain/fact-catalogue.ts'
import { checkTree } from '#utils/guidance/feel/check-tree.ts'
import { ARITHMETIC, groupOf, type Arithmetic, type FeelNode, type FeelType, type RowsNode } from '#utils/guidance/feel/node.ts'
import { parseDateTime, parseText } from './literals.ts'
import type { AnyNode, FeelProblem, NamedCondition, SyntaxNode } from './parse.ts'
import { readComparison } from './read-comparison.ts'
import { childrenOf } from './syntax.ts'

interface Binding {
  readonly slot: number
  readonly group: ListGroup
  /** The variable of a quantifier; `null` in a filter, whose fields stand bare. */
  readonly name: string | null
}

type Place = { readonly from: number; readonly to: number }

/** Reads a syntax tree into our own: names become keys, `+` becomes what its sides make it. */
export class Reader {
  readonly problems: FeelProblem[] = []
  readonly #text: string
  readonly #named: ReadonlyMap<string, NamedCondition>
  readonly #places = new Map<AnyNode, Place>()
  #bindings: readonly Binding[]
  #nextSlot: number

  constructor(text: string, forEach: ListGroup | null, named: ReadonlyMap<string, NamedCondition>) {
    this.#text = text
    this.#named = named
    this.#bindings = forEach ? [{ slot: 0, group: forEach, name: forEach }] : []
    this.#nextSlot = 1
  }

  placeOf(node: AnyNode): Place {
    return this.#places.get(node) ?? { from: 0, to: this.#text.length }
  }

  value(node: SyntaxNode): FeelNode | null {
    const read = this.#read(node)
    if (read) this.#places.set(read, { from: node.from, to: node.to })
    return read
  }

  #read(node: SyntaxNode): FeelNode | null {
    switch (node.name) {
      case 'ParenthesizedExpression':
        return this.#only(node, 1)
      case 'NumericLiteral':
        return { op: 'number', value: Number(this.source(node)) }
      case 'StringLiteral':
        return { op: 'text', value: parseText(this.source(node)) }
      case 'BooleanLiteral':
        return { op: 'boolean', value: this.source(node) === 'true' }
      case 'null':
        return { op: 'null' }
      case 'VariableName':
        return this.#name(node)
      case 'PathExpression':
        return this.#path(node)
      case 'DateTimeLiteral':
        return this.#dateTime(node)
      default:
        return this.#compound(node)
    }
  }

  #compound(node: SyntaxNode): FeelNode | null {
    switch (node.name) {
      case 'Conjunction':
        return this.#logic(node, 'and')
      case 'Disjunction':
        return this.#logic(node, 'or')
      case 'Comparison':
        return readComparison(node, this)
      case 'ArithmeticExpression':
        return this.#arithmetic(node)
      case 'IfExpression':
        return this.#if(node)
      case 'FunctionInvocation':
        return this.#call(node)
      case 'QuantifiedExpression':
        return this.#quantifier(node)
      default:
        return this.fail(node, `"${node.name}" er ikke med i delmængden af FEEL.`)
    }
  }

  fail(node: SyntaxNode, text: string): null {
    this.problems.push({ text, from: node.from, to: node.to })
    return null
  }

  source(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to)
  }

  #only(node: SyntaxNode, index: number): FeelNode | null {
    const child = childrenOf(node)[index]
    return child ? this.value(child) : this.fail(node, 'Her mangler et udtryk.')
  }

  #typeOf(node: FeelNode): FeelType {
    return checkTree(node, new Map(this.#bindings.map(({ slot, group }) => [slot, group]))).type
  }

  #name(node: SyntaxNode): FeelNode | null {
    const name = this.source(node)
    for (const { slot, group, name: variable } of this.#bindings.toReversed()) {
      const key = `${group}.${name}`
      if (variable === null && isFactKey(key)) return { op: 'field', slot, key }
    }
    if (name === 'today') return { op: 'today' }
    const named = this.#named.get(name)
    if (named) return { op: 'named', text: named.text, feel: named.feel, of: named.tree }
    return this.fail(node, `Navnet "${name}" kendes ikke.`)
  }

  #path(node: SyntaxNode): FeelNode | null {
    const [root, , name] = childrenOf(node)
    if (!root || !name || root.name !== 'VariableName')
      return this.fail(node, 'En liste kan kun stå i count, min, max, sum, some og every.')
    const [group, field] = [this.source(root), this.source(name)]
    const bound = this.#bindings.toReversed().find((binding) => binding.name === group)
    const key = `${bound?.group ?? group}.${field}`
    if (!isFactKey(key)) return this.fail(node, `Kataloget kender ikke oplysningen "${key}".`)
    if (bound) return { op: 'field', slot: bound.slot, key }
    if (isListGroup(group)) return this.fail(node, `"${group}" er en liste; sig hvilken række med some, every eller et filter.`)
    return { op: 'fact', key: key as SingleKey }
  }

  #dateTime(node: SyntaxNode): FeelNode | null {
    const kind = node.getChild('DateTimeConstructor')
    const text = node.getChild('PositionalParameters')?.getChild('StringLiteral')
    if (!kind || !text) return this.fail(node, 'Skriv datoen eller varigheden som tekst: date("2026-11-22").')
    return (
      parseDateTime(this.source(kind), this.source(text)) ??
      this.fail(node, 'Varigheden skal være hele dage eller hele måneder: duration("P56D").')
    )
  }

  #logic(node: SyntaxNode, op: 'and' | 'or'): FeelNode | null {
    const [left, , right] = childrenOf(node)
    const first = left ? this.value(left) : null
    const second = right ? this.value(right) : null
    if (!first || !second) return null
    const flat = first.op === op && left?.name !== 'ParenthesizedExpression' ? first.items : [first]
    return { op, items: [...flat, second] }
  }

  placed(at: Place, node: FeelNode): FeelNode {
    this.#places.set(node, { from: at.from, to: at.to })
    return node
  }

  #arithmetic(node: SyntaxNode): FeelNode | null {
    const [first, second, third] = childrenOf(node)
    if (first && second && !third) return this.#negative(second)
    const sign = ARITHMETIC.find((known) => second && known === this.source(second))
    if (!first || !third || !sign) return this.fail(node, 'Regningsarten er ikke med i delmængden af FEEL.')
    const [left, right] = [this.value(first), this.value(third)]
    return left && right && this.#signed(sign, left, right)
  }

  #negative(node: SyntaxNode): FeelNode | null {
    const of = this.value(node)
    return of && { op: 'arithmetic', sign: '-', left: { op: 'number', value: 0 }, right: of }
  }

  #signed(sign: Arithmetic, left: FeelNode, right: FeelNode): FeelNode {
    const [leftType, rightType] = [this.#typeOf(left), this.#typeOf(right)]
    if (leftType === 'day' && rightType === 'day' && sign === '-') return { op: 'between-days', later: left, earlier: right }
    if (leftType === 'day' && (sign === '+' || sign === '-')) return { op: 'shift', sign, day: left, by: right }
    if (rightType === 'day' && sign === '+') return { op: 'shift', sign, day: right, by: left }
    return { op: 'arithmetic', sign, left, right }
  }

  #if(node: SyntaxNode): FeelNode | null {
    const [, test, , yes, , no] = childrenOf(node).map((child) => (['if', 'then', 'else'].includes(child.name) ? null : this.value(child)))
    return test && yes && no ? { op: 'if', test, yes, no } : null
  }

  #call(node: SyntaxNode): FeelNode | null {
    const callee = node.getChild('VariableName')
    if (!callee || node.getChild('NamedParameters')) return this.fail(node, 'Navngivne argumenter er ikke med i delmængden af FEEL.')
    const given = node.getChild('PositionalParameters')
    const [name, args] = [this.source(callee), given ? childrenOf(given) : []]
    const [first] = args
    const overRows = first && args.length === 1 ? this.#overRows(name, first) : 'no-list'
    return overRows === 'no-list' ? this.#plainCall(name, args) : overRows
  }

  #plainCall(name: string, args: readonly SyntaxNode[]): FeelNode | null {
    const values = args.map((arg) => this.value(arg))
    if (!values.every((value) => value !== null)) return null
    return name === 'not' && values.length === 1 && values[0] ? { op: 'not', of: values[0] } : { op: 'call', name, args: values }
  }

  #overRows(name: string, arg: SyntaxNode): FeelNode | null | 'no-list' {
    if (name === 'count') return this.#isRows(arg) ? this.#count(arg) : 'no-list'
    if (name !== 'min' && name !== 'max' && name !== 'sum') return 'no-list'
    return this.#isPluck(arg) ? this.#aggregate(name, arg) : 'no-list'
  }

  #count(arg: SyntaxNode): FeelNode | null {
    const list = this.#rows(arg)
    return list && { op: 'count', list }
  }

  /** One field of each row: `meeting[…].at`. */
  #isPluck(arg: SyntaxNode): boolean {
    const [root] = childrenOf(arg)
    return arg.name === 'PathExpression' && root !== undefined && this.#isRows(root)
  }

  #aggregate(op: 'min' | 'max' | 'sum', arg: SyntaxNode): FeelNode | null {
    const [root, , field] = childrenOf(arg)
    const list = root ? this.#rows(root) : null
    if (!list || !field) return null
    const key = `${groupOf(list)}.${this.source(field)}`
    return isFactKey(key) ? { op, list, slot: this.#slot(), key } : this.fail(field, `Kataloget kender ikke oplysningen "${key}".`)
  }

  #isRows(node: SyntaxNode): boolean {
    return node.name === 'FilterExpression' || (node.name === 'VariableName' && isListGroup(this.source(node)))
  }

  #rows(node: SyntaxNode): RowsNode | null {
    const read = node.name === 'FilterExpression' ? this.#filter(node) : this.#list(node)
    if (read) this.#places.set(read, { from: node.from, to: node.to })
    return read
  }

  #list(node: SyntaxNode): RowsNode | null {
    const group = this.source(node)
    if (node.name !== 'VariableName' || !isListGroup(group)) return this.fail(node, `Kataloget kender ikke listen "${group}".`)
    return { op: 'rows', group }
  }

  #filter(node: SyntaxNode): RowsNode | null {
    const [inner, , where] = childrenOf(node)
    const list = inner ? this.#rows(inner) : null
    if (!list || !where) return null
    const slot = this.#slot()
    const test = this.#within({ slot, group: groupOf(list), name: null }, where)
    return test && { op: 'filter', slot, list, where: test }
  }

  #quantifier(node: SyntaxNode): FeelNode | null {
    const op = this.source(node).startsWith('some') ? 'some' : 'every'
    const bindings = childrenOf(node).flatMap((child) => child.getChildren('InExpression'))
    const [binding] = bindings
    if (!binding || !node.lastChild || bindings.length > 1) return this.fail(node, `"${op}" tager én liste.`)
    const [name, , source] = childrenOf(binding)
    const list = this.#rows(source?.firstChild ?? binding)
    return list && this.#tested(op, list, name ? this.source(name) : '', node.lastChild)
  }

  #tested(op: 'some' | 'every', list: RowsNode, name: string, test: SyntaxNode): FeelNode | null {
    const slot = this.#slot()
    const tested = this.#within({ slot, group: groupOf(list), name }, test)
    return tested && { op, slot, list, test: tested }
  }

  #within(binding: Binding, node: SyntaxNode): FeelNode | null {
    const outer = this.#bindings
    this.#bindings = [...outer, binding]
    const read = this.value(node)
    this.#bindings = outer
    return read
  }

  #slot(): number {
    const slot = this.#nextSlot
    this.#nextSlot += 1
    return slot
  }
}
