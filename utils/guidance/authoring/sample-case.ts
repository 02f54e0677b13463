import type { FactList, FactRow } from '#utils/domain/case-view.ts'
import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { factDefinition, isListGroup, keysOfGroup, type FactKey, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import { asId, type RowKey } from '#utils/domain/ids.ts'
import { danishDay } from '../feel/danish-day.ts'
import type { FeelNode, RowsNode } from '../feel/node.ts'
import { childrenOf, keysIn } from '../feel/walk.ts'
import type { CaseInput } from '../load-case.ts'
import type { PackVersion } from '../pack-schema.ts'

/** A case on a day, made up to try a rule with. */
export interface SampleCase {
  readonly input: CaseInput
  readonly today: CalendarDay
}

export const EMPTY_CASE: CaseInput = { facts: {}, lists: {} }

/** Draws: a number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number

/** Numbers that look drawn and are the same every time: a check must not find a fault on one day only. */
export function steadyDraw(seed = 1): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

/** What a version looks at and compares with: where its answers change. */
export interface Critical {
  readonly keys: readonly FactKey[]
  readonly groups: readonly ListGroup[]
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
  readonly days: readonly CalendarDay[]
  /** No day before this is anybody's today. */
  readonly earliest: CalendarDay
}

export function criticalOf(version: PackVersion): Critical {
  const trees = [version.decidedBy, version.applies, version.met, version.due, version.warnFrom].flatMap((own) => (own ? [own.tree] : []))
  const nodes = trees.flatMap((tree) => allNodes(tree))
  const keys = [...new Set(trees.flatMap((tree) => keysIn(tree)))]
  const groups = [
    ...new Set([...nodes.flatMap((node) => (node.op === 'rows' ? [node.group] : [])), ...keys.map(groupNamed).filter(isListGroup)]),
  ]
  const numbers = nodes.flatMap((node) =>
    node.op === 'number' || node.op === 'days' ? [node.value] : node.op === 'months' ? [node.value * 30] : [],
  )
  const texts = nodes.flatMap((node) => (node.op === 'text' ? [node.value] : []))
  const days = nodes.flatMap((node) => (node.op === 'day' ? [node.value as CalendarDay] : []))
  return {
    keys: keys.filter((key) => !isListGroup(groupNamed(key))),
    groups,
    numbers,
    texts,
    days: [version.from, ...days],
    earliest: addDays(version.from, -1000),
  }
}

const groupNamed = (key: FactKey) => key.slice(0, key.indexOf('.'))

function allNodes(node: FeelNode | RowsNode): readonly (FeelNode | RowsNode)[] {
  return [node, ...childrenOf(node).flatMap(allNodes)]
}

/** The case with one to three things changed to values where the version's answer may change. */
export function varied(sample: SampleCase, critical: Critical, draw: Draw): SampleCase {
  let next = sample
  for (let left = 1 + draw(3); left > 0; left -= 1) next = changed(next, critical, draw)
  return next
}

function changed({ input, today }: SampleCase, critical: Critical, draw: Draw): SampleCase {
  const { keys, groups } = critical
  const at = draw(keys.length + groups.length + 1)
  const key = keys[at]
  const group = groups[at - keys.length]
  if (key !== undefined) {
    const value = valueFor(key, { input, today }, critical, draw)
    return { input: { ...input, facts: { ...input.facts, [key]: factOf(key, value) } }, today }
  }
  if (group !== undefined)
    return { input: { ...input, lists: { ...input.lists, [group]: changedList(group, { input, today }, critical, draw) } }, today }
  const moved = nearDay({ input, today }, critical, draw)
  // Nobody opens a case long before the law it is judged by.
  return { input, today: moved < critical.earliest ? today : moved }
}

const MOST_ROWS = 8

function changedList(group: ListGroup, sample: SampleCase, critical: Critical, draw: Draw): FactList {
  const rows = [...(sample.input.lists[group]?.rows ?? [])] as FactRow[]
  const at = draw(rows.length)
  const choice = draw(4)
  if (choice === 0 && rows.length > 0) rows.splice(at, 1)
  else if (choice === 1 || rows.length === 0) {
    if (rows.length < MOST_ROWS) rows.push(newRow(group, rows.length, sample, critical, draw))
  } else {
    const keys = keysOfGroup(group)
    const key = keys[draw(keys.length)]
    const row = rows[at]
    if (row && key) rows[at] = { ...row, facts: { ...row.facts, [key]: factOf(key, valueFor(key, sample, critical, draw)) } }
  }
  return { rows, coverage: { read: rows.length, total: rows.length, complete: true, filters: [] } }
}

// oxlint-disable-next-line max-params -- what a value is drawn from
function newRow(group: ListGroup, index: number, sample: SampleCase, critical: Critical, draw: Draw): FactRow {
  const like = sample.input.lists[group]?.rows[0]?.facts ?? {}
  const facts = Object.fromEntries(keysOfGroup(group).map((key) => [key, factOf(key, valueFor(key, sample, critical, draw))]))
  return { key: asId<RowKey>(`${group}-ny-${index}-${draw(1000)}`), facts: draw(2) === 0 ? { ...facts, ...like } : facts }
}

function factOf(key: FactKey, value: FactValue): Fact {
  return { key, value, source: { pageKind: '', locator: '', asRead: '', readAt: '' } }
}

// oxlint-disable-next-line complexity -- one case a type of fact
function valueFor(key: FactKey, sample: SampleCase, critical: Critical, draw: Draw): FactValue {
  const definition = factDefinition(key)
  if (definition === null || draw(6) === 0) return null
  switch (definition.type) {
    case 'date':
      return nearDay(sample, critical, draw)
    case 'dateTime':
      return `${nearDay(sample, critical, draw)}T10:00`
    case 'number':
      return pick([0, 1, ...critical.numbers], draw) + draw(3) - 1
    case 'yesNo':
      return draw(2) === 0
    case 'enum':
      return pick([...critical.texts.filter((text) => definition.values?.includes(text)), ...(definition.values ?? [])], draw)
    case 'textList':
      return critical.texts.slice(0, draw(3))
    default:
      return pick([...critical.texts, 'noget andet'], draw)
  }
}

/** A day beside one that the case or the version already has, a critical count away from it, or today. */
function nearDay({ input, today }: SampleCase, { days, numbers }: Critical, draw: Draw): CalendarDay {
  const own = Object.values(input.facts).flatMap((fact) => (fact && isDay(fact.value) ? [fact.value.slice(0, 10) as CalendarDay] : []))
  const base = pick([today, ...own, ...days], draw)
  const count = draw(2) === 0 ? 0 : pick([7, 30, 90, 180, 365, ...numbers], draw) * (draw(2) === 0 ? 1 : -1)
  const moved = addDays(base, Math.max(-20_000, Math.min(20_000, Math.round(count))) + draw(3) - 1)
  return moved.length === 10 ? moved : today
}

const isDay = (value: FactValue): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)

function pick<T>(from: readonly [T, ...T[]] | readonly T[], draw: Draw): T {
  return from[draw(from.length)] as T
}

/** The case in words: the facts that the version looks at, and the day. */
export function caseWords({ input, today }: SampleCase, { keys, groups }: Pick<Critical, 'keys' | 'groups'>): string {
  const facts = keys.map((key) => `${factDefinition(key)?.label ?? key}: ${words(input.facts[key as keyof typeof input.facts]?.value)}`)
  const lists = groups.map((group) => `${group}: ${input.lists[group]?.rows.length ?? 'ikke læst'}${input.lists[group] ? ' rækker' : ''}`)
  return [...facts, ...lists, `i dag ${danishDay(today)}`].join('; ')
}

function words(value: FactValue | undefined): string {
  if (value === undefined) return 'ikke læst'
  if (value === null) return 'tom'
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (isDay(value)) return danishDay(value.slice(0, 10))
  return String(value)
}
