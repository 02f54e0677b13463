import { describe, expect, it } from 'vitest'
import { danishDayOf, keptPeriod, minuteOf } from '#proxy/limits/periods.ts'

const HOUR = 3_600_000

describe('the periods that limits hold for', () => {
  it('begin and end at Danish midnight, in winter and in summer', () => {
    expect(danishDayOf(Date.parse('2026-01-15T22:59:59Z'))).toEqual({ id: '2026-01-15', endsAt: Date.parse('2026-01-15T23:00:00Z') })
    expect(danishDayOf(Date.parse('2026-01-15T23:00:00Z'))).toEqual({ id: '2026-01-16', endsAt: Date.parse('2026-01-16T23:00:00Z') })
    expect(danishDayOf(Date.parse('2026-07-15T21:59:59Z'))).toEqual({ id: '2026-07-15', endsAt: Date.parse('2026-07-15T22:00:00Z') })
  })

  it('last 23 and 25 hours when the clocks change', () => {
    const length = (day: string) => {
      const from = danishDayOf(Date.parse(`${day}T12:00:00Z`) - 24 * HOUR).endsAt
      return (danishDayOf(Date.parse(`${day}T12:00:00Z`)).endsAt - from) / HOUR
    }
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-06-01')]).toEqual([23, 25, 24])
  })

  it('are minutes for requests', () => {
    const at = Date.parse('2026-06-10T08:00:59.999Z')
    expect(minuteOf(at).endsAt).toBe(at + 1)
    expect(minuteOf(at).id).not.toBe(minuteOf(at + 1).id)
  })

  it('are kept, and not beyond their end or before their beginning', () => {
    const kept = keptPeriod(minuteOf)
    const at = Date.parse('2026-06-10T08:00:30Z')
    for (const moment of [at, at + 29_999, at + 30_000, at - 40_000, at]) expect(kept(moment)).toEqual(minuteOf(moment))
  })
})
