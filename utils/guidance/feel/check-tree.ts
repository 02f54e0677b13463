import { isListGroup, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import { enumValuesOf, feelTypeOf } from './fact-type.ts'
import { FEEL_FUNCTIONS, isFunctionName } from './functions.ts'
import { groupOf, type FeelNode, type FeelType, type RowsNode } from './node.ts'

/** Why a tree is refused. Texts are for the author of a rule; a node says where. */
export interface TreeProblem {
  readonly node: FeelNode | RowsNode
  readonly text: string
}

/** Which group's row each open slot holds. */
export type Slots = ReadonlyMap<number, ListGroup>

export interface TreeCheck {
  readonly type: FeelType
  readonly problems: readonly TreeProblem[]
}

/** Types a tree from its leaves up. The pack's builder and its reader both run it, so a tampered tree is refused. */
export function checkTree(tree: FeelNode, slots: Slots): TreeCheck {
  const problems: TreeProblem[] = []
  const type = new TreeTyper(problems).typeOf(tree, slots)
  return { type, problems }
}

const TYPE_NAMES: Readonly<Record<FeelType, string>> = {
  number: 'tal',
  text: 'tekst',
  boolean: 'ja/nej',
  day: 'dato',
  days: 'varighed i dage',
  months: 'varighed i måneder',
  texts: 'liste af tekster',
  null: 'null',
}

type NodeOf<Op extends FeelNode['op']> = Extract<FeelNode, { op: Op }>

class TreeTyper {
  readonly #problems: TreeProblem[]

  constructor(problems: TreeProblem[]) {
    this.#problems = problems
  }

  // oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
  typeOf(node: FeelNode, slots: Slots): FeelType {
    switch (node.op) {
      case 'number':
      case 'text':
      case 'boolean':
      case 'null':
      case 'days':
      case 'months':
        return node.op
      case 'today':
        return 'day'
      case 'day':
        return this.#day(node)
      case 'fact':
        return this.#fact(node, node.key)
      case 'field':
        return this.#field(node, slots)
      case 'named':
        return this.typeOf(node.of, slots)
      default:
        return this.#operation(node, slots)
    }
  }

  // oxlint-disable-next-line complexity -- one case an operation; the compiler sees that none is missing
  #operation(
    node: Exclude<
      FeelNode,
      NodeOf<'number' | 'text' | 'boolean' | 'null' | 'days' | 'months' | 'today' | 'day' | 'fact' | 'field' | 'named'>
    >,
    slots: Slots,
  ): FeelType {
    switch (node.op) {
      case 'and':
      case 'or':
        return this.#logic(node, slots)
      case 'not':
        return this.#expect(node.of, 'boolean', slots)
      case 'compare':
        return this.#compare(node, slots)
      case 'arithmetic':
        return this.#all([node.left, node.right], 'number', slots)
      case 'shift':
        return this.#shift(node, slots)
      case 'between-days':
        this.#all([node.later, node.earlier], 'day', slots)
        return 'days'
      case 'if':
        return this.#if(node, slots)
      case 'call':
        return this.#call(node, slots)
      case 'count':
        this.#rows(node.list, slots)
        return 'number'
      case 'some':
      case 'every':
        return this.#quantifier(node, slots)
      default:
        return this.#aggregate(node, slots)
    }
  }

  #fail(node: FeelNode | RowsNode, text: string): void {
    this.#problems.push({ node, text })
  }

  #expect(node: FeelNode, wanted: FeelType, slots: Slots): FeelType {
    const type = this.typeOf(node, slots)
    if (type !== wanted) this.#fail(node, `Her skal stå ${TYPE_NAMES[wanted]}, men udtrykket giver ${TYPE_NAMES[type]}.`)
    return wanted
  }

  #all(nodes: readonly FeelNode[], wanted: FeelType, slots: Slots): FeelType {
    for (const node of nodes) this.#expect(node, wanted, slots)
    return wanted
  }

  #day(node: NodeOf<'day'>): FeelType {
    if (parseCalendarDay(node.value) === null) this.#fail(node, `Datoen "${node.value}" findes ikke.`)
    return 'day'
  }

  #fact(node: FeelNode, key: string): FeelType {
    const type = feelTypeOf(key)
    const single = !isListGroup(key.split('.')[0] ?? '')
    if (type === null || single !== (node.op === 'fact')) this.#fail(node, `Kataloget kender ikke oplysningen "${key}".`)
    return type ?? 'null'
  }

  #field(node: NodeOf<'field'>, slots: Slots): FeelType {
    const group = slots.get(node.slot)
    if (group === undefined || group !== node.key.split('.')[0]) this.#fail(node, `"${node.key}" bruges uden for sin liste.`)
    return this.#fact(node, node.key)
  }

  #logic(node: NodeOf<'and' | 'or'>, slots: Slots): FeelType {
    if (node.items.length < 2) this.#fail(node, 'Der skal være mindst to led.')
    return this.#all(node.items, 'boolean', slots)
  }

  #compare(node: NodeOf<'compare'>, slots: Slots): FeelType {
    const left = this.typeOf(node.left, slots)
    const right = this.typeOf(node.right, slots)
    const ordering = node.rel !== '=' && node.rel !== '!='
    const withNull = left === 'null' || right === 'null'
    if (left !== right && (!withNull || ordering)) {
      this.#fail(node, `${TYPE_NAMES[left]} kan ikke sammenlignes med ${TYPE_NAMES[right]}.`)
    } else if (ordering && !['number', 'day', 'days', 'months'].includes(left)) {
      this.#fail(node, `${TYPE_NAMES[left]} har ingen rækkefølge.`)
    }
    if (left === 'texts' || right === 'texts') this.#fail(node, 'En liste sammenlignes ikke; brug list contains eller count.')
    this.#enumValue(node.left, node.right)
    this.#enumValue(node.right, node.left)
    return 'boolean'
  }

  #enumValue(fact: FeelNode, literal: FeelNode): void {
    if (literal.op !== 'text' || (fact.op !== 'fact' && fact.op !== 'field')) return
    const values = enumValuesOf(fact.key)
    if (values && !values.includes(literal.value)) this.#fail(literal, `"${literal.value}" er ikke en værdi af "${fact.key}".`)
  }

  #shift(node: NodeOf<'shift'>, slots: Slots): FeelType {
    this.#expect(node.day, 'day', slots)
    const by = this.typeOf(node.by, slots)
    if (by !== 'days' && by !== 'months') this.#fail(node.by, `Til en dato lægges en varighed, ikke ${TYPE_NAMES[by]}.`)
    return 'day'
  }

  #if(node: NodeOf<'if'>, slots: Slots): FeelType {
    this.#expect(node.test, 'boolean', slots)
    const [yes, no] = [this.typeOf(node.yes, slots), this.typeOf(node.no, slots)]
    if (yes !== no && yes !== 'null' && no !== 'null') this.#fail(node, `De to grene giver ${TYPE_NAMES[yes]} og ${TYPE_NAMES[no]}.`)
    return yes === 'null' ? no : yes
  }

  #call(node: NodeOf<'call'>, slots: Slots): FeelType {
    if (node.name === 'min' || node.name === 'max') return this.#extreme(node, slots)
    const known = isFunctionName(node.name) ? FEEL_FUNCTIONS[node.name] : undefined
    if (!known) {
      this.#fail(node, `Funktionen "${node.name}" er ikke med i delmængden af FEEL.`)
      return 'null'
    }
    if (node.args.length !== known.args.length)
      this.#fail(node, `"${node.name}" tager ${known.args.length} argumenter, ikke ${node.args.length}.`)
    known.args.forEach((wanted, index) => {
      const arg = node.args[index]
      if (arg) this.#expect(arg, wanted, slots)
    })
    return known.returns
  }

  #extreme(node: NodeOf<'call'>, slots: Slots): FeelType {
    const [first] = node.args
    const type = first ? this.typeOf(first, slots) : 'null'
    if (node.args.length < 2) this.#fail(node, `"${node.name}" tager mindst to argumenter eller en liste.`)
    if (type !== 'number' && type !== 'day') this.#fail(node, `"${node.name}" tager tal eller datoer, ikke ${TYPE_NAMES[type]}.`)
    return this.#all(node.args, type, slots)
  }

  #quantifier(node: NodeOf<'some' | 'every'>, slots: Slots): FeelType {
    const group = this.#rows(node.list, slots)
    return this.#expect(node.test, 'boolean', this.#opened(node, node.slot, group, slots))
  }

  #aggregate(node: NodeOf<'min' | 'max' | 'sum'>, slots: Slots): FeelType {
    const group = this.#rows(node.list, slots)
    const field: FeelNode = { op: 'field', slot: node.slot, key: node.key }
    const type = this.typeOf(field, this.#opened(node, node.slot, group, slots))
    if (type !== 'number' && (type !== 'day' || node.op === 'sum')) this.#fail(node, `"${node.op}" kan ikke bruges på ${TYPE_NAMES[type]}.`)
    return type
  }

  #rows(rows: RowsNode, slots: Slots): ListGroup {
    if (rows.op === 'filter') {
      const group = this.#rows(rows.list, slots)
      this.#expect(rows.where, 'boolean', this.#opened(rows, rows.slot, group, slots))
    } else if (!isListGroup(rows.group)) this.#fail(rows, `Kataloget kender ikke listen "${String(rows.group)}".`)
    return groupOf(rows)
  }

  #opened(node: FeelNode | RowsNode, slot: number, group: ListGroup, slots: Slots): Slots {
    if (slots.has(slot)) this.#fail(node, 'Den samme rækkeplads bruges to gange.')
    return new Map(slots).set(slot, group)
  }
}
