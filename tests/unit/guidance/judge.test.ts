import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requireRulePack } from '#build/rule-pack.ts'
import type { FactRef } from '#utils/domain/advice.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { judge, type JudgeOptions } from '#utils/guidance/judge.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import type { PackRule, RulePack } from '#utils/guidance/pack-schema.ts'

const TODAY = day('2026-11-22')
const source = requireRulePack()
const pack = loadRulePack(source)

const only = (id: string, change: (rule: PackRule) => PackRule = (rule) => rule) =>
  loadRulePack({ ...source, rules: source.rules.filter((rule) => rule.id === id).map(change) } satisfies RulePack)

const run = (id: string, json: unknown, options: Partial<JudgeOptions> = {}) =>
  judge(only(id), inputFromJson(json), { today: TODAY, ...options })

const ACCESS = { 'access.law': 'FVL', 'access.received': '2026-11-02', 'access.decided': null, 'access.noticeSent': null }
const ref = (key: string, row: string | null = null) => ({ key, row }) as FactRef

describe('one advice', () => {
  test('says everything a reader needs', () => {
    expect(run('party-access-7-working-days', { facts: ACCESS })).toEqual([
      {
        rule: 'party-access-7-working-days',
        versionFrom: '2014-01-01',
        packVersion: source.version,
        title: 'Aktindsigt inden 7 arbejdsdage',
        text: 'Svar parten inden 7 arbejdsdage, eller giv besked om, hvornår svaret kommer.',
        kind: 'next-action',
        verdict: 'breached',
        severity: 'H',
        lawStatus: 'in-force',
        review: null,
        citations: ['FVL § 16, stk. 2'],
        row: null,
        anchor: 'access.received',
        decisiveDate: '2026-11-02',
        missing: [],
        action: { label: 'Afgør aktindsigt eller giv besked', link: 'access-request' },
        restsOn: [ref('access.received'), ref('access.law'), ref('access.decided'), ref('access.noticeSent')],
        deadline: {
          due: '2026-11-11',
          daysLeft: -11,
          warnFrom: '2026-11-06',
          steps: [
            { day: '2026-11-02', number: null, note: 'Modtaget' },
            { day: '2026-11-03', number: 1, note: null },
            { day: '2026-11-04', number: 2, note: null },
            { day: '2026-11-05', number: 3, note: null },
            { day: '2026-11-06', number: 4, note: null },
            { day: '2026-11-07', number: null, note: 'lørdag' },
            { day: '2026-11-08', number: null, note: 'søndag' },
            { day: '2026-11-09', number: 5, note: null },
            { day: '2026-11-10', number: 6, note: null },
            { day: '2026-11-11', number: 7, note: null },
          ],
        },
      },
    ])
  })

  test('the municipality’s closed days move the deadline', () => {
    const [advice] = run('party-access-7-working-days', { facts: ACCESS }, { calendar: { closing: [], closedDays: [day('2026-11-04')] } })
    expect(advice?.deadline?.due).toBe('2026-11-12')
  })

  test('a rule that is switched off is not judged', () => {
    expect(run('party-access-7-working-days', { facts: ACCESS }, { off: new Set(['party-access-7-working-days']) })).toEqual([])
  })

  test('a read fact that could not change anything is not among those it rests on', () => {
    const [advice] = run('party-access-7-working-days', {
      facts: { ...ACCESS, 'access.decided': '2026-11-09', 'access.noticeSent': '2026-11-05' },
    })
    expect(advice).toMatchObject({ verdict: 'met', deadline: null, restsOn: [ref('access.received'), ref('access.law')] })
  })

  test('of four meetings each counts, of five none alone', () => {
    const meeting = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ at: `2026-0${7 + (index % 3)}-1${index}T10:00`, status: 'Afholdt' }))
    const facts = { 'case.targetGroup': '6.2', 'contact.startDate': '2026-07-01', 'contact.exempted25pct': false }
    const four = run('jobsamtaler-jobready-4-in-6-months', { facts, lists: { meeting: meeting(4) } })[0]
    const five = run('jobsamtaler-jobready-4-in-6-months', { facts, lists: { meeting: meeting(5) } })[0]
    expect([four?.verdict, five?.verdict]).toEqual(['met', 'met'])
    expect(four?.restsOn.filter(({ row }) => row !== null)).toHaveLength(8)
    expect(five?.restsOn.filter(({ row }) => row !== null)).toEqual([])
  })
})

describe('which law', () => {
  const facts = (startDate: string | null) => ({ 'case.targetGroup': '6.2', ...(startDate !== '' && { 'contact.startDate': startDate }) })
  const json = (startDate: string | null) => ({ facts: facts(startDate), lists: { meeting: [] } })
  test.each([
    ['2026-06-30', '2015-01-01', 'repealed', 'breached'],
    ['2026-07-01', '2026-07-01', 'in-force', 'due'],
    ['2027-01-01', '2026-07-01', 'in-force', 'due'],
    ['2014-12-31', null, 'in-force', 'not-applicable'],
  ])('a contact course begun on %s falls under the version from %s', (start, versionFrom, lawStatus, verdict) => {
    expect(run('first-jobsamtale-all-jobready', json(start))[0]).toMatchObject({ versionFrom, lawStatus, verdict, decisiveDate: start })
  })

  test('an unread or empty decisive date leaves the rule unknown', () => {
    expect(run('first-jobsamtale-all-jobready', json(''))[0]).toMatchObject({
      verdict: 'unknown',
      missing: ['contact.startDate'],
      versionFrom: null,
      restsOn: [],
    })
    expect(run('first-jobsamtale-all-jobready', json(null))[0]).toMatchObject({ verdict: 'unknown', missing: ['contact.startDate'] })
  })

  test('without the date the rule is still out of the question when no version could apply', () => {
    const [advice] = run('first-jobsamtale-all-jobready', { facts: { 'case.targetGroup': '6.6' }, lists: { meeting: [] } })
    expect(advice).toMatchObject({ verdict: 'not-applicable', missing: [], restsOn: [ref('case.targetGroup')] })
  })
})

describe('each row of a list', () => {
  const decided = { key: 'a-1', status: 'Udstedt', date: '2026-11-10', adverse: true, partshøringSent: null }
  const favourable = { key: 'a-2', status: 'Udstedt', date: '2026-11-10', adverse: false, partshøringSent: null }
  const rule = 'party-hearing-before-adverse-decision'
  const rows = (json: unknown) => run(rule, json).map(({ verdict, row, missing }) => [row?.key ?? null, verdict, missing])

  test('is judged alone', () => {
    expect(rows({ lists: { decision: [decided, favourable] } })).toEqual([
      ['a-1', 'breached', []],
      ['a-2', 'not-applicable', []],
    ])
    expect(run(rule, { lists: { decision: [decided] } })[0]?.restsOn).toContainEqual(ref('decision.adverse', 'a-1'))
  })

  test('and what is not read of the list is unknown', () => {
    expect(rows({ lists: { decision: { rows: [favourable], complete: false } } })).toEqual([
      ['a-2', 'not-applicable', []],
      [null, 'unknown', ['decision.date', 'decision.adverse']],
    ])
    expect(rows({ lists: {} })).toEqual([[null, 'unknown', ['decision.date', 'decision.adverse']]])
    expect(rows({ lists: { decision: [favourable] }, notRead: [{ part: 'decision.date', why: 'paged' }] })).toHaveLength(2)
  })

  test('an empty list has nothing to judge, and says so once', () => {
    expect(run(rule, { lists: { decision: [] } })).toMatchObject([{ verdict: 'not-applicable', row: null, restsOn: [] }])
  })
})

describe('a rule that fails', () => {
  const failing = loadRulePack({
    ...source,
    rules: source.rules.filter(({ id }) => ['info-form-8-days', 'party-access-7-working-days'].includes(id)),
  })
  const broken = failing.rules.find(({ rule }) => rule.id === 'info-form-8-days')
  const withFailure = {
    ...failing,
    rules: failing.rules.map((rule) =>
      rule === broken
        ? {
            ...rule,
            decidedBy: () => {
              throw new RangeError('140752-6123')
            },
          }
        : rule,
    ),
  }
  test('is unknown with a code, and the others are judged', () => {
    const advice = judge(withFailure, inputFromJson({ facts: ACCESS }), { today: TODAY })
    expect(advice.map(({ rule, verdict, error }) => [rule, verdict, error])).toEqual([
      ['info-form-8-days', 'unknown', 'rule-failed'],
      ['party-access-7-working-days', 'breached', undefined],
    ])
    expect(JSON.stringify(advice)).not.toContain('010190')
  })
})

test('values of the wrong kind are unread, never guessed', () => {
  const bad = { key: 'access.received', value: '2. november', source: { pageKind: '', locator: '', asRead: '', readAt: '' } } as const
  const good = inputFromJson({ facts: ACCESS })
  const [advice] = judge(
    only('party-access-7-working-days'),
    { ...good, facts: { ...good.facts, 'access.received': bad } },
    { today: TODAY },
  )
  expect(advice).toMatchObject({ verdict: 'unknown', missing: ['access.received'] })
})

test('an empty deadline is no deadline', () => {
  const facts = {
    'sick.firstDay': '2026-05-18',
    'sick.recovered': null,
    'sick.paidWeeks': 23,
    'sick.revaluation': null,
    'sick.revaluationDone': null,
  }
  expect(run('revaluation-22-weeks', { facts })[0]).toMatchObject({ verdict: 'unknown', missing: ['sick.revaluation'], deadline: null })
})

test('judging leaves the case as it was: twice gives the same', () => {
  const keys = [
    'access.law',
    'access.received',
    'sick.firstDay',
    'contact.startDate',
    'case.targetGroup',
    'sick.formSent',
    'sick.recovered',
  ] as const
  const values: Record<string, unknown> = {
    'access.law': 'FVL',
    'access.received': '2026-11-02',
    'sick.firstDay': '2026-08-01',
    'contact.startDate': '2026-07-01',
    'case.targetGroup': '6.2',
    'sick.formSent': '2026-11-20',
    'sick.recovered': null,
  }
  fc.assert(
    fc.property(fc.subarray([...keys]), (read) => {
      const input = inputFromJson({
        facts: Object.fromEntries(read.map((key) => [key, values[key]])),
        lists: { meeting: [{ at: '2026-07-10T10:00' }] },
      })
      const first = judge(pack, input, { today: TODAY })
      expect(judge(pack, input, { today: TODAY })).toEqual(first)
      for (const { verdict, missing, error } of first) expect(verdict === 'unknown' && error === undefined).toBe(missing.length > 0)
    }),
    { numRuns: 60 },
  )
})
