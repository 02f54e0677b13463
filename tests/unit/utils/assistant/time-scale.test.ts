import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { timePosition } from '#utils/assistant/time-scale.ts'

const range = fc.record({ earliest: fc.integer({ min: -900, max: -1 }), latest: fc.integer({ min: 1, max: 900 }) })

it('keeps the order of days and stays on the line', () => {
  fc.assert(
    fc.property(range, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (span, a, b) => {
      const at = (share: number) => Math.round(span.earliest + share * (span.latest - span.earliest))
      const [x, y] = [timePosition(at(a), span), timePosition(at(b), span)]
      expect(x).toBeGreaterThanOrEqual(-1e-9)
      expect(x).toBeLessThanOrEqual(1 + 1e-9)
      if (at(a) !== at(b)) expect(at(a) < at(b)).toBe(x < y)
    }),
  )
})

it('gives the week ahead more room than the last week of half a year', () => {
  const span = { earliest: -7, latest: 180 }
  expect(timePosition(7, span) - timePosition(0, span)).toBeGreaterThan(3 * (timePosition(180, span) - timePosition(173, span)))
})
