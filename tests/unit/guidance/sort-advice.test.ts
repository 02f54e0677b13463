import { expect, test } from 'vitest'
import type { Advice } from '#utils/domain/advice.ts'
import { addDays, day } from '#utils/domain/calendar-day.ts'
import { asId, type RowKey } from '#utils/domain/ids.ts'
import { sortAdvice } from '#utils/guidance/sort-advice.ts'

const TODAY = day('2026-11-22')
const advice = (name: string, change: Partial<Advice>, daysLeft: number | null = null, warnIn?: number): Advice => ({
  rule: asId(name),
  versionFrom: null,
  packVersion: '',
  title: name,
  text: '',
  kind: 'hint',
  verdict: 'due',
  severity: 'H',
  lawStatus: 'in-force',
  review: null,
  citations: [],
  row: null,
  anchor: null,
  decisiveDate: null,
  restsOn: [],
  missing: [],
  action: null,
  deadline:
    daysLeft === null
      ? null
      : { due: addDays(TODAY, daysLeft), daysLeft, steps: [], ...(warnIn !== undefined && { warnFrom: addDays(TODAY, warnIn) }) },
  ...change,
})

test('what has failed comes first, then what weighs most, then what is nearest; what is far off waits', () => {
  const sorted = sortAdvice([
    advice('not-applicable', { verdict: 'not-applicable' }),
    advice('met', { verdict: 'met' }),
    advice('unknown', { verdict: 'unknown' }),
    advice('far-k', { severity: 'K' }, 90, 30),
    advice('near-k', { severity: 'K' }, 20, -3),
    advice('due-h-9', {}, 9),
    advice('due-h-2', {}, 2),
    advice('breached-m', { verdict: 'breached', severity: 'M' }, -1),
    advice('breached-k', { verdict: 'breached', severity: 'K' }),
    advice('breached-h-late', { verdict: 'breached' }, -30),
    advice('breached-h', { verdict: 'breached' }, -2),
  ])
  expect(sorted.map(({ rule }) => String(rule))).toEqual([
    'breached-k',
    'breached-h-late',
    'breached-h',
    'breached-m',
    'near-k',
    'due-h-2',
    'due-h-9',
    'far-k',
    'unknown',
    'met',
    'not-applicable',
  ])
})

test('equals are ordered by rule and row, so that nothing flickers', () => {
  const row = (key: string) => ({ group: 'decision', key: asId<RowKey>(key) }) as const
  const sorted = sortAdvice([
    advice('b', {}),
    advice('a', { row: row('2') }),
    advice('a', { row: row('1') }),
    advice('a', {}),
    advice('a', { row: row('1') }),
  ])
  expect(sorted.map(({ rule, row: own }) => `${rule}${own?.key ?? ''}`)).toEqual(['a', 'a1', 'a1', 'a2', 'b'])
})
