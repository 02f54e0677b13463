import type { RuleSwitches } from '#utils/case-session/rule-switches.ts'
import { addDays, day, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import type { Considered } from '#utils/switchboard/board-rules.ts'
import type { Switchboard } from '#proxy/contract/guidance.ts'
import { Random } from '../support/random.ts'

/** A unit's board as it stands, and a change that somebody considers. */
export interface Trial {
  readonly seed: number
  readonly today: CalendarDay
  readonly board: Switchboard
  readonly policy: RuleSwitches
  readonly considered: Considered
}

export function drawTrial(seed: number, pack: RulePack): Trial {
  const random = new Random(seed)
  const today = addDays(day('2026-11-24'), random.int(-200, 200))
  const rules = pack.rules.map(({ id }) => String(id))
  const some = (share: number) => rules.filter(() => random.chance(share))
  const rule = random.pick(rules)
  const from = addDays(today, random.int(0, 120))
  // The rule in question is among the decided ones often enough to matter.
  const decided = [...some(0.15), ...(random.chance(0.5) ? [rule] : [])]
  const off = decided.map((id, index) => stretch(id, index + 1, { random, near: from }))
  const locked = [...some(0.05), ...(random.chance(0.1) ? [rule] : [])]
  // Mostly the switch that changes something; sometimes the one that asks for what is so already.
  const on = random.chance(0.8) ? off.some((one) => one.switch === `rule:${rule}`) : random.chance(0.5)
  return {
    seed,
    today,
    board: {
      unit: 'nord',
      municipality: '000',
      cannotBeSwitchedOff: locked.map((id) => `rule:${id}`),
      secondApprover: 'never',
      shortestReason: 10,
      off,
      proposals: [],
    },
    policy: {
      offByPolicy: [...some(0.05), ...(random.chance(0.1) ? [rule] : [])],
      locked: [...some(0.05), ...(random.chance(0.1) ? [rule] : [])],
      offByUnit: some(0.2),
      offHere: some(0.2),
      snoozed: Object.fromEntries(some(0.2).map((id) => [id, addDays(from, 30)])),
    },
    considered: { rule, on, day: from, everyUnit: random.chance(0.2) },
  }
}

function stretch(
  rule: string,
  entry: number,
  { random, near }: { readonly random: Random; readonly near: CalendarDay },
): Switchboard['off'][number] {
  const from = addDays(near, random.int(-60, 30))
  return {
    switch: `rule:${rule}`,
    unit: random.chance(0.25) ? '*' : 'nord',
    from,
    until: random.chance(0.5) ? null : addDays(from, random.int(0, 90)),
    reason: 'Trukket',
    entry,
  }
}
