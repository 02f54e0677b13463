import { expect, test } from 'vitest'
import { parseFeel } from '#build/feel/parse.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { STATUTORY_CALENDAR } from '#utils/guidance/calendar/work-calendar.ts'
import { compileSteps } from '#utils/guidance/deadline-steps.ts'
import { Layout } from '#utils/guidance/feel/scope.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { loadCase } from '#utils/guidance/load-case.ts'

function steps(feel: string, facts: Record<string, unknown> = {}): string[] {
  const parsed = parseFeel(feel)
  if (!parsed.ok) throw new Error(feel)
  const layout = new Layout()
  const run = compileSteps(parsed.tree, layout)
  const scope = loadCase(
    layout,
    inputFromJson({ facts: { 'sick.firstDay': '2026-11-02', ...facts } }),
    day('2026-11-22'),
    STATUTORY_CALENDAR,
  )
  return run(scope).map(({ day: at, number, note }) => [at, number, note].filter((part) => part !== null).join(' '))
}

test.each([
  ['sick.firstDay', ['2026-11-02 Første fraværsdag']],
  ['sick.revaluation', []],
  ['sick.recovered', []],
  ['today', ['2026-11-22 i dag']],
  ['date("2026-12-24")', ['2026-12-24']],
  ['addDays(sick.firstDay, 2)', ['2026-11-02 Første fraværsdag', '2026-11-03 1', '2026-11-04 2']],
  ['addDays(sick.firstDay, sick.paidWeeks)', []],
  ['addDays(sick.revaluation, 2)', []],
  ['addMonths(sick.firstDay, 2)', ['2026-11-02 Første fraværsdag', '2026-12-02 1 1 måned', '2027-01-02 2 2 måneder']],
  ['wholeMonthsAfter(sick.firstDay, 1)', ['2026-11-02 Første fraværsdag', '2026-12-02 1 1 måned', '2026-12-31 månedens sidste dag']],
  ['daysIncluding(sick.firstDay, 2)', ['2026-11-02 Første fraværsdag', '2026-11-02 1', '2026-11-03 2']],
  [
    'monthsIncluding(sick.firstDay, 1)',
    ['2026-11-02 Første fraværsdag', '2026-11-02 første dag i perioden', '2026-12-01 1 1 måned til og med denne dag'],
  ],
  ['workingDaysIncluding(sick.firstDay, 1)', ['2026-11-02 Første fraværsdag', '2026-11-02 1']],
  ['paceDay(sick.firstDay, addDays(sick.firstDay, 10), 2, 0)', ['2026-11-07']],
  ['paceDay(sick.firstDay, addDays(sick.firstDay, 10), 2, 2)', []],
  ['lastDayOfMonth(addDays(sick.firstDay, 1))', ['2026-11-02 Første fraværsdag', '2026-11-03 1', '2026-11-30 månedens sidste dag']],
  ['lastDayOfMonth(sick.revaluation)', []],
  ['firstDayOfMonth(sick.firstDay)', ['2026-11-01']],
  ['sick.firstDay + duration("P2D")', ['2026-11-02 Første fraværsdag', '2026-11-03 1', '2026-11-04 2']],
  ['sick.firstDay + duration("P1M")', ['2026-11-02 Første fraværsdag', '2026-12-02 1 1 måned']],
  ['sick.firstDay - duration("P2D")', ['2026-10-31']],
  ['max(today, addDays(sick.firstDay, 1))', ['2026-11-22 i dag']],
  ['min(today, addDays(sick.firstDay, 1))', ['2026-11-02 Første fraværsdag', '2026-11-03 1']],
  ['min(today, sick.revaluation)', []],
  ['if sick.recovered = null then today else sick.firstDay', ['2026-11-22 i dag']],
  ['if sick.recovered != null then today else sick.firstDay', ['2026-11-02 Første fraværsdag']],
  ['if sick.revaluation = null then today else sick.firstDay', []],
])('%s', (feel, expected) => {
  expect(steps(feel, { 'sick.recovered': null })).toEqual(expected)
})
