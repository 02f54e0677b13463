import { describe, expect, test } from 'vitest'
import { AppError } from '#utils/domain/app-error.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { valueFits } from '#utils/guidance/value-fits.ts'

describe('what a file may look like', () => {
  test('values stand bare or with their source; row keys with or without the group', () => {
    const input = inputFromJson({
      facts: {
        'case.type': { value: 'Dagpenge', source: { locator: 'x' } },
        'case.start': '2026-01-01',
        'case.end': null,
        'plan.steps': ['a'],
      },
      lists: {
        meeting: [
          { key: 'm1', 'meeting.status': 'Afholdt', at: { value: '2026-01-02T10:00' } },
          { facts: { status: { value: 'Aflyst' } } },
        ],
      },
      more: 1,
    })
    expect(Object.fromEntries(Object.entries(input.facts).map(([key, fact]) => [key, fact.value]))).toEqual({
      'case.type': 'Dagpenge',
      'case.start': '2026-01-01',
      'case.end': null,
      'plan.steps': ['a'],
    })
    expect(input.lists.meeting?.rows.map(({ key, facts }) => [key, facts['meeting.status']?.value, facts['meeting.at']?.value])).toEqual([
      ['m1', 'Afholdt', '2026-01-02T10:00'],
      ['meeting-2', 'Aflyst', undefined],
    ])
    expect(input.lists.meeting?.coverage).toEqual({ read: 2, total: 2, complete: true, filters: [] })
    expect(input.leftOut).toEqual([])
  })

  test('a list that something was not read of is not complete', () => {
    const lists = { meeting: [], offer: { rows: [] }, doc: { rows: [], complete: false } }
    const input = inputFromJson({ lists, notRead: [{ part: 'meeting', why: 'paged' }] })
    expect([input.lists.meeting?.coverage.complete, input.lists.offer?.coverage.complete, input.lists.doc?.coverage]).toEqual([
      false,
      true,
      { read: 0, total: null, complete: false, filters: [] },
    ])
  })

  test('what the catalogue does not know, or is of another type, is left out and named', () => {
    const input = inputFromJson({
      facts: { 'case.nope': 1, 'case.start': '1/1 2026', 'sick.paidWeeks': '3', 'case.type': 'X', 'case.status': { text: 'Aktiv' } },
      lists: { nope: [], meeting: [{ x: 1 }] },
    })
    expect(input.facts).toEqual({})
    expect(input.leftOut).toEqual([
      { part: 'case.nope', why: 'unknown-key' },
      { part: 'case.start', why: 'wrong-type' },
      { part: 'sick.paidWeeks', why: 'wrong-type' },
      { part: 'case.type', why: 'wrong-type' },
      { part: 'case.status', why: 'wrong-type' },
      { part: 'nope', why: 'unknown-key' },
      { part: 'meeting.x', why: 'unknown-key' },
    ])
  })

  test.each([[null], ['x'], [{ facts: [] }], [{ lists: { meeting: 'x' } }], [{ lists: { meeting: [1] } }]])('%j is refused', (json) => {
    expect(() => inputFromJson(json)).toThrow(new AppError('file-unreadable'))
  })
})

test.each([
  ['case.start', '2026-02-28', true],
  ['case.start', '2026-02-30', false],
  ['case.start', '2026-02-28T10:00', false],
  ['case.start', 3, false],
  ['meeting.at', '2026-02-28T10:00', true],
  ['meeting.at', '2026-02-28T10:00:30', true],
  ['meeting.at', '2026-02-28', true],
  ['meeting.at', '2026-02-28 10', false],
  ['meeting.at', 3, false],
  ['sick.paidWeeks', 3.5, true],
  ['sick.paidWeeks', Number.NaN, false],
  ['sick.paidWeeks', '3', false],
  ['contact.exempted25pct', false, true],
  ['contact.exempted25pct', 'nej', false],
  ['plan.steps', ['a'], true],
  ['plan.steps', 'a', false],
  ['case.type', 'Dagpenge', true],
  ['case.type', 'dagpenge', false],
  ['case.number', 'S1', true],
  ['case.number', null, true],
  ['case.nope', null, false],
])('%s may be %j: %s', (key, value, fits) => {
  expect(valueFits(key as never, value)).toBe(fits)
})
