import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFeel } from '#build/feel/parse.ts'
import { day } from '#utils/domain/calendar-day.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { STATUTORY_CALENDAR } from '#utils/guidance/calendar/work-calendar.ts'
import { checkTree } from '#utils/guidance/feel/check-tree.ts'
import { compile } from '#utils/guidance/feel/compile.ts'
import type { FeelNode } from '#utils/guidance/feel/node.ts'
import { printFeel } from '#utils/guidance/feel/print.ts'
import { Layout } from '#utils/guidance/feel/scope.ts'
import { Unread, type Result } from '#utils/guidance/feel/value.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { loadCase, type CaseInput } from '#utils/guidance/load-case.ts'
import { ALL_FIELDS, ALL_SINGLES, anyCase, booleans, numbers, TOP, type GeneratedCase } from './arbitrary.ts'
import { inputOf } from './case-input.ts'

function run(tree: FeelNode, input: CaseInput, today = day('2026-11-22')): Result {
  const layout = new Layout()
  const compiled = compile(tree, layout)
  return compiled(loadCase(layout, input, today, STATUTORY_CALENDAR))
}

function evaluate(feel: string, json: unknown): Result {
  const parsed = parseFeel(feel)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ text }) => text).join())
  return run(parsed.tree, inputFromJson(json))
}

const missing = (result: Result) =>
  result instanceof Unread ? result.missing.map(({ key, row }) => (row === null ? key : `${key}@${row}`)) : result

describe('unread is kept apart from empty', () => {
  test.each([
    ['sick.employer = null', {}, ['sick.employer']],
    ['sick.employer = null', { 'sick.employer': null }, true],
    ['sick.paidWeeks > 22', { 'sick.paidWeeks': null }, null],
    ['sick.paidWeeks > 22 and sick.recovered = null', { 'sick.paidWeeks': 3 }, false],
    ['sick.recovered = null and sick.paidWeeks > 22', { 'sick.paidWeeks': 3 }, false],
    ['sick.paidWeeks > 2 or sick.recovered = null', { 'sick.paidWeeks': 3 }, true],
    ['sick.paidWeeks > 2 and sick.recovered = null', { 'sick.paidWeeks': 3 }, ['sick.recovered']],
    ['sick.paidWeeks > sick.extent', {}, ['sick.paidWeeks', 'sick.extent']],
    ['sick.paidWeeks > sick.extent', { 'sick.extent': null }, null],
    ['not(sick.recovered = null)', {}, ['sick.recovered']],
    ['if sick.recovered = null then 1 else 2', {}, ['sick.recovered']],
    ['addDays(sick.firstDay, 3)', {}, ['sick.firstDay']],
    ['max(sick.firstDay, sick.recovered)', { 'sick.recovered': '2026-01-01' }, ['sick.firstDay']],
    ['addDays(sick.firstDay, sick.paidWeeks)', {}, ['sick.firstDay', 'sick.paidWeeks']],
  ])('%s with %j', (feel, facts, expected) => {
    expect(missing(evaluate(feel, { facts }))).toEqual(expected)
  })
})

describe('lists that are not read to their end', () => {
  const held = { at: '2026-11-02T10:00', status: 'Afholdt' }
  const planned = { at: '2026-11-09T10:00', status: 'Planlagt' }
  const half = (rows: unknown[]) => ({ lists: { meeting: { rows, complete: false } } })
  const whole = (rows: unknown[]) => ({ lists: { meeting: rows } })
  test.each([
    ['count(meeting[status = "Afholdt"]) >= 2', half([held, held]), true],
    ['count(meeting[status = "Afholdt"]) > 1', half([held, held]), true],
    ['2 <= count(meeting[status = "Afholdt"])', half([held, held]), true],
    ['count(meeting[status = "Afholdt"]) < 2', half([held, held]), false],
    ['count(meeting[status = "Afholdt"]) <= 1', half([held, held]), false],
    ['count(meeting[status = "Afholdt"]) = 1', half([held, held]), false],
    ['count(meeting[status = "Afholdt"]) != 1', half([held, held]), true],
    ['count(meeting[status = "Afholdt"]) = 2', half([held, held]), ['meeting.status']],
    ['count(meeting[status = "Afholdt"]) != 3', half([held, held]), ['meeting.status']],
    ['count(meeting[status = "Afholdt"]) >= 3', half([held, held]), ['meeting.status']],
    ['count(meeting[status = "Afholdt"]) <= 3', half([held, held]), ['meeting.status']],
    ['count(meeting[status = "Afholdt"]) < 3', half([held, held]), ['meeting.status']],
    ['count(meeting[status = "Afholdt"]) > 3', half([held, held]), ['meeting.status']],
    ['count(meeting) >= 1', half([]), ['meeting.at']],
    ['count(meeting[status = "Afholdt"]) >= 3', whole([held, {}, {}]), ['meeting.status@meeting-2', 'meeting.status@meeting-3']],
    ['count(meeting[status = "Afholdt"]) <= 3', whole([held, {}, {}]), true],
    ['count(meeting[status = "Afholdt"]) > 3', whole([held, {}, {}]), false],
    ['count(meeting[status = "Afholdt"]) >= 4', whole([held, {}, {}]), false],
    ['count(meeting[status = "Afholdt"]) < 4', whole([held, {}, {}]), true],
    ['count(meeting[status = "Afholdt"]) + 1 > 0', half([held]), ['meeting.status']],
    ['count(meeting[status = "Afholdt"]) > count(meeting)', half([held]), ['meeting.status', 'meeting.at']],
    ['count(meeting[status = "Afholdt"]) > sick.paidWeeks', half([held]), ['meeting.status', 'sick.paidWeeks']],
    ['some m in meeting satisfies m.status = "Afholdt"', half([held]), true],
    ['some m in meeting satisfies m.status = "Afholdt"', half([planned]), ['meeting.status']],
    ['some m in meeting satisfies m.status = "Afholdt"', whole([planned]), false],
    ['some m in meeting satisfies m.status = "Afholdt"', whole([planned, {}]), ['meeting.status@meeting-2']],
    ['every m in meeting satisfies m.status = "Afholdt"', half([planned]), false],
    ['every m in meeting satisfies m.status = "Afholdt"', half([held]), ['meeting.status']],
    ['every m in meeting satisfies m.status = "Afholdt"', whole([]), true],
    ['every m in meeting[form = "Telefon"] satisfies m.status = "Afholdt"', whole([planned]), ['meeting.form@meeting-1']],
    ['every m in meeting[form = "Telefon"] satisfies m.status = "Afholdt"', whole([held]), true],
    ['some m in meeting[form = "Telefon"] satisfies m.status = "Afholdt"', whole([planned]), false],
    ['max(meeting.at)', whole([held, planned]), '2026-11-09'],
    ['min(meeting.at)', whole([held, planned]), '2026-11-02'],
    ['min(meeting[status = "Afholdt"].at)', whole([held, {}]), ['meeting.status@meeting-2']],
    ['max(meeting.at)', half([held]), ['meeting.at']],
    ['max(meeting.at)', whole([held, {}]), ['meeting.at@meeting-2']],
    ['max(meeting.at)', whole([{ at: null }, {}]), null],
    ['max(meeting.at)', whole([]), null],
    ['sum(offer.hoursPerWeek)', { lists: { offer: [{ hoursPerWeek: 20 }, { hoursPerWeek: 17 }] } }, 37],
    ['count(plan.steps) >= 1', { facts: { 'plan.steps': ['Skriv CV'] } }, true],
    ['list contains(plan.steps, "Skriv CV")', { facts: { 'plan.steps': ['Skriv CV'] } }, true],
    ['count(meeting[status = "Afholdt"][form = "Telefon"])', whole([{ ...held, form: 'Telefon' }, held]), ['meeting.form@meeting-2']],
    ['count(meeting[form = "Telefon"][status = "Afholdt"])', whole([planned, { ...held, form: 'Telefon' }]), 1],
  ])('%s', (feel, json, expected) => {
    expect(missing(evaluate(feel, json))).toEqual(expected)
  })
})

/** The case with some facts taken away, and the list perhaps cut short. */
const withHoles = fc.record({
  singles: fc.subarray([...ALL_SINGLES]),
  cells: fc.array(fc.subarray([...ALL_FIELDS]), { minLength: 4, maxLength: 4 }),
  keepRows: fc.option(fc.nat(4), { nil: null }),
})

function punch(
  generated: GeneratedCase,
  holes: { singles: string[]; cells: string[][]; keepRows: number | null },
): { input: CaseInput; full: GeneratedCase } {
  const keep = <K extends string>(map: ReadonlyMap<K, FactValue>, gone: readonly string[]) =>
    new Map([...map].filter(([key]) => !gone.includes(key)))
  const cut = holes.keepRows !== null && holes.keepRows < generated.rows.length
  const rows = (cut ? generated.rows.slice(0, holes.keepRows ?? 0) : generated.rows).map((row, index) =>
    keep(row, holes.cells[index] ?? []),
  )
  return { input: inputOf({ ...generated, singles: keep(generated.singles, holes.singles), rows }, !cut), full: generated }
}

test('what is decided in spite of unread facts is what the whole case gives', { timeout: 60_000 }, () => {
  let decided = 0
  fc.assert(
    fc.property(fc.oneof(booleans(TOP), numbers(TOP)), anyCase, withHoles, (tree, generated, holes) => {
      fc.pre(checkTree(tree, new Map()).problems.length === 0)
      const { input, full } = punch(generated, holes)
      const partial = run(tree, input, full.today)
      if (partial instanceof Unread) {
        expect(partial.missing.length, printFeel(tree)).toBeGreaterThan(0)
      } else {
        decided += 1
        expect(partial, printFeel(tree)).toEqual(run(tree, inputOf(full), full.today))
      }
    }),
    { numRuns: 1000 },
  )
  expect(decided).toBeGreaterThan(300)
})

describe('what cannot be computed is empty', () => {
  test.each([
    ['addDays(sick.firstDay, 1.5)', null],
    ['addDays(sick.firstDay, 50000)', null],
    ['addMonths(sick.firstDay, 39999)', '5360-02-02'],
    ['addDays(date("9999-12-31"), 1)', null],
    ['date("9999-12-31") + duration("P1D")', null],
    ['sick.paidWeeks / 0', null],
    ['sick.paidWeeks / 2', 1.5],
    ['sick.firstDay + (if sick.recovered = null then null else duration("P1D"))', null],
    ['sick.firstDay + (if sick.recovered = null then duration("P1M") else null)', '2026-12-02'],
    ['monthStart("2026-13")', null],
    ['monthStart("2026-07")', '2026-07-01'],
    ['firstDayOfMonth(sick.firstDay)', '2026-11-01'],
    ['daysBetween(sick.firstDay, today)', 20],
    ['not(sick.recovered < today)', null],
    ['upper case("æ")', 'Æ'],
    ['ends with("ab", "b")', true],
  ])('%s', (feel, expected) => {
    expect(evaluate(feel, { facts: { 'sick.firstDay': '2026-11-02', 'sick.paidWeeks': 3, 'sick.recovered': null } })).toEqual(expected)
  })
})
