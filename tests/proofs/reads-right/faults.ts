import type { PlantedFault } from '../support/planted.ts'
import { compare } from './compare.ts'
import type { Comparison, Deviation, Reading, Shown } from './compare.ts'

/** Faults of each kind put into a real reading or its truth, to see that the comparison is not blind. */
export function plantFaults(reading: Reading, shown: Shown): PlantedFault[] {
  const found = (kind: Deviation['kind'], comparison: Comparison) => comparison.deviations.some((deviation) => deviation.kind === kind)
  const clean = compare(reading, shown)
  const factKey = shown.screen.facts.find((key) => reading.facts[key as keyof Reading['facts']]?.value !== undefined) ?? ''
  const [group = '', list] = Object.entries(reading.lists).find(([, candidate]) => candidate.rows.length > 0) ?? []
  const rowKey = Object.keys(list?.rows[0]?.facts ?? {})[0] ?? ''
  const withoutFact = Object.fromEntries(Object.entries(reading.facts).filter(([key]) => key !== factKey))
  const lists = reading.lists as Readonly<Record<string, NonNullable<typeof list>>>
  const changedRows = list && {
    ...list,
    rows: list.rows.map((row, at) =>
      at === 0 ? { ...row, facts: { ...row.facts, [rowKey]: { key: rowKey, value: 'plantet forkert', source: null } } } : row,
    ),
  }
  const short = list && { ...list, rows: list.rows.slice(1), coverage: { ...list.coverage, complete: true } }
  const relation = { cpr: String(reading.identity.cpr) }
  const cases: readonly (readonly [string, Deviation['kind'], Comparison])[] = [
    [
      'a wrong oracle value',
      'wrong',
      compare(reading, { ...shown, truth: { ...shown.truth, facts: { ...shown.truth.facts, [factKey]: 'plantet forkert' } } }),
    ],
    ['a swapped identity', 'identity', compare({ ...reading, identity: { ...reading.identity, cpr: '0101997999' } }, shown)],
    ["another citizen's id", 'identity', compare({ ...reading, identity: { ...reading.identity, citizenId: 'another' } }, shown)],
    ['a missing value', 'not-found', compare({ ...reading, facts: withoutFact }, shown)],
    ['a wrong cell', 'wrong', compare({ ...reading, lists: { ...lists, [group]: changedRows } }, shown)],
    ['a list called complete that is not', 'incomplete', compare({ ...reading, lists: { ...lists, [group]: short } }, shown)],
    ["a third person's CPR number", 'third-person', compare(reading, { ...shown, truth: { ...shown.truth, relations: [relation] } })],
    ['an unread page', 'not-found', compare(null, shown)],
  ]
  return cases.map(([kind, deviation, comparison]) => ({
    kind,
    found: found(deviation, comparison) && comparison.deviations.length > clean.deviations.length,
  }))
}
