import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, day } from '#utils/domain/calendar-day.ts'
import {
  formatClock,
  formatDay,
  formatDaysLeft,
  formatDeadline,
  formatMonth,
  formatNearDay,
  formatNumber,
  formatWeekday,
  plural,
  todayOf,
} from '#components/ui/format-da.ts'

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays(day('2026-01-01'), days))

test.each([
  ['2026-11-22', '22. nov. 2026'],
  ['2026-05-01', '1. maj 2026'],
  ['2027-01-31', '31. jan. 2027'],
  ['2026-02-09', '9. feb. 2026'],
])('%s is written %s', (iso, text) => expect(formatDay(day(iso))).toBe(text))

test.each([
  [-30, '30 dage over fristen'],
  [-2, '2 dage over fristen'],
  [-1, '1 dag over fristen'],
  [0, 'i dag'],
  [1, 'i morgen'],
  [2, 'om 2 dage'],
  [1200, 'om 1.200 dage'],
])('%i days left is written "%s"', (days, text) => expect(formatDaysLeft(days)).toBe(text))

test.each([
  [0, '0'],
  [7.5, '7,5'],
  [-1234, '-1.234'],
  [2400, '2.400'],
  [1_234_567.25, '1.234.567,25'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text)
})

describe('days', () => {
  it('are written as the platform writes them, for any day', () => {
    const platform = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    fc.assert(
      fc.property(anyDay, (any) => {
        expect(formatDay(any)).toBe(platform.format(new Date(`${any}T00:00:00Z`)))
      }),
    )
  })
  it('have the platform’s weekday', () => {
    const platform = new Intl.DateTimeFormat('da-DK', { weekday: 'long', timeZone: 'UTC' })
    fc.assert(
      fc.property(anyDay, (any) => {
        expect(formatWeekday(any)).toBe(platform.format(new Date(`${any}T00:00:00Z`)))
      }),
    )
  })
  it('near today are said in words', () => {
    const today = day('2026-11-22')
    expect([-2, -1, 0, 1, 2].map((by) => formatNearDay(addDays(today, by), today))).toEqual([
      '20. nov. 2026',
      'i går',
      'i dag',
      'i morgen',
      '24. nov. 2026',
    ])
  })
  it('name their month', () => expect(formatMonth(day('2026-11-22'))).toBe('nov. 2026'))
})

it('knows the day a count was made on', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -900, max: 900 }), (today, daysLeft) => {
      expect(todayOf({ due: addDays(today, daysLeft), daysLeft })).toBe(today)
    }),
  )
})

it('says a deadline before and after', () => {
  expect(formatDeadline(day('2026-11-25'), 3)).toBe('senest 25. nov. 2026 (om 3 dage)')
  expect(formatDeadline(day('2026-11-20'), -2)).toBe('frist 20. nov. 2026 (2 dage over fristen)')
})

it('gives the clock in Denmark, summer and winter', () => {
  expect(formatClock('2026-11-22T12:45:00.000Z')).toBe('13.45')
  expect(formatClock('2026-06-22T12:45:00.000Z')).toBe('14.45')
})

it('counts nouns', () =>
  expect([plural(1, 'regel', 'regler'), plural(0, 'regel', 'regler'), plural(2, 'regel', 'regler')]).toEqual([
    '1 regel',
    '0 regler',
    '2 regler',
  ]))
