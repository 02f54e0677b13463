import { describe, expect, it } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { voiceOf, type RuleSwitches } from '#utils/case-session/rule-switches.ts'
import { workCalendar } from '#utils/case-session/judge-case.ts'
import { danishDay } from '#utils/case-session/today.ts'

const today = day('2026-11-22')
const none: RuleSwitches = { offByPolicy: [], locked: [], offByUnit: [], offHere: [], snoozed: {} }

describe('whether a rule speaks', () => {
  it('is the organisation’s word first, then the unit’s, then the user’s', () => {
    expect(voiceOf('a', none, today)).toBe('speaks')
    expect(voiceOf('a', { ...none, offByUnit: ['a'] }, today)).toBe('off-by-unit')
    expect(voiceOf('a', { ...none, offHere: ['a'] }, today)).toBe('off-here')
    expect(voiceOf('a', { ...none, offByUnit: ['a'], offHere: ['a'] }, today)).toBe('off-by-unit')
    expect(voiceOf('a', { ...none, offByPolicy: ['a'], offByUnit: ['a'] }, today)).toBe('off-by-policy')
    expect(voiceOf('a', { ...none, locked: ['a'], offByUnit: ['a'], offHere: ['a'], snoozed: { a: today } }, today)).toBe('speaks')
  })

  it('is quiet up to and including the last day of a snooze', () => {
    const until = (text: string) => voiceOf('a', { ...none, snoozed: { a: day(text) } }, today)
    expect([until('2026-11-21'), until('2026-11-22'), until('2026-11-23')]).toEqual(['speaks', 'snoozed', 'snoozed'])
  })
})

describe('the day in Denmark', () => {
  it.each([
    ['2026-11-21T22:59:59Z', '2026-11-21'],
    ['2026-11-21T23:00:00Z', '2026-11-22'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
  ])('at %s is %s', (instant, expected) => expect(danishDay(new Date(instant))).toBe(expected))
})

describe('the municipality’s working days', () => {
  it('take single days and names, and leave what is neither', () => {
    expect(workCalendar(['2026-12-28', 'juleaften', 'ferie'])).toEqual({ closing: ['juleaften'], closedDays: ['2026-12-28'] })
  })
})
