import type { CaseView } from '#utils/domain/case-view.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { asId, type CaseId, type CaseToken, type CitizenId, type CprNumber, type RowKey } from '#utils/domain/ids.ts'

const READ_AT = '2026-11-22T12:45:00.000Z'

export const fact = (key: FactKey, value: FactValue, pageKind = 'overview'): Fact => ({
  key,
  value,
  source: { pageKind, locator: 'label', asRead: String(value ?? ''), readAt: READ_AT },
})
export const rowKey = (text: string): RowKey => asId<RowKey>(text)

const facts: readonly Fact[] = [
  fact('citizen.name', 'Ingrid Møller Thygesen'),
  fact('citizen.cpr', '1407526123'),
  fact('citizen.age', 74),
  fact('citizen.protectedAddress', true),
  fact('citizen.phone', null),
  fact('citizen.digitalPost', 'tilmeldt'),
  fact('citizen.interpreter', null),
  fact('case.number', '2026-104417'),
  fact('case.type', 'Sygedagpenge'),
  fact('case.targetGroup', '6.6'),
  fact('case.benefit', 'Sygedagpenge'),
  fact('case.status', 'Aktiv'),
  fact('case.start', '2026-06-24'),
  fact('contact.startDate', '2026-05-25'),
  fact('contact.heldCount', 2),
  fact('sick.firstDay', '2026-06-24', 'sickness'),
  fact('sick.employer', 'Vestkystens Bageri ApS', 'sickness'),
  fact('sick.revaluation', '2026-11-30', 'sickness'),
  fact('access.received', '2026-11-19'),
  fact('access.decided', null),
  fact('access.law', 'FVL'),
]

/** An invented case with a bit of everything: read, partly read and unread parts. */
export const sampleView: CaseView = {
  token: asId<CaseToken>('sample-token'),
  identity: {
    citizenId: asId<CitizenId>('b2a1'),
    cpr: asId<CprNumber>('1407526123'),
    name: 'Ingrid Møller Thygesen',
    caseId: asId<CaseId>('c7'),
    confirmedBy: ['route', 'header-cpr'],
  },
  profile: { id: 'sagsbord-m', version: '1.0.0', verified: true },
  pageKind: 'overview',
  readAt: READ_AT,
  facts: Object.fromEntries(facts.map((one) => [one.key, one])),
  lists: {
    meeting: { rows: [], coverage: { read: 12, total: 12, complete: true, filters: [] } },
    note: { rows: [], coverage: { read: 50, total: 418, complete: false, filters: ['Status: Aktive'] } },
    decision: {
      rows: [
        {
          key: rowKey('d1'),
          facts: {
            'decision.type': fact('decision.type', 'Stop af sygedagpenge'),
            'decision.deadline': fact('decision.deadline', '2026-11-20'),
          },
        },
      ],
      coverage: { read: 1, total: 1, complete: true, filters: [] },
    },
    offer: { rows: [], coverage: { read: 0, total: 0, complete: true, filters: [] } },
  },
  notRead: [
    { part: 'note', why: 'paged' },
    { part: 'contact.exempted25pct', why: 'collapsed' },
    { part: 'contact.exemptionReason', why: 'collapsed' },
    { part: 'citizen.address', why: 'protected' },
    { part: 'prep', why: 'elsewhere' },
    { part: 'sick.paidWeeks', why: 'frame' },
    { part: 'sick.extent', why: 'ambiguous' },
    { part: 'task', why: 'failed' },
  ],
}
