import { describe, expect, test } from 'vitest'
import { requireRulePack } from '#build/rule-pack.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { explain, explainAdvice } from '#utils/guidance/explain.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { judge } from '#utils/guidance/judge.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'

const TODAY = day('2026-11-22')
const pack = loadRulePack(requireRulePack())
const options = { today: TODAY }
const access = (facts: Record<string, unknown>) =>
  explain(
    pack,
    'party-access-7-working-days',
    inputFromJson({ facts: { 'access.law': 'FVL', 'access.received': '2026-11-02', ...facts } }),
    options,
  )[0]

describe('the sentence of the moment', () => {
  test.each([
    [{ 'access.decided': null, 'access.noticeSent': null }, 'Fristen var 11. november 2026: overskredet med 11 dage.'],
    [{ 'access.received': '2026-11-12', 'access.decided': null, 'access.noticeSent': null }, 'Frist 23. november 2026: 1 dag tilbage.'],
    [
      { 'access.received': '2026-11-11', 'access.decided': null, 'access.noticeSent': null },
      'Fristen var 20. november 2026: overskredet med 2 dage.',
    ],
    [{ 'access.decided': '2026-11-09' }, 'Opfyldt.'],
    [{ 'access.law': 'OFL' }, 'Reglen gælder ikke for denne sag.'],
    [{ 'access.decided': null }, 'Kan ikke vurderes: Besked om forsinkelse sendt er ikke læst.'],
  ])('%j', (facts, sentence) => {
    expect(access(facts)?.sentence).toBe(sentence)
  })

  test('on the last day', () => {
    const input = inputFromJson({
      facts: { 'access.law': 'FVL', 'access.received': '2026-11-02', 'access.decided': null, 'access.noticeSent': null },
    })
    expect(explain(pack, 'party-access-7-working-days', input, { today: day('2026-11-11') })[0]?.sentence).toBe(
      'Frist 11. november 2026: det er i dag.',
    )
  })

  test('without a deadline', () => {
    const input = inputFromJson({ facts: { 'case.benefit': 'SHO' } })
    expect(explain(pack, 'benefit-names-retired', input, options)[0]?.sentence).toBe('Ikke opfyldt.')
  })
})

describe('the conditions', () => {
  test('each part says whether the case meets it, with the facts as read', () => {
    const explanation = access({ 'access.decided': null })
    expect(explanation?.applies).toEqual({
      text: 'Parten har bedt om aktindsigt efter forvaltningsloven',
      feel: 'access.law = "FVL"',
      outcome: 'met',
      parts: [],
      facts: [{ key: 'access.law', row: null, label: 'Grundlag', value: 'FVL' }],
    })
    expect(explanation?.met).toMatchObject({ text: 'Mindst én af disse', feel: 'afgjort or besked', outcome: 'unknown' })
    expect(explanation?.met?.parts.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['Anmodningen er afgjort', 'not-met'],
      ['Parten har fået besked om forsinkelsen', 'unknown'],
    ])
    expect(explanation?.met?.facts).toEqual([
      { key: 'access.decided', row: null, label: 'Afgjort', value: null },
      { key: 'access.noticeSent', row: null, label: 'Besked om forsinkelse sendt', value: undefined },
    ])
  })

  test('a list is told by its number of rows, or as unread', () => {
    const facts = { 'case.targetGroup': '6.2', 'contact.startDate': '2026-09-01' }
    const read = explain(
      pack,
      'first-jobsamtale-all-jobready',
      inputFromJson({ facts, lists: { meeting: [{ at: '2026-09-02T10:00', status: 'Aflyst' }] } }),
      options,
    )[0]
    expect(read?.met?.facts).toContainEqual({ key: 'meeting.at', row: null, label: 'Samtaler (antal læst)', value: 1 })
    const unread = explain(pack, 'first-jobsamtale-all-jobready', inputFromJson({ facts }), options)[0]
    expect(unread?.met?.facts.find(({ key }) => key === 'meeting.at')?.value).toBeUndefined()
    expect(unread?.note).toContain('Ikke juridisk kvalitetssikret.')
    expect(unread?.note).toContain('Udkast: reglen ændres muligvis 1. januar 2027.')
    expect(unread?.note).toContain('ikke efterprøvet')
  })

  test('a row is explained by its own facts', () => {
    const decision = [
      { key: 'x', status: 'Udstedt', date: '2026-11-10', adverse: true, reasons: null, lawRef: 'LAS § 37' },
      { key: 'y', adverse: false, date: '2026-11-10' },
    ]
    const input = inputFromJson({ lists: { decision } })
    const explanations = explain(pack, 'decision-reasoned', input, options)
    expect(explanations.map(({ advice }) => [advice.row?.key, advice.verdict])).toEqual([
      ['x', 'breached'],
      ['y', 'not-applicable'],
    ])
    expect(explanations[0]?.met?.facts).toContainEqual({ key: 'decision.lawRef', row: 'x', label: 'Lovgrundlag', value: 'LAS § 37' })
    const [, second] = judge(pack, input, options).filter(({ rule }) => rule === 'decision-reasoned')
    expect(second && explainAdvice(pack, input, second, options)?.advice.row?.key).toBe('y')
    expect(second && explainAdvice(pack, inputFromJson({ lists: { decision: decision.slice(0, 1) } }), second, options)).toBeNull()
  })

  test('rows nobody has read are explained as unread', () => {
    const [explanation] = explain(pack, 'decision-reasoned', inputFromJson({}), options)
    expect(explanation?.applies.facts).toEqual([{ key: 'decision.adverse', row: null, label: 'Til ugunst', value: undefined }])
  })
})

test('an unknown rule has no explanation', () => {
  expect(explain(pack, 'nope', inputFromJson({}), options)).toEqual([])
})
