import { expect, test } from 'vitest'
import { factLabel, factWhere, formatFact } from '#components/ui/format-fact.ts'

test.each([
  ['contact.startDate', '2026-05-25', '25. maj 2026'],
  ['meeting.at', '2026-11-22T13:45', '22. nov. 2026 kl. 13.45'],
  ['citizen.cpr', '1407526123', '140752-6123'],
  ['citizen.protectedAddress', true, 'Ja'],
  ['citizen.protectedAddress', false, 'Nej'],
  ['contact.heldCount', 2400, '2.400'],
  ['plan.steps', ['Kontakt til a-kasse', 'CV'], 'Kontakt til a-kasse, CV'],
  ['plan.steps', [], 'tomt felt'],
  ['case.number', '2026-104417', '2026-104417'],
  ['case.targetGroup', '6.2', 'jobparat på kontanthjælp (6.2)'],
  ['case.status', 'Aktiv', 'Aktiv'],
  ['sick.employer', null, 'tomt felt'],
  ['sick.employer', undefined, 'ikke læst'],
])('%s %o is written "%s"', (key, value, text) => expect(formatFact(key, value)).toBe(text))

test('a date that is none is shown as it stands', () => expect(formatFact('contact.startDate', 'ukendt')).toBe('ukendt'))

test('labels and screens come from the catalogue', () => {
  expect(factLabel('sick.revaluation')).toBe('Revurderingstidspunkt')
  expect(factWhere('sick.revaluation')).toBe('Sygedagpenge')
  expect(factWhere('nowhere.at-all')).toBe('')
})
