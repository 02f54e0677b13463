import type { RulePack, PackRule } from '#utils/guidance/pack-schema.ts'
import type { SampleCase } from '#utils/switchboard/sample-cases.ts'
import { walk, withRow, type Row, type Value, type World } from './interpret.ts'
import type { Trial } from './trial.ts'

/** The figures of a preview. */
export interface Figures {
  readonly examined: number
  readonly gain: number
  readonly lose: number
  readonly hintsGained: number
  readonly hintsLost: number
}

/** Every case judged whole, with what holds before and again with what would hold after, and the two lists laid side by side. */
export function recount(trial: Trial, pack: RulePack, cases: readonly SampleCase[]): Figures {
  let [gain, lose, hintsGained, hintsLost] = [0, 0, 0, 0]
  for (const { input } of cases) {
    const world = worldOf(input, trial.considered.day)
    const hints = new Map(pack.rules.map((rule) => [String(rule.id), hintsOf(rule, world)]))
    const [was, will] = [false, true].map(
      (after) => new Set([...hints].flatMap(([rule, keys]) => (speaks(rule, after, trial) ? keys.map((key) => `${rule} ${key}`) : []))),
    )
    const more = [...(will ?? [])].filter((hint) => !was?.has(hint)).length
    const fewer = [...(was ?? [])].filter((hint) => !will?.has(hint)).length
    gain += more > 0 ? 1 : 0
    lose += fewer > 0 ? 1 : 0
    hintsGained += more
    hintsLost += fewer
  }
  return { examined: cases.length, gain, lose, hintsGained, hintsLost }
}

/** Whether a rule speaks in the unit on the day: policy, then what is locked, then each decision that covers the day. */
function speaks(rule: string, after: boolean, { board, policy, considered }: Trial): boolean {
  if (policy.offByPolicy.includes(rule)) return false
  if (policy.locked.includes(rule) || board.cannotBeSwitchedOff.includes(`rule:${rule}`)) return true
  const whose = considered.everyUnit ? '*' : board.unit
  const changed = after && rule === considered.rule
  if (changed && !considered.on) return false
  return !board.off.some(
    ({ switch: id, unit, from, until }) =>
      id === `rule:${rule}` && from <= considered.day && (until ?? '9999') >= considered.day && !(changed && unit === whose),
  )
}

/** The rows, or the case as a whole, that a rule has something open to say of. */
function hintsOf(rule: PackRule, world: World): readonly string[] {
  if (rule.forEach === null) return isOpen(rule, world) ? ['case'] : []
  const rows = world.lists[rule.forEach] ?? []
  return rows.flatMap((row, index) => (isOpen(rule, withRow(world, 0, row)) ? [String(index)] : []))
}

function isOpen({ versions }: PackRule, world: World): boolean {
  const law = versions.filter(({ status }) => status === 'in-force' || status === 'repealed')
  const decisive = law.length === 0 ? null : walk(law.at(-1)?.decidedBy.tree ?? { op: 'null' }, world)
  // Without the date that decides nobody can say which version holds: open when any could.
  if (decisive === null) return law.some(({ applies }) => walk(applies.tree, world) === true)
  const version = law.find(({ from, to }) => from <= String(decisive) && String(decisive) <= (to ?? '9999'))
  return version !== undefined && walk(version.applies.tree, world) === true && walk(version.met.tree, world) !== true
}

function worldOf({ facts, lists }: SampleCase['input'], today: string): World {
  return {
    facts: plain(facts),
    lists: Object.fromEntries(Object.entries(lists).map(([group, list]) => [group, (list?.rows ?? []).map((row) => plain(row.facts))])),
    today,
    slots: {},
  }
}

function plain(facts: Readonly<Record<string, { readonly value: unknown } | undefined>>): Row {
  return Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, (fact?.value ?? null) as Value]))
}
