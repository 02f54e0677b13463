import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDay, day, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { easterSunday } from '#utils/guidance/calendar/easter.ts'
import { holidayName, publicHolidays } from '#utils/guidance/calendar/holidays.ts'
import { calendarDaySteps, monthEndStep, monthSteps, weekdayName, workingDaySteps } from '#utils/guidance/calendar/day-steps.ts'
import {
  addWorkingDays,
  CLOSING_DAYS,
  dayOffReason,
  STATUTORY_CALENDAR,
  type WorkCalendar,
} from '#utils/guidance/calendar/work-calendar.ts'

const EASTERS = [
  '1961-04-02',
  '1999-04-04',
  '2000-04-23',
  '2008-03-23',
  '2011-04-24',
  '2019-04-21',
  '2023-04-09',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2038-04-25',
  '2076-04-19',
  '2100-03-28',
]

test.each(EASTERS)('Easter Sunday is %s', (sunday) => {
  expect(easterSunday(Number(sunday.slice(0, 4)))).toBe(sunday)
})

describe('holidays', () => {
  test('2026 has the ten days of the law and no store bededag', () => {
    expect([...publicHolidays(2026)].map(([at, name]) => `${at} ${name}`).sort()).toEqual([
      '2026-01-01 nytårsdag',
      '2026-04-02 skærtorsdag',
      '2026-04-03 langfredag',
      '2026-04-05 påskedag',
      '2026-04-06 2. påskedag',
      '2026-05-14 Kristi himmelfartsdag',
      '2026-05-24 pinsedag',
      '2026-05-25 2. pinsedag',
      '2026-12-25 juledag',
      '2026-12-26 2. juledag',
    ])
  })

  test('store bededag was a holiday for the last time in 2023', () => {
    expect(holidayName(day('2023-05-05'))).toBe('store bededag')
    expect(holidayName(day('2024-04-26'))).toBeNull()
  })
})

describe('working days', () => {
  test.each([
    ['2026-11-02', 7, '2026-11-11'],
    ['2026-03-30', 7, '2026-04-13'],
    ['2026-11-06', 1, '2026-11-09'],
    ['2026-11-07', 1, '2026-11-09'],
    ['2026-12-23', 2, '2026-12-28'],
    ['2026-11-02', 0, '2026-11-02'],
    ['2023-05-04', 1, '2023-05-08'],
    ['2024-04-25', 1, '2024-04-26'],
  ])('%s plus %i is %s', (from, count, due) => {
    expect(addWorkingDays(day(from), count, STATUTORY_CALENDAR)).toBe(due)
  })

  test.each([-1, 1.5, Number.NaN, 1001])('a count of %s is no day', (count) => {
    expect(addWorkingDays(day('2026-11-02'), count, STATUTORY_CALENDAR)).toBeNull()
  })

  test.each([
    ['2026-06-05', 'grundlovsdag'],
    ['2026-12-24', 'juleaften'],
    ['2026-12-31', 'nytaarsaften'],
    ['2026-05-15', 'dagen-efter-kristi-himmelfart'],
  ] as const)('%s is off only where the municipality says so', (at, closing) => {
    expect(dayOffReason(day(at), STATUTORY_CALENDAR)).toBeNull()
    expect(dayOffReason(day(at), { closing: [closing], closedDays: [] })).toContain('lukket')
    expect(dayOffReason(day(at), { closing: CLOSING_DAYS.filter((name) => name !== closing), closedDays: [] })).toBeNull()
  })

  test('a single closed day is off', () => {
    const calendar: WorkCalendar = { closing: [], closedDays: [day('2026-11-04')] }
    expect(addWorkingDays(day('2026-11-02'), 7, calendar)).toBe('2026-11-12')
    expect(dayOffReason(day('2026-11-07'), calendar)).toBe('lørdag')
    expect(dayOffReason(day('2026-11-08'), calendar)).toBe('søndag')
  })

  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays(day('1990-01-01'), offset))
  test('the steps number exactly the days counted, and give a reason for each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const due = addWorkingDays(from, count, STATUTORY_CALENDAR) ?? from
        const steps = workingDaySteps(from, due, STATUTORY_CALENDAR)
        expect(steps.at(-1)).toMatchObject({ day: due, number: count })
        expect(steps.filter(({ number }) => number !== null).map(({ number }) => number)).toEqual(
          Array.from({ length: count }, (_, index) => index + 1),
        )
        for (const { number, note } of steps) expect(number === null).toBe(note !== null)
      }),
      { numRuns: 200 },
    )
  })
})

describe('steps of other counts', () => {
  const from = day('2026-08-31')
  test('few days are listed one by one, many by the week', () => {
    expect(calendarDaySteps(from, addDays(from, 8)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const long = calendarDaySteps(from, addDays(from, 40))
    expect(long.map(({ number }) => number)).toEqual([7, 14, 21, 28, 35, 40])
    expect(long.map(({ note }) => note)).toEqual(['1 uge', '2 uger', '3 uger', '4 uger', '5 uger', null])
    expect(calendarDaySteps(from, addDays(from, -3))).toEqual([])
  })

  test('months end on the last day where the day does not exist', () => {
    expect(monthSteps(from, 2).map(({ day: at, note }) => `${at} ${note}`)).toEqual(['2026-09-30 1 måned', '2026-10-31 2 måneder'])
    expect(monthEndStep(day('2026-02-03')).day).toBe('2026-02-28')
  })

  test('weekdays are Danish', () => {
    const week = Array.from({ length: 7 }, (_, index) => weekdayName(addDays(calendarDay(2026, 11, 23) as CalendarDay, index)))
    expect(week).toEqual(['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'])
  })
})
