import { expect, test } from 'vitest'
import { requireRulePack } from '#build/rule-pack.ts'
import { generateCases } from '#demo/data/generate.ts'
import type { Verdict } from '#utils/domain/advice.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { judge } from '#utils/guidance/judge.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { inputOfRecord } from './case-record-input.ts'

const TODAY = day('2026-11-22')
const pack = loadRulePack(requireRulePack())

/** Which verdicts each rule reaches on the named persons of the practice environment. */
function reached(): ReadonlyMap<string, ReadonlySet<Verdict>> {
  const verdicts = new Map<string, Set<Verdict>>(pack.rules.map(({ rule }) => [rule.id, new Set()]))
  for (const record of generateCases({ seed: 1, today: TODAY })) {
    for (const { rule, verdict } of judge(pack, inputOfRecord(record), { today: TODAY })) verdicts.get(rule)?.add(verdict)
  }
  return verdicts
}

test('the practice cases use only values that the catalogue knows', () => {
  const leftOut = generateCases({ seed: 1, today: TODAY }).flatMap((record) => inputOfRecord(record).leftOut)
  expect(leftOut).toEqual([])
})

test('at least 15 rules reach met, due and breached on the named persons', () => {
  const all = [...reached()]
  const whole = all.filter(([, verdicts]) => verdicts.has('met') && verdicts.has('due') && verdicts.has('breached'))
  const rest = all
    .filter(([, verdicts]) => !whole.some(([, other]) => other === verdicts))
    .map(([id, verdicts]) => `${id}: ${[...verdicts].join(', ')}`)
  expect(whole.length, rest.join('\n')).toBeGreaterThanOrEqual(15)
})
