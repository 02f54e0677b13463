import * as fc from 'fast-check'
import { addDays, day, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { FactKey, SingleKey } from '#utils/domain/fact-catalogue.ts'
import { RELATIONS, type FeelNode, type RowsNode } from '#utils/guidance/feel/node.ts'

/** Keys that generated expressions speak of, by type; one list with one field of each type. */
export const SINGLES = {
  day: ['contact.startDate', 'contact.handoverDate', 'sick.firstDay'],
  number: ['sick.paidWeeks', 'sick.extent'],
  boolean: ['contact.exempted25pct', 'citizen.protectedAddress'],
  text: ['contact.exemptionReason', 'sick.employer'],
} as const satisfies Record<string, readonly SingleKey[]>

export const FIELDS = { day: 'offer.start', number: 'offer.hoursPerWeek', text: 'offer.provider' } as const satisfies Record<
  string,
  FactKey
>

export const ALL_SINGLES: readonly SingleKey[] = Object.values(SINGLES).flat()
export const ALL_FIELDS: readonly FactKey[] = Object.values(FIELDS)

const WORDS = ['a', 'ab', 'bA', 'Nord', ''] as const
const anyDay = fc.integer({ min: -40, max: 400 }).map((offset) => addDays(day('2026-06-01'), offset))
const anyNumber = fc.integer({ min: -3, max: 30 })

const VALUES = {
  day: anyDay as fc.Arbitrary<FactValue>,
  number: anyNumber as fc.Arbitrary<FactValue>,
  boolean: fc.boolean() as fc.Arbitrary<FactValue>,
  text: fc.constantFrom(...WORDS) as fc.Arbitrary<FactValue>,
}

type ValueType = keyof typeof VALUES

const typeOfKey = (key: string): ValueType =>
  (Object.entries({ ...SINGLES, ...Object.fromEntries(Object.entries(FIELDS).map(([type, field]) => [`${type} field`, [field]])) })
    .find(([, keys]) => (keys as readonly string[]).includes(key))?.[0]
    .split(' ')[0] ?? 'text') as ValueType

export interface GeneratedCase {
  readonly singles: ReadonlyMap<SingleKey, FactValue>
  readonly rows: readonly ReadonlyMap<FactKey, FactValue>[]
  readonly today: CalendarDay
}

const valueOf = (key: string) => fc.option(VALUES[typeOfKey(key)], { nil: null, freq: 5 })

/** A case in which every fact is read; some are empty. */
export const anyCase: fc.Arbitrary<GeneratedCase> = fc.record({
  singles: fc.tuple(...ALL_SINGLES.map((key) => valueOf(key).map((value) => [key, value] as const))).map((pairs) => new Map(pairs)),
  rows: fc.array(
    fc.tuple(...ALL_FIELDS.map((key) => valueOf(key).map((value) => [key, value] as const))).map((pairs) => new Map(pairs)),
    { maxLength: 4 },
  ),
  today: anyDay,
})

/** What an expression may speak of where it stands. */
interface Place {
  readonly slots: readonly number[]
  readonly depth: number
  /** Off inside a filter: bare names of two filters on one list cannot be told apart in text. */
  readonly lists: boolean
}

const relation = fc.constantFrom(...RELATIONS)
const node = (arb: fc.Arbitrary<FeelNode>) => arb

function leaf(type: ValueType, place: Place): fc.Arbitrary<FeelNode> {
  const facts = SINGLES[type].map((key): FeelNode => ({ op: 'fact', key }))
  const field = type === 'boolean' ? [] : place.slots.map((slot): FeelNode => ({ op: 'field', slot, key: FIELDS[type] }))
  const literal = VALUES[type].map((value): FeelNode => {
    if (typeof value === 'number') return { op: 'number', value }
    if (typeof value === 'boolean') return { op: 'boolean', value }
    return type === 'day' ? { op: 'day', value: String(value) } : { op: 'text', value: String(value) }
  })
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...facts, ...field) }, { weight: 1, arbitrary: literal })
}

export function days(place: Place): fc.Arbitrary<FeelNode> {
  if (place.depth <= 0) return leaf('day', place)
  const deeper = { ...place, depth: place.depth - 1 }
  return fc.oneof(
    { weight: 3, arbitrary: leaf('day', place) },
    { weight: 1, arbitrary: fc.constant<FeelNode>({ op: 'today' }) },
    {
      weight: 2,
      arbitrary: node(
        fc.record({
          op: fc.constant('shift' as const),
          sign: fc.constantFrom('+' as const, '-' as const),
          day: days(deeper),
          by: duration,
        }),
      ),
    },
    { weight: 1, arbitrary: choice(deeper, days) },
  )
}

const duration: fc.Arbitrary<FeelNode> = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((value): FeelNode => ({ op: 'days', value })),
  fc.integer({ min: 0, max: 14 }).map((value): FeelNode => ({ op: 'months', value })),
)

export function numbers(place: Place): fc.Arbitrary<FeelNode> {
  if (place.depth <= 0) return leaf('number', place)
  const deeper = { ...place, depth: place.depth - 1 }
  const arithmetic = fc.record({
    op: fc.constant('arithmetic' as const),
    sign: fc.constantFrom('+' as const, '-' as const, '*' as const),
    left: numbers(deeper),
    right: numbers(deeper),
  })
  const overRows = rows(deeper).map((list): FeelNode => ({ op: 'count', list }))
  const aggregated = fc
    .tuple(fc.constantFrom('min' as const, 'max' as const, 'sum' as const), rows(deeper))
    .map(([op, list]): FeelNode => ({ op, list, slot: 15 - place.depth, key: FIELDS.number }))
  const text = texts(deeper).map((of): FeelNode => ({ op: 'call', name: 'string length', args: [of] }))
  const extreme = fc
    .tuple(fc.constantFrom('min', 'max'), numbers(deeper), numbers(deeper))
    .map(([name, a, b]): FeelNode => ({ op: 'call', name, args: [a, b] }))
  return fc.oneof(
    { weight: 3, arbitrary: leaf('number', place) },
    { weight: 2, arbitrary: node(arithmetic) },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: extreme },
    { weight: place.lists ? 3 : 0, arbitrary: overRows },
    { weight: place.lists ? 1 : 0, arbitrary: aggregated },
    { weight: 1, arbitrary: choice(deeper, numbers) },
  )
}

function texts(place: Place): fc.Arbitrary<FeelNode> {
  if (place.depth <= 0) return leaf('text', place)
  const deeper = { ...place, depth: place.depth - 1 }
  const cased = fc
    .tuple(fc.constantFrom('lower case', 'upper case'), texts(deeper))
    .map(([name, of]): FeelNode => ({ op: 'call', name, args: [of] }))
  return fc.oneof(
    { weight: 3, arbitrary: leaf('text', place) },
    { weight: 1, arbitrary: cased },
    { weight: 1, arbitrary: choice(deeper, texts) },
  )
}

function rows(place: Place): fc.Arbitrary<RowsNode> {
  const slot = 20 - place.depth
  const all: RowsNode = { op: 'rows', group: 'offer' }
  const where = booleans({ slots: [...place.slots, slot], depth: Math.min(1, place.depth), lists: false })
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(all) },
    { weight: 3, arbitrary: where.map((test): RowsNode => ({ op: 'filter', slot, list: all, where: asComparison(test) })) },
  )
}

/** feelin 8.2.0 gives a filter its row only when the filter is a comparison: `count([{s: 1}][not(s = 1)])` gives 1 there. */
const asComparison = (test: FeelNode): FeelNode => ({ op: 'compare', rel: '=', left: test, right: { op: 'boolean', value: true } })

function choice(place: Place, of: (place: Place) => fc.Arbitrary<FeelNode>): fc.Arbitrary<FeelNode> {
  return fc.record({ op: fc.constant('if' as const), test: booleans(place), yes: of(place), no: of(place) })
}

function comparison(place: Place): fc.Arbitrary<FeelNode> {
  const ordered = fc.oneof(fc.tuple(days(place), days(place)), fc.tuple(numbers(place), numbers(place)))
  const equal = fc.oneof(
    fc.tuple(texts(place), texts(place)),
    fc.tuple(leaf('day', place), fc.constant<FeelNode>({ op: 'null' })),
    fc.tuple(leaf('boolean', place), leaf('boolean', place)),
  )
  const spans = fc.tuple(days(place), days(place), fc.integer({ min: -50, max: 200 })).map(
    ([later, earlier, value]) =>
      [
        { op: 'between-days', later, earlier },
        { op: 'days', value: Math.abs(value) },
      ] as [FeelNode, FeelNode],
  )
  return fc.oneof(
    fc.tuple(relation, ordered).map(([rel, [left, right]]): FeelNode => ({ op: 'compare', rel, left, right })),
    fc
      .tuple(fc.constantFrom('=' as const, '!=' as const), equal)
      .map(([rel, [left, right]]): FeelNode => ({ op: 'compare', rel, left, right })),
    // Only their order: feelin 8.2.0 finds duration("P181D") = duration("P180D").
    fc
      .tuple(fc.constantFrom('<' as const, '>' as const, '<=' as const, '>=' as const), spans)
      .map(([rel, [left, right]]): FeelNode => ({ op: 'compare', rel, left, right })),
  )
}

/** A condition: what a rule's `applies` and `met` are. */
export function booleans(place: Place): fc.Arbitrary<FeelNode> {
  if (place.depth <= 0) return fc.oneof(leaf('boolean', place), comparison({ ...place, depth: 0 }))
  const deeper = { ...place, depth: place.depth - 1 }
  const slot = 10 - place.depth
  const quantified = fc.tuple(
    fc.constantFrom('some' as const, 'every' as const),
    rows(deeper),
    booleans({ slots: [...place.slots, slot], depth: place.depth - 1, lists: place.lists }),
  )
  return fc.oneof(
    { weight: 3, arbitrary: comparison(deeper) },
    {
      weight: 3,
      arbitrary: node(
        fc.record({
          op: fc.constantFrom('and' as const, 'or' as const),
          items: fc.array(booleans(deeper), { minLength: 2, maxLength: 3 }),
        }),
      ),
    },
    { weight: 1, arbitrary: booleans(deeper).map((of): FeelNode => ({ op: 'not', of })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('contains', 'starts with', 'ends with'), texts(deeper), texts(deeper))
        .map(([name, a, b]): FeelNode => ({ op: 'call', name, args: [a, b] })),
    },
    { weight: 1, arbitrary: choice(deeper, booleans) },
    { weight: place.lists ? 3 : 0, arbitrary: quantified.map(([op, list, test]): FeelNode => ({ op, slot, list, test })) },
  )
}

export const TOP: Place = { slots: [], depth: 3, lists: true }
