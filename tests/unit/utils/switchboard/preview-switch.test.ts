import { describe, expect, test } from 'vitest'
import { openAdvice } from '#utils/assistant/advice-groups.ts'
import { judgeInput } from '#utils/case-session/judge-case.ts'
import { requireRulePack } from '#build/rule-pack.ts'
import type { RuleSwitches } from '#utils/case-session/rule-switches.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { NOTHING_EXAMINED, previewSteps, type SwitchPreview } from '#utils/switchboard/preview-switch.ts'
import { sampleCases } from '#utils/switchboard/sample-cases.ts'

const TODAY = day('2026-11-24')
const pack = requireRulePack()
const rules = loadRulePack(pack)
const ALL_ON: RuleSwitches = { offByPolicy: [], locked: [], offByUnit: [], offHere: [], snoozed: {} }
const switchesIf = (now: RuleSwitches, rule: string, on: boolean): RuleSwitches => ({
  ...now,
  offByUnit: on ? now.offByUnit.filter((id) => id !== rule) : [...now.offByUnit, rule],
})
const RULE = 'party-access-7-working-days'

function preview(before: RuleSwitches, after: RuleSwitches, count = 80): SwitchPreview {
  let sum = NOTHING_EXAMINED
  const setup = (switches: RuleSwitches) => ({ rules, switches, closingDays: [] })
  const cases = sampleCases({ seed: 3, count, today: TODAY, pack })
  for (const step of previewSteps({ before: setup(before), after: setup(after), day: TODAY, cases })) sum = step
  return sum
}

describe('what a switch would change', () => {
  test('switching off takes hints away and gives none; switching on again gives the same back', () => {
    const off = preview(ALL_ON, switchesIf(ALL_ON, RULE, false))
    expect(off.examined).toBe(80)
    expect(off.lose).toBeGreaterThan(0)
    expect(off.gain).toBe(0)
    expect(off.examples.every(({ advice, change }) => advice.rule === RULE && change === 'loses')).toBe(true)
    const on = preview(switchesIf(ALL_ON, RULE, false), ALL_ON)
    expect([on.gain, on.hintsGained, on.lose]).toEqual([off.lose, off.hintsLost, 0])
  })

  test('a rule that is locked or off by policy loses and gains nothing', () => {
    const locked = { ...ALL_ON, locked: [RULE] }
    expect(preview(locked, switchesIf(locked, RULE, false)).lose).toBe(0)
    const off = { ...ALL_ON, offByPolicy: [RULE] }
    expect(preview(off, switchesIf(off, RULE, true)).gain).toBe(0)
  })
})

describe('invented cases', () => {
  test('the same seed gives the same cases, another seed others', () => {
    const drawn = (seed: number) => JSON.stringify([...sampleCases({ seed, count: 5, today: TODAY, pack })])
    expect(drawn(1)).toBe(drawn(1))
    expect(drawn(1)).not.toBe(drawn(2))
  })

  test('nothing in them is anybody’s number or name', () => {
    const text = JSON.stringify([...sampleCases({ seed: 9, count: 50, today: TODAY, pack })])
    expect(text).not.toMatch(/\b\d{6}-?\d{4}\b/)
  })

  test('nearly every rule concerns some of them', () => {
    const cases = [...sampleCases({ seed: 5, count: 500, today: TODAY, pack })]
    const speaking = new Set(
      cases.flatMap(({ input }) =>
        openAdvice(judgeInput(input, { rules, switches: ALL_ON, closingDays: [] }, TODAY)).map(({ rule }) => rule),
      ),
    )
    const silent = pack.rules.filter(({ id }) => !speaking.has(id))
    expect(silent.length / pack.rules.length).toBeLessThan(0.15)
  })
})
