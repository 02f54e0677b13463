import { expect, it } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { snoozeChoices } from '#utils/assistant/snooze.ts'
import { makeAdvice } from '#tests/unit/support/make-advice.ts'

const today = day('2026-11-22')

it('never lets a hint sleep over its own deadline', () => {
  const choices = snoozeChoices(makeAdvice({ deadline: { due: day('2026-12-04'), daysLeft: 12, steps: [] } }), today)
  expect(choices.map(({ id, until }) => [id, until])).toEqual([
    ['today', '2026-11-22'],
    ['week', '2026-11-29'],
    ['deadline', '2026-12-03'],
  ])
  const near = snoozeChoices(makeAdvice({ deadline: { due: day('2026-11-25'), daysLeft: 3, steps: [] } }), today)
  expect(near.map(({ id, until }) => [id, until])).toEqual([
    ['today', '2026-11-22'],
    ['deadline', '2026-11-24'],
  ])
  expect(snoozeChoices(makeAdvice({ deadline: { due: day('2026-11-23'), daysLeft: 1, steps: [] } }), today).map(({ id }) => id)).toEqual([
    'today',
  ])
})

it('offers a week for what is late already or has no date', () => {
  expect(snoozeChoices(makeAdvice({ deadline: { due: day('2026-11-20'), daysLeft: -2, steps: [] } }), today).map(({ id }) => id)).toEqual([
    'today',
    'week',
  ])
  expect(snoozeChoices(makeAdvice(), today).map(({ id }) => id)).toEqual(['today', 'week'])
})
