import { describe, expect, it } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { countDismissal, snooze, switchRule, wake } from '#utils/storage/rule-settings.ts'
import type { Settings } from '#utils/storage/settings.ts'

const fresh: Settings = { theme: 'system', rulesOff: [], snoozed: {}, dismissed: {} }

describe('rule settings', () => {
  it('snooze, forget snoozes that have run out, and wake', () => {
    const old = snooze(fresh, { rule: 'old', until: day('2026-11-01'), today: day('2026-10-30') })
    const both = snooze(old, { rule: 'new', until: day('2026-12-01'), today: day('2026-11-22') })
    expect(both.snoozed).toEqual({ new: '2026-12-01' })
    expect(wake(both, 'new').snoozed).toEqual({})
  })

  it('count dismissals by rule and reason and keep nothing else', () => {
    const twice = countDismissal(countDismissal(fresh, 'a', 'known'), 'a', 'known')
    expect(countDismissal(twice, 'a', 'misread').dismissed).toEqual({ a: { known: 2, misread: 1 } })
  })

  it('switch a rule off once and on again', () => {
    const off = switchRule(switchRule(fresh, 'b', false), 'b', false)
    expect(off.rulesOff).toEqual(['b'])
    expect(switchRule(off, 'b', true).rulesOff).toEqual([])
  })
})
