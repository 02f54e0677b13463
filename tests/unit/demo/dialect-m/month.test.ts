import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedAs, typedDay, weeksOf } from '#demo/dialect-m/client/widgets/month.ts'

describe('the date picker', () => {
  it('starts its weeks on Monday', () => {
    expect(weeksOf(2026, 11)[0]).toEqual([null, null, null, null, null, null, 1])
    expect(
      weeksOf(2026, 11)
        .flat()
        .filter((day) => day !== null),
    ).toHaveLength(30)
    expect(weeksOf(2027, 2)).toHaveLength(4)
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10)
        expect(typedDay(typedAs(day))).toBe(day)
      }),
    )
  })

  it('takes no day that does not exist', () => {
    expect(typedDay('31-02-2026')).toBe('')
    expect(typedDay('22-13-2026')).toBe('')
    expect(typedDay('i morgen')).toBe('')
  })
})
