import { expect, test } from 'vitest'
import { readDocument } from '#proxy/importers/read-document.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { comparePacks } from '#utils/guidance/authoring/compare.ts'
import { lawProblems } from '#utils/guidance/authoring/quotes.ts'
import { ruleBook } from '#utils/guidance/authoring/rule-book.ts'
import { touchedRules } from '#utils/guidance/authoring/touched.ts'
import { ruleOf, source } from './rule-text.ts'

const law = (name: string) => readDocument(new URL(`../../../../packs/law/${name}.xml`, import.meta.url).pathname, 'law')
const [old, now] = [await law('fjordplejelov-2021'), await law('fjordplejelov-2025')]
const citing = (...cites: (string | { text: string; eli: string })[]) => ruleOf(source({ from: '2025-03-01', cites }))

test.each([
  ['FJPL § 1, stk. 1', true],
  ['FJPL § 3', true],
  ['FJPL § 2 a', true],
  ['FJPL (hele loven)', true],
  ['§ 3 i lov om noget helt andet', false],
  ['stk. 2', false],
  ['LAB § 3', false],
])('%s is touched: %s', async (cite, touched) => {
  expect(await touchedRules([citing(cite)], old, now)).toHaveLength(touched ? 1 : 0)
})

test('a place without an act belongs to the address beside it', async () => {
  const eli = now.eli ?? ''
  expect(await touchedRules([citing({ text: '§ 3', eli })], old, now)).toHaveLength(1)
  expect(await touchedRules([citing('§ 3')], old, now)).toHaveLength(0)
})

test('the words of both texts are told, and nothing is touched by the same text', async () => {
  const [found] = await touchedRules([citing('FJPL § 2 a')], old, now)
  expect(found).toMatchObject({ place: '§ 2 a', before: null })
  expect(found?.after).not.toBeNull()
  expect(await touchedRules([citing('FJPL § 1', 'FJPL')], now, now)).toEqual([])
})

test('quotes stand letter for letter in the law, places exist on the day', async () => {
  const problems = async (version: Record<string, unknown>) =>
    (await lawProblems(ruleOf(source({ from: '2025-03-01', ...version })), [now])).map(({ code }) => code)
  expect(await problems({ note: 'Se »får råd og\u00A0vejledning.«', cites: ['FJPL § 1'] })).toEqual([])
  expect(await problems({ note: 'Se »får Råd og vejledning.«' })).toEqual(['quote'])
  expect(await problems({ cites: ['FJPL § 99'] })).toEqual(['citation'])
  expect(await problems({ cites: ['FJPL § 3'] })).toEqual(['citation'])
  expect(await problems({ cites: ['LAB § 99'] })).toEqual([])
})

test('two packs differ by what their jurist would ask about', () => {
  const [before, after] = [
    ruleOf(source()),
    ruleOf(source({ due: 'addWorkingDays(access.received, 8)', to: '2026-12-31' }, { title: 'Ny titel' })),
  ]
  expect(comparePacks({ rules: [before] }, { rules: [before] })).toEqual([])
  expect(comparePacks({ rules: [before] }, { rules: [after] }).map(({ text }) => text)).toEqual([
    'titel: «Svar til tiden» → «Ny titel»',
    'version 2014-01-01: til: «videre» → «2026-12-31»',
    'version 2014-01-01: frist: «addWorkingDays(access.received, 7)» → «addWorkingDays(access.received, 8)»',
  ])
  expect(comparePacks({ rules: [before] }, { rules: [] }).map(({ kind }) => kind)).toEqual(['removed'])
  expect(comparePacks({ rules: [] }, { rules: [after] }).map(({ kind }) => kind)).toEqual(['added'])
  const later = ruleOf(source({ from: '2015-01-01' }))
  expect(comparePacks({ rules: [before] }, { rules: [later] }).map(({ text }) => text)).toEqual([
    'version 2014-01-01 er væk',
    'ny version fra 2015-01-01 (in-force)',
  ])
})

test('a named condition that means something else is a change', () => {
  const named = (feel: string) => ruleOf(source({ conditions: { svaret: { text: 'Svaret', feel } }, met: 'svaret' }))
  const [change] = comparePacks({ rules: [named('access.decided != null')] }, { rules: [named('access.noticeSent != null')] })
  expect(change?.text).toContain('Svaret: access.decided != null')
})

test('the book has every rule, as text and nothing else', () => {
  const nasty = ruleOf(
    source({ note: '<img src=x onerror=alert(1)>', review: { by: 'A "B" & C', on: '2026-01-01' } }, { title: 'Titel <b>' }),
  )
  const book = ruleBook({ title: 'Regler', version: '1', rules: [nasty] }, day('2026-11-24'))
  expect(book).toContain('<section id="answer-in-time">')
  expect(book).toContain('Titel &#60;b&#62;')
  expect(book).not.toMatch(/<img|<script|<b>/)
  expect(book).toContain('7 arbejdsdage')
})

test.each([
  ['daysIncluding(access.received, 7)', '7 dage fra og med'],
  ['monthsIncluding(access.received, 2)', '2 måneder fra og med'],
  ['workingDaysIncluding(access.received, 7)', '7 arbejdsdage fra og med'],
  ['paceDay(access.received, today, 2, 0)', 'Jævn fordeling af 2 fra'],
])('the book says %s in Danish', (due, words) => {
  const version = { due, warnFrom: due, to: '2025-12-31', status: 'repealed', applies: 'true', met: 'false', confidence: 'derived' }
  const book = ruleBook({ title: 'Regler', version: '1', rules: [ruleOf(source(version, { kind: 'next-action' }))] }, day('2026-11-24'))
  expect(book).toContain(words)
  expect(book).toContain('til 31. december 2025: ophævet')
})
