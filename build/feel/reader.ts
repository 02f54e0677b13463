import { isFactKey, isListGroup, type FactKey, type ListGroup, type SingleKey } from '#utils/domain/fact-catalogue.ts'
import { checkTree } from '#utils/guidance/feel/check-tree.ts'
import { groupOf, RELATIONS, type Arithmetic, type FeelNode, type FeelType, type Relation, type RowsNode } from '#utils/guidance/feel/node.ts'
import { parseDuration, parseText } from './literals.ts'
import type { AnyNode, FeelProblem, NamedCondition, SyntaxNode } from './parse.ts'

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
      case 'ParenthesizedExpression': return this.#only(node, 1)
      case 'NumericLiteral': return { op: 'number', value: Number(this.#source(node)) }
      case 'StringLiteral': return { op: 'text', value: parseText(this.#source(node)) }
      case 'BooleanLiteral': return { op: 'boolean', value: this.#source(node) === 'true' }
      case 'null': return { op: 'null' }
      case 'VariableName': return this.#name(node)
      case 'PathExpression': return this.#path(node)
      case 'DateTimeLiteral': return this.#dateTime(node)
      default: return this.#compound(node)
    }
  }

  #compound(node: SyntaxNode): FeelNode | null {
    switch (node.name) {
      case 'Conjunction': return this.#logic(node, 'and')
      case 'Disjunction': return this.#logic(node, 'or')
      case 'Comparison': return this.#comparison(node)
      case 'ArithmeticExpression': return this.#arithmetic(node)
      case 'IfExpression': return this.#if(node)
      case 'FunctionInvocation': return this.#call(node)
      case 'QuantifiedExpression': return this.#quantifier(node)
      default: return this.#fail(node, `"${node.name}" er ikke med i delmængden af FEEL.`)
    }
  }

  #fail(node: SyntaxNode, text: string): null {
    this.problems.push({ text, from: node.from, to: node.to })
    return null
  }

  #source(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to)
  }

  #children(node: SyntaxNode): SyntaxNode[] {
    const list: SyntaxNode[] = []
    for (let child = node.firstChild; child; child = child.nextSibling) list.push(child)
    return list
  }

  #only(node: SyntaxNode, index: number): FeelNode | null {
    const child = this.#children(node)[index]
    return child ? this.value(child) : this.#fail(node, 'Her mangler et udtryk.')
  }

  #typeOf(node: FeelNode): FeelType {
    return checkTree(node, new Map(this.#bindings.map(({ slot, group }) => [slot, group]))).type
  }

  #name(node: SyntaxNode): FeelNode | null {
    const name = this.#source(node)
    for (const { slot, group, name: variable } of this.#bindings.toReversed()) {
      const key = `${group}.${name}`
      if (variable === null && isFactKey(key)) return { op: 'field', slot, key }
    }
    if (name === 'today') return { op: 'today' }
    const named = this.#named.get(name)
    if (named) return { op: 'named', text: named.text, feel: named.feel, of: named.tree }
    return this.#fail(node, `Navnet "${name}" kendes ikke.`)
  }

  #path(node: SyntaxNode): FeelNode | null {
    const [root, , name] = this.#children(node)
    if (!root || !name || root.name !== 'VariableName') return this.#fail(node, 'En liste kan kun stå i count, min, max, sum, some og every.')
    const [group, field] = [this.#source(root), this.#source(name)]
    const bound = this.#bindings.toReversed().find((binding) => binding.name === group)
    const key = `${bound?.group ?? group}.${field}`
    if (!isFactKey(key)) return this.#fail(node, `Kataloget kender ikke oplysningen "${key}".`)
    if (bound) return { op: 'field', slot: bound.slot, key }
    if (isListGroup(group)) return this.#fail(node, `"${group}" er en liste; sig hvilken række med some, every eller et filter.`)
    return { op: 'fact', key: key as SingleKey }
  }

  #dateTime(node: SyntaxNode): FeelNode | null {
    const kind = node.getChild('DateTimeConstructor')
    const text = node.getChild('PositionalParameters')?.getChild('StringLiteral')
    if (!kind || !text) return this.#fail(node, 'Skriv datoen eller varigheden som tekst: date("2026-11-22").')
    const literal = parseText(this.#source(text))
    if (this.#source(kind) === 'date') return { op: 'day', value: literal }
    const duration = this.#source(kind) === 'duration' ? parseDuration(literal) : null
    return duration ?? this.#fail(node, 'Varigheden skal være hele dage eller hele måneder: duration("P56D").')
  }

  #logic(node: SyntaxNode, op: 'and' | 'or'): FeelNode | null {
    const [left, , right] = this.#children(node)
    const first = left ? this.value(left) : null
    const second = right ? this.value(right) : null
    if (!first || !second) return null
    const flat = first.op === op && left?.name !== 'ParenthesizedExpression' ? first.items : [first]
    return { op, items: [...flat, second] }
  }

  #comparison(node: SyntaxNode): FeelNode | null {
    const [left, middle, right, , high] = this.#children(node)
    const value = left ? this.value(left) : null
    if (!value || !left || !middle || !right) return null
    if (middle.name === 'in') return this.#in(left, node)
    if (middle.name === 'between') return this.#range(left, [right, high ?? right], ['>=', '<='])
    const other = this.value(right)
    const rel = RELATIONS.find((relation) => relation === this.#source(middle))
    if (!rel) return this.#fail(middle, `"${this.#source(middle)}" er ikke med i delmængden af FEEL.`)
    return other && this.#placed(node, { op: 'compare', rel, left: value, right: other })
  }

  #placed(at: Place, node: FeelNode): FeelNode {
    this.#places.set(node, { from: at.from, to: at.to })
    return node
  }

  #range(left: SyntaxNode, ends: readonly [SyntaxNode, SyntaxNode], rels: readonly [Relation, Relation]): FeelNode | null {
    const items = ends.map((end, index) => this.#compared(left, rels[index] ?? '=', end))
    return items.every((item) => item !== null) ? { op: 'and', items } : null
  }

  #compared(left: SyntaxNode, rel: Relation, right: SyntaxNode): FeelNode | null {
    const [value, other] = [this.value(left), this.value(right)]
    return value && other && this.#placed({ from: left.from, to: right.to }, { op: 'compare', rel, left: value, right: other })
  }

  #in(left: SyntaxNode, node: SyntaxNode): FeelNode | null {
    const items = this.#tests(node).map((test) => this.#test(left, test))
    if (!items.every((item) => item !== null)) return null
    return items.length === 1 ? (items[0] ?? null) : { op: 'or', items }
  }

  /** The single tests of `in (…)`, `in [1..3]` and `in ["a", "b"]`. */
  #tests(node: SyntaxNode): SyntaxNode[] {
    const tests = [...node.getChildren('PositiveUnaryTest'), ...(node.getChild('PositiveUnaryTests')?.getChildren('PositiveUnaryTest') ?? [])]
    return tests.flatMap((test) => {
      const outer = test.firstChild ?? test
      const inner = outer.name === 'ParenthesizedExpression' ? (this.#children(outer)[1] ?? outer) : outer
      return inner.name === 'List' ? this.#children(inner).filter((child) => child.name !== '[' && child.name !== ']') : [inner]
    })
  }

  #test(left: SyntaxNode, test: SyntaxNode): FeelNode | null {
    if (test.name !== 'SimplePositiveUnaryTest') return this.#compared(left, '=', test)
    const [first, second] = this.#children(test)
    if (first?.name === 'Interval') return this.#interval(left, first)
    const rel = first && RELATIONS.find((relation) => relation === this.#source(first))
    return rel && second ? this.#compared(left, rel, second) : this.#fail(test, 'Testen er ikke med i delmængden af FEEL.')
  }

  #interval(left: SyntaxNode, interval: SyntaxNode): FeelNode | null {
    const [open, low, , high, close] = this.#children(interval)
    if (!open || !low || !high || !close) return this.#fail(interval, 'Intervallet skal have to ender.')
    return this.#range(left, [low, high], [this.#source(open) === '[' ? '>=' : '>', this.#source(close) === ']' ? '<=' : '<'])
  }

  #arithmetic(node: SyntaxNode): FeelNode | null {
    const children = this.#children(node)
    const [a, b, c] = children
    if (children.length === 2 && b) {
      const of = this.value(b)
      return of && { op: 'arithmetic', sign: '-', left: { op: 'number', value: 0 }, right: of }
    }
    const [left, right] = [a ? this.value(a) : null, c ? this.value(c) : null]
    const sign = b ? this.#source(b) : ''
    if (!left || !right) return null
    if (sign !== '+' && sign !== '-' && sign !== '*' && sign !== '/') return this.#fail(node, `"${sign}" er ikke med i delmængden af FEEL.`)
    return this.#signed(sign, left, right)
  }

  #signed(sign: Arithmetic, left: FeelNode, right: FeelNode): FeelNode {
    const [leftType, rightType] = [this.#typeOf(left), this.#typeOf(right)]
    if (leftType === 'day' && rightType === 'day' && sign === '-') return { op: 'between-days', later: left, earlier: right }
    if (leftType === 'day' && (sign === '+' || sign === '-')) return { op: 'shift', sign, day: left, by: right }
    if (rightType === 'day' && sign === '+') return { op: 'shift', sign, day: right, by: left }
    return { op: 'arithmetic', sign, left, right }
  }

  #if(node: SyntaxNode): FeelNode | null {
    const [, test, , yes, , no] = this.#children(node).map((child) => (['if', 'then', 'else'].includes(child.name) ? null : this.value(child)))
    return test && yes && no ? { op: 'if', test, then: yes, else: no } : null
  }

  #call(node: SyntaxNode): FeelNode | null {
    const callee = node.getChild('VariableName')
    const given = node.getChild('PositionalParameters')
    if (!callee) return this.#fail(node, 'Kun funktioner med navn kan kaldes.')
    if (node.getChild('NamedParameters')) return this.#fail(node, 'Navngivne argumenter er ikke med i delmængden af FEEL.')
    const name = this.#source(callee)
    const args = given ? this.#children(given) : []
    const [first] = args
    if (first && args.length === 1 && ['count', 'min', 'max', 'sum'].includes(name)) {
      const overRows = this.#overRows(name as 'count' | 'min' | 'max' | 'sum', first)
      if (overRows !== 'no-list') return overRows
    }
    const values = args.map((arg) => this.value(arg))
    if (!values.every((value) => value !== null)) return null
    if (name === 'not' && values.length === 1 && values[0]) return { op: 'not', of: values[0] }
    return { op: 'call', name, args: values }
  }

  #overRows(op: 'count' | 'min' | 'max' | 'sum', arg: SyntaxNode): FeelNode | null | 'no-list' {
    if (op === 'count') {
      const list = this.#isRows(arg) ? this.#rows(arg) : 'no-list'
      return list === 'no-list' ? list : list && { op, list }
    }
    const [root, , field] = arg.name === 'PathExpression' ? this.#children(arg) : []
    if (!root || !field || !this.#isRows(root)) return 'no-list'
    const list = this.#rows(root)
    if (!list) return null
    const key = `${groupOf(list)}.${this.#source(field)}`
    if (!isFactKey(key)) return this.#fail(field, `Kataloget kender ikke oplysningen "${key}".`)
    return { op, list, slot: this.#slot(), key: key as FactKey }
  }

  #isRows(node: SyntaxNode): boolean {
    return node.name === 'FilterExpression' || (node.name === 'VariableName' && isListGroup(this.#source(node)))
  }

  #rows(node: SyntaxNode): RowsNode | null {
    const read = node.name === 'FilterExpression' ? this.#filter(node) : this.#list(node)
    if (read) this.#places.set(read, { from: node.from, to: node.to })
    return read
  }

  #list(node: SyntaxNode): RowsNode | null {
    const group = this.#source(node)
    if (node.name !== 'VariableName' || !isListGroup(group)) return this.#fail(node, `Kataloget kender ikke listen "${group}".`)
    return { op: 'rows', group }
  }

  #filter(node: SyntaxNode): RowsNode | null {
    const [inner, , where] = this.#children(node)
    const list = inner ? this.#rows(inner) : null
    if (!list || !where) return null
    const slot = this.#slot()
    const test = this.#within({ slot, group: groupOf(list), name: null }, where)
    return test && { op: 'filter', slot, list, where: test }
  }

  #quantifier(node: SyntaxNode): FeelNode | null {
    const op = node.getChild('some') ? 'some' : 'every'
    const bindings = node.getChild('InExpressions')?.getChildren('InExpression') ?? []
    const [binding] = bindings
    const name = binding?.getChild('Name')
    const source = binding?.getChild('IterationContext')?.firstChild
    const test = node.lastChild
    if (bindings.length !== 1 || !name || !source || !test) return this.#fail(node, `"${op}" tager én liste.`)
    const list = this.#rows(source)
    if (!list) return null
    const slot = this.#slot()
    const tested = this.#within({ slot, group: groupOf(list), name: this.#source(name) }, test)
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
