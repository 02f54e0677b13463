import type { Advice } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { RuleSwitches } from '#utils/case-session/rule-switches.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { mayChangeOn, versionOn } from '#utils/guidance/version-on.ts'
import { ALL_UNITS, type Switchboard } from '#proxy/contract/guidance.ts'
import type { CountsOfUnit } from '#proxy/contract/guidance-counts.ts'
import { LAW_AREAS, lawAreaOf, type LawArea } from './law-area.ts'

type Stretch = Switchboard['off'][number]
type Counted = CountsOfUnit['quarters'][number]['counts'][number]

/** Whether the unit may decide about a rule, and who has when it may not. */
export type BoardLock = 'free' | 'locked-on' | 'off-by-policy' | 'off-for-all'

/** A rule as the switchboard shows it. */
export interface BoardRule {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly area: LawArea
  readonly citations: readonly string[]
  readonly law: Pick<Advice, 'lawStatus' | 'versionFrom' | 'review'> | null
  readonly mayChangeOn: CalendarDay | null
  readonly on: boolean
  readonly lock: BoardLock
  /** When it is or will be off, nearest first. */
  readonly off: readonly Stretch[]
  readonly waits: boolean
  readonly counts: readonly { readonly quarter: string; readonly counts: readonly Counted[] }[]
}

export interface BoardInput {
  readonly pack: RulePack
  readonly board: Switchboard
  readonly counts: CountsOfUnit
  /** What policy and the municipality have decided; the rest of it is this computer's. */
  readonly switches: RuleSwitches
  readonly today: CalendarDay
  /** Ids of the municipality's own rules. */
  readonly local: ReadonlySet<string>
}

export function boardRules({ pack, board, counts, switches, today, local }: BoardInput): readonly BoardRule[] {
  const waiting = new Set(board.proposals.map((proposal) => proposal.switch))
  return pack.rules.map(({ id, title, text, versions }): BoardRule => {
    const version = versionOn(versions, today)
    const citations = version?.cites.map((cite) => cite.text) ?? []
    const off = stretchesOf(board, id)
    const lock = lockOf(id, { board, switches, today })
    return {
      id,
      title,
      text,
      area: local.has(id) ? 'local' : lawAreaOf(citations),
      citations,
      law: version && { lawStatus: version.status, versionFrom: version.from, review: version.review },
      mayChangeOn: mayChangeOn(versions, today),
      on: lock === 'locked-on' || (lock === 'free' && !off.some((one) => covers(one, today))),
      lock,
      off,
      waits: waiting.has(`rule:${id}`),
      counts: counts.quarters.map((one) => ({ quarter: one.quarter, counts: one.counts.filter(({ rule }) => rule === id) })),
    }
  })
}

/** The fields of law that have rules, in the board's order. */
export function areasOf(rules: readonly BoardRule[]): readonly LawArea[] {
  const present = new Set(rules.map(({ area }) => area))
  return (Object.keys(LAW_AREAS) as LawArea[]).filter((area) => present.has(area))
}

/** Rules whose title, text, paragraph or id hold every word that is looked for. */
export function searchRules(rules: readonly BoardRule[], wanted: string): readonly BoardRule[] {
  const words = wanted.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
  return rules.filter(({ id, title, text, citations }) => {
    const all = [id, title, text, ...citations].join(' ').toLocaleLowerCase('da')
    return words.every((word) => all.includes(word))
  })
}

/** Which rules speak in the unit on a day by what is decided now; nothing of what is chosen on this computer alone. */
export function switchesOn(day: CalendarDay, board: Switchboard, { offByPolicy, locked }: RuleSwitches): RuleSwitches {
  const off = board.off.filter((one) => covers(one, day) && !board.cannotBeSwitchedOff.includes(one.switch))
  return {
    offByPolicy,
    locked: [...new Set([...locked, ...ruleIds(board.cannotBeSwitchedOff)])],
    offByUnit: [...new Set(ruleIds(off.map((one) => one.switch)))],
    offHere: [],
    snoozed: {},
  }
}

/** A change that somebody considers; `everyUnit`: for the whole municipality. */
export interface Considered {
  readonly rule: string
  readonly on: boolean
  readonly day: CalendarDay
  readonly everyUnit: boolean
}

/** The same if a rule were switched. What the unit has off stays off when all are switched on, and the other way round. */
export function switchesAfter({ rule, on, day, everyUnit }: Considered, board: Switchboard, switches: RuleSwitches): RuleSwitches {
  const decided = everyUnit ? ALL_UNITS : board.unit
  const others = board.off.filter((one) => one.switch !== `rule:${rule}` || one.unit !== decided)
  const now = switchesOn(day, { ...board, off: others }, switches)
  return on ? now : { ...now, offByUnit: [...new Set([...now.offByUnit, rule])] }
}

function lockOf(id: string, { board, switches, today }: Pick<BoardInput, 'board' | 'switches' | 'today'>): BoardLock {
  if (switches.offByPolicy.includes(id)) return 'off-by-policy'
  if (switches.locked.includes(id) || board.cannotBeSwitchedOff.includes(`rule:${id}`)) return 'locked-on'
  return stretchesOf(board, id).some((one) => one.unit === ALL_UNITS && covers(one, today)) ? 'off-for-all' : 'free'
}

function stretchesOf(board: Switchboard, rule: string): readonly Stretch[] {
  return board.off.filter((one) => one.switch === `rule:${rule}`).toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function covers({ from, until }: Pick<Stretch, 'from' | 'until'>, day: CalendarDay): boolean {
  return from <= day && (until === null || day <= until)
}

const PREFIX = 'rule:'

function ruleIds(switches: readonly string[]): readonly string[] {
  return switches.filter((one) => one.startsWith(PREFIX)).map((one) => one.slice(PREFIX.length))
}
