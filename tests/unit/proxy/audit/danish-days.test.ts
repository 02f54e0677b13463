import { describe, expect, it } from 'vitest'
import { endOfDay, startOfDay } from '#proxy/audit/danish-days.ts'

describe('a day of the Danish calendar', () => {
  it.each([
    ['2026-11-24', '2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['2027-01-01', '2026-12-31T23:00:00.000Z', '2027-01-01T23:00:00.000Z'],
  ])('%s begins and ends by the clock in Denmark', (day, from, to) => {
    expect(new Date(startOfDay(day)).toISOString()).toBe(from)
    expect(new Date(endOfDay(day)).toISOString()).toBe(to)
  })
})
