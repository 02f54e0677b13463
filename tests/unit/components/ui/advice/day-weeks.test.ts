import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deadline } from '#utils/domain/advice.ts'
import { addDays, day, isoWeekday } from '#utils/domain/calendar-day.ts'
import { isDayByDay, namedSkips, weeksOf } from '#components/ui/advice/day-weeks.ts'

const received = day('2026-12-21')
const acrossChristmas: Deadline = {
  due: day('2026-12-28'),
  daysLeft: 5,
  steps: [
    { day: received, number: null, note: 'Modtaget' },
    { day: day('2026-12-22'), number: 1, note: null },
    { day: day('2026-12-23'), number: 2, note: null },
    { day: day('2026-12-24'), number: null, note: 'juleaftensdag' },
    { day: day('2026-12-25'), number: null, note: 'juledag' },
    { day: day('2026-12-26'), number: null, note: 'lørdag' },
    { day: day('2026-12-27'), number: null, note: 'søndag' },
    { day: day('2026-12-28'), number: 3, note: null },
  ],
}

/** A count of `length` days from any day, weekends left out. */
const anyCount = fc
  .record({ from: fc.integer({ min: 0, max: 4000 }), length: fc.integer({ min: 1, max: 120 }) })
  .map(({ from, length }): Deadline => {
    const start = addDays(day('2024-01-01'), from)
    let number = 0
    const steps = Array.from({ length }, (_, index) => {
      const at = addDays(start, index + 1)
      const weekend = isoWeekday(at) > 5
      if (!weekend) number += 1
      return { day: at, number: weekend ? null : number, note: weekend ? (isoWeekday(at) === 6 ? 'lørdag' : 'søndag') : null }
    })
    return { due: addDays(start, length), daysLeft: 3, steps: [{ day: start, number: null, note: 'Modtaget' }, ...steps] }
  })

describe('a count laid out in weeks', () => {
  it('puts each day under its weekday, and every day of the count once, unless weeks are folded', () => {
    fc.assert(
      fc.property(anyCount, (deadline) => {
        const rows = weeksOf(deadline)
        const squares = rows.flatMap((row) => (row.kind === 'week' ? row.days : []))
        for (const [index, square] of squares.entries()) expect(isoWeekday(square.day)).toBe((index % 7) + 1)
        if (rows.some((row) => row.kind === 'fold')) return
        expect(squares.filter((square) => square.kind !== 'outside').map((square) => square.day)).toEqual(
          deadline.steps.map((step) => step.day),
        )
      }),
    )
  })
  it('stays a small picture, says how many weeks it left out, and always shows the last day', () => {
    fc.assert(
      fc.property(anyCount, (deadline) => {
        const rows = weeksOf(deadline)
        expect(rows.length).toBeLessThanOrEqual(6)
        expect(rows.flatMap((row) => (row.kind === 'week' ? row.days : [])).filter((square) => square.isDue)).toHaveLength(1)
        const shown = rows.reduce((sum, row) => sum + (row.kind === 'week' ? 1 : row.weeks), 0)
        const first = deadline.steps[0]?.day ?? deadline.due
        const monday = addDays(first, 1 - isoWeekday(first))
        expect(addDays(monday, shown * 7) > deadline.due && addDays(monday, (shown - 1) * 7) <= deadline.due).toBe(true)
      }),
    )
  })
  it('tells the start, counted days, skipped days and today apart', () => {
    const squares = weeksOf(acrossChristmas).flatMap((row) => (row.kind === 'week' ? row.days : []))
    expect(squares.slice(0, 8).map((square) => square.kind)).toEqual([
      'start',
      'counted',
      'counted',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'counted',
    ])
    expect(squares.filter((square) => square.isToday).map((square) => square.day)).toEqual(['2026-12-23'])
  })
})

it('names holidays, not weekends and not the day the count starts from', () => {
  expect(namedSkips(acrossChristmas.steps).map((step) => step.note)).toEqual(['juleaftensdag', 'juledag'])
})

it('draws weeks only when every day is named', () => {
  expect(isDayByDay(acrossChristmas.steps)).toBe(true)
  expect(
    isDayByDay([
      { day: received, number: null, note: 'Start' },
      { day: day('2027-01-21'), number: 1, note: '1 måned' },
    ]),
  ).toBe(false)
  expect(isDayByDay([])).toBe(false)
})
