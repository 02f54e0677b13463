import { describe, expect, test } from 'vitest'
import { readDeadlineTable } from '#build/deadline-table.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { countLines, parseCount } from '#utils/guidance/calendar/count-text.ts'
import { addMonthsIncluding, countSteps, lastTimelyDay } from '#utils/guidance/calendar/day-count.ts'
import { monthWindow, paceDay, paceOn, paceSentence } from '#utils/guidance/calendar/pace.ts'
import { STATUTORY_CALENDAR } from '#utils/guidance/calendar/work-calendar.ts'
import { danishDay } from '#utils/guidance/feel/danish-day.ts'

const table = readDeadlineTable()

test('at least 400 dated deadlines, none twice', () => {
  expect(table.frister.length).toBeGreaterThanOrEqual(400)
  const keys = table.frister.map((row) => JSON.stringify([row.fra, row['fra-og-med'], row.tæl, row.lukket]))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

const named = table.frister.map((row) => ({
  ...row,
  name: `${row.fra === undefined ? `fra og med ${row['fra-og-med']}` : row.fra}, ${row.tæl}`,
}))

test.each(named)('$name', (row) => {
  const from = row.fra ?? row['fra-og-med'] ?? day('0001-01-01')
  const count = parseCount(row.tæl, row['fra-og-med'] !== undefined)
  if (count === null) throw new Error(row.tæl)
  const calendar = { closing: row.lukket, closedDays: [] }
  expect(lastTimelyDay(from, count, calendar)).toBe(row.frist)
  if (count.amount > 0) expect(countSteps(from, count, calendar).at(-1)?.day).toBe(row.frist)
})

test.each(table.vinduer)('from month $måneder of $start', ({ start, måneder, første, sidste }) => {
  expect(monthWindow(start, ...måneder)).toEqual({ first: første, last: sidste })
})

test.each(table.tempo)('$mindst in $første–$sidste on $i-dag', (row) => {
  const pace = paceOn(row['i-dag'], { first: row.første, last: row.sidste }, row.mindst, row.holdt)
  expect({ state: pace.state, nextBy: pace.nextBy }).toEqual({ state: row.tilstand, nextBy: row.næste })
})

describe('what cannot be counted', () => {
  test.each([
    ['days', -1, false],
    ['days', 0, true],
    ['months', 1.5, false],
    ['days', 40_001, false],
  ] as const)('%s %d including %s', (unit, amount, including) => {
    expect(lastTimelyDay(day('2026-11-02'), { unit, amount, including }, STATUTORY_CALENDAR)).toBeNull()
    expect(countSteps(day('2026-11-02'), { unit, amount, including }, STATUTORY_CALENDAR)).toEqual([])
  })
  test('beyond the year 9999', () => {
    expect(lastTimelyDay(day('9999-12-31'), { unit: 'days', amount: 1, including: false }, STATUTORY_CALENDAR)).toBeNull()
    expect(countLines(day('9999-12-31'), { unit: 'days', amount: 1, including: false }, STATUTORY_CALENDAR)).toBeNull()
  })
  test.each(['', '7', 'syv dage', '7 år', '-1 dage', '7 arbejdsdage og lidt'])('"%s" is no count', (text) => {
    expect(parseCount(text, false)).toBeNull()
  })
  test.each([
    [0, 1],
    [2, 0],
    [2, 3],
    [1.5, 1],
    [2, 0.5],
  ])('%d needed, number %d', (needed, number) => {
    expect(paceDay({ first: day('2026-01-01'), last: day('2026-02-01') }, needed, number)).toBeNull()
  })
  test('a window that ends before it begins', () => {
    expect(paceDay({ first: day('2026-02-01'), last: day('2026-01-01') }, 1, 1)).toBeNull()
  })
})

describe('printed', () => {
  const lines = (fra: string, text: string, including = false) => {
    const count = parseCount(text, including)
    return count && countLines(day(fra), count, STATUTORY_CALENDAR)
  }
  test('working days name each day that does not count', () => {
    expect(lines('2026-04-01', '1 arbejdsdag')).toEqual([
      '1 arbejdsdag fra 1. april 2026:',
      '  onsdag 1. april 2026: tælles fra',
      '  torsdag 2. april 2026: skærtorsdag',
      '  fredag 3. april 2026: langfredag',
      '  lørdag 4. april 2026: lørdag',
      '  søndag 5. april 2026: påskedag',
      '  mandag 6. april 2026: 2. påskedag',
      '  tirsdag 7. april 2026: dag 1',
      'Sidste rettidige dag: tirsdag 7. april 2026.',
    ])
  })
  test('from and including, and months', () => {
    expect(lines('2026-11-02', '2 dage', true)?.slice(1)).toEqual([
      '  mandag 2. november 2026: dag 1',
      '  tirsdag 3. november 2026: dag 2',
      'Sidste rettidige dag: tirsdag 3. november 2026.',
    ])
    expect(lines('2026-01-31', '1 måned', true)?.slice(1, 3)).toEqual([
      '  lørdag 31. januar 2026: første dag i perioden',
      '  lørdag 28. februar 2026: 1 (1 måned til og med denne dag)',
    ])
    expect(lines('2026-01-15', '2 hele måneder', true)?.slice(-2)[0]).toBe('  lørdag 28. februar 2026: månedens sidste dag')
    expect(addMonthsIncluding(day('2026-03-01'), 1)).toBe('2026-03-31')
  })
  test('the pace in a sentence', () => {
    const window = { first: day('2026-07-15'), last: day('2026-10-15') }
    expect(paceSentence(paceOn(day('2026-08-31'), window, 2, []), danishDay)).toBe(
      '0 af 2: bagud. Den næste bør holdes senest 30. august 2026.',
    )
    expect(paceSentence(paceOn(day('2026-10-16'), window, 2, []), danishDay)).toBe('0 af 2: perioden er slut, og der mangler.')
    expect(paceSentence(paceOn(day('2026-10-16'), window, 1, [day('2026-08-01')]), danishDay)).toBe('1 af 1: nok.')
  })
})
