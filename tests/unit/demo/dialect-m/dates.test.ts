import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asUtc, shownDay, shownTime } from '#demo/dialect-m/client/dates.ts'

const COPENHAGEN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

describe('asUtc', () => {
  it('puts a winter day at 23:00 the day before and a summer day at 22:00', () => {
    expect(asUtc('2026-11-22')).toBe('2026-11-21T23:00:00.000Z')
    expect(asUtc('2026-09-04')).toBe('2026-09-03T22:00:00.000Z')
  })

  it('changes on the days the clocks change', () => {
    expect(asUtc('2026-03-29')).toBe('2026-03-28T23:00:00.000Z')
    expect(asUtc('2026-03-30')).toBe('2026-03-29T22:00:00.000Z')
    expect(asUtc('2026-10-25')).toBe('2026-10-24T22:00:00.000Z')
    expect(asUtc('2026-10-26')).toBe('2026-10-25T23:00:00.000Z')
  })

  it('is read back as the same Danish time, by the time zone data of the platform', () => {
    const time = fc.record({
      days: fc.integer({ min: 0, max: 14_000 }),
      hour: fc.integer({ min: 5, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    })
    fc.assert(
      fc.property(time, ({ days, hour, minute }) => {
        const day = new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
        const local = `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        expect(COPENHAGEN.format(new Date(asUtc(local))).replace(' ', 'T')).toBe(local)
      }),
    )
  })
})

describe('shown dates', () => {
  it('are spelt as the session is steered', () => {
    expect(shownDay('2026-11-02', 'dialect')).toBe('02-11-2026')
    expect(shownDay('2026-11-02', 'dots')).toBe('02.11.2026')
    expect(shownDay('2026-11-02', 'slashes')).toBe('02/11/2026')
    expect(shownDay('2026-11-02', 'iso')).toBe('2026-11-02')
    expect(shownDay('2026-11-02', 'words')).toBe('2. november 2026')
    expect(shownTime('2026-11-22T13:45', 'dialect')).toBe('22-11-2026 13:45')
  })
})
