import { isListGroup } from '#utils/domain/fact-catalogue.ts'
import { toNumber, toText, type DayNumber } from './brute-calendar.ts'
import type { LawState, RuleRow } from './table.ts'

/** One drawn case: the facts as plain JSON, the days, and the law of that day. */
export interface Drawn {
  readonly row: RuleRow
  readonly state: LawState | null
  readonly decisive: DayNumber
  readonly today: DayNumber
  readonly values: ReadonlyMap<string, unknown>
}

export type Random = () => number

/** mulberry32: small, seeded, good enough to draw days. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const between = (random: Random, low: number, high: number) => low + Math.floor(random() * (high - low + 1))

const YEARS = { first: toNumber('2012-06-01'), last: toNumber('2028-06-30') }

/** A decisive date: anywhere in the years, or, every other time, where it is hard: near a border of the law, or near a holiday. */
export function drawDecisive(row: RuleRow, random: Random, hardDays: readonly DayNumber[]): DayNumber {
  if (hardDays.length > 0 && row.states.some(({ deadline }) => deadline?.workingDays !== undefined) && random() < 0.4) {
    return (hardDays[between(random, 0, hardDays.length - 1)] ?? 0) + between(random, -9, 1)
  }
  const borders = row.states.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])])
  if (row.draft !== undefined) borders.push(row.draft)
  const border = borders[between(random, 0, borders.length - 1)]
  return random() < 0.5 && border !== undefined ? toNumber(border) + between(random, -3, 3) : between(random, YEARS.first, YEARS.last)
}

export function draw(row: RuleRow, random: Random, hardDays: readonly DayNumber[]): Drawn {
  const decisive = drawDecisive(row, random, hardDays)
  const state = row.states.find(({ from, to }) => toNumber(from) <= decisive && (to === null || decisive <= toNumber(to))) ?? null
  const today = row.decisive === 'today' ? decisive : decisive + between(random, row.today[0], row.today[1])
  const values = Object.entries({ ...row.situation, ...state?.with }).map(([key, value]) => [key, dated(value, decisive)] as const)
  return { row, state, decisive, today, values: new Map(values) }
}

const RELATIVE = /^D([+-]\d+)?$/

function dated(value: unknown, decisive: DayNumber): unknown {
  if (Array.isArray(value)) return value.map((item) => dated(item, decisive))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dated(inner, decisive)]))
  const relative = typeof value === 'string' ? RELATIVE.exec(value) : null
  return relative ? toText(decisive + Number(relative[1] ?? 0)) : value
}

/** The case in the form that `guide` reads. */
export function asJson({ row, values }: Pick<Drawn, 'row' | 'values'>): { facts: Record<string, unknown>; lists: Record<string, unknown> } {
  const facts: Record<string, unknown> = {}
  const lists: Record<string, unknown> = {}
  const cells: Record<string, unknown> = {}
  for (const [key, value] of values) {
    if (isListGroup(key)) lists[key] = value
    else if (row.list !== undefined && key.startsWith(`${row.list}.`)) cells[key] = value
    else facts[key] = value
  }
  if (row.list !== undefined) lists[row.list] = [cells]
  return { facts, lists }
}
