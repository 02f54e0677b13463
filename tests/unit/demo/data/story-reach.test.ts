import { expect, it } from 'vitest'
import { generateCases } from '#demo/data/generate.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { judge } from '#utils/guidance/judge.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { requireRulePack } from '#build/rule-pack.ts'

const today = day('2026-11-22')

it('brings at least 20 rules to met, due and breached', () => {
  const pack = loadRulePack(requireRulePack())
  const reached = new Map(pack.rules.map(({ rule }) => [String(rule.id), new Set<string>()]))
  for (const found of generateCases({ seed: 1, today }).filter(({ named }) => named)) {
    const input = inputFromJson({
      facts: found.facts,
      lists: Object.fromEntries(Object.entries(found.lists).map(([group, rows]) => [group, rows.map(({ id: _id, ...row }) => row)])),
    })
    for (const advice of judge(pack, input, { today })) reached.get(String(advice.rule))?.add(advice.verdict)
  }
  const all = [...reached].filter(([, verdicts]) => ['met', 'due', 'breached'].every((verdict) => verdicts.has(verdict)))
  const short = [...reached]
    .filter(([id]) => !all.some(([done]) => done === id))
    .map(([id, verdicts]) => `${id}: ${[...verdicts].toSorted().join(' ')}`)
  expect(all.length, short.join('\n')).toBeGreaterThanOrEqual(20)
})
