import { describe, expect, it } from 'vitest'
import { requireRulePack } from '#build/rule-pack.ts'
import { requestDeadline } from '#utils/disclosure/deadline/request-deadline.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'

const setup = {
  rules: loadRulePack(requireRulePack()),
  switches: { offByPolicy: [], locked: [], offByUnit: [], offHere: [], snoozed: {} },
  closingDays: [],
} as const

describe('the deadline of a request', () => {
  it.each([
    ['party', '2026-11-02', '2026-11-11'],
    ['party', '2026-03-30', '2026-04-13'],
    ['others', '2026-05-08', '2026-05-20'],
    ['own-access', '2026-05-04', '2026-05-13'],
    ['gdpr-15', '2026-01-31', '2026-02-28'],
  ] as const)('%s, received %s, is answered by %s', (regime, received, due) => {
    const advice = requestDeadline(regime, day(received), setup, day('2026-11-05'))
    expect(advice?.deadline?.due).toBe(due)
    expect(advice?.deadline?.steps.length).toBeGreaterThan(0)
  })

  it('is not counted for a hearing, which is sent and not asked for', () => {
    expect(requestDeadline('party-hearing', day('2026-11-02'), setup, day('2026-11-05'))).toBeNull()
  })
})
