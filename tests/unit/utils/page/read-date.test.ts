import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDay, day, partsOf } from '#utils/domain/calendar-day.ts'
import { danishDay, readMoment } from '#utils/page/read-date.ts'

const today = day('2026-11-22')
const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']

describe('readMoment', () => {
  it.each([
    ['22-11-2026', '2026-11-22', null],
    ['22.11.2026', '2026-11-22', null],
    ['1/2/2026', '2026-02-01', null],
    ['22.11.26 kl. 13.45', '2026-11-22', '13:45'],
    ['22-11-2026 13:45', '2026-11-22', '13:45'],
    ['2026-11-22T09:30', '2026-11-22', '09:30'],
    ['3. september 2026', '2026-09-03', null],
    ['tirsdag den 3. sep. 2026', '2026-09-03', null],
    ['i dag', '2026-11-22', null],
    ['i går kl. 8.05', '2026-11-21', '08:05'],
    ['I morgen', '2026-11-23', null],
    ['01.05.98', '1998-05-01', null],
  ])('reads %s', (text, expected, clock) => {
    expect(readMoment(text, today)).toEqual({ day: expected, clock })
  })

  it.each([
    '',
    '31-02-2026',
    '13-13-2026',
    'november 2026',
    '22-11',
    '22-11-2026 og 23-11-2026',
    '22-11-20261',
    'i dagligdagen',
    '4711-2026',
    'ca. 22-11-2026',
    '22-11-2026 25:00',
  ])('does not read %s', (text) => {
    expect(readMoment(text, today)).toBeNull()
  })

  it('turns a UTC instant into the Danish day, summer and winter', () => {
    expect(readMoment('2026-09-03T22:00:00.000Z', today)).toEqual({ day: '2026-09-04', clock: '00:00' })
    expect(readMoment('2026-11-21T23:00:00.000Z', today)).toEqual({ day: '2026-11-22', clock: '00:00' })
    expect(readMoment('2026-03-28T23:00:00Z', today)?.day).toBe('2026-03-29')
    expect(readMoment('2026-03-29T22:00:00Z', today)?.day).toBe('2026-03-30')
  })

  it('reads every day in every spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 4 }), (offset, style) => {
        const expected = addDays(day('1970-01-01'), offset)
        const { year, month, dayOfMonth } = partsOf(expected)
        const two = (number: number) => String(number).padStart(2, '0')
        const text =
          [
            `${two(dayOfMonth)}-${two(month)}-${year}`,
            `${dayOfMonth}.${month}.${year}`,
            `${dayOfMonth}/${month}/${year}`,
            expected,
            `${dayOfMonth}. ${MONTHS[month - 1] ?? ''} ${year}`,
          ][style] ?? ''
        expect(readMoment(text, today)?.day).toBe(expected)
      }),
    )
  })

  it('never gives a day that does not exist', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const moment = readMoment(text, today)
        if (moment) {
          const { year, month, dayOfMonth } = partsOf(moment.day)
          expect(calendarDay(year, month, dayOfMonth)).toBe(moment.day)
        }
      }),
    )
  })

  it('knows the Danish day at an instant', () => {
    expect(danishDay(Date.parse('2026-11-21T23:30:00Z'))).toBe('2026-11-22')
  })
})
