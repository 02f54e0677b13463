import type { CaseRecord, RowRecord } from '#demo/data/case-record.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { PersonRow } from './api.ts'
import type { State } from './state.ts'

/** A citizen as a line in a list of several. */
export function personRow(state: State, found: CaseRecord): PersonRow {
  const facts = state.facts(found)
  const meetings = state.rows(found, 'meeting') as readonly RowRecord<'meeting'>[]
  const held = meetings
    .filter((row) => row['meeting.status'] === 'Afholdt')
    .map((row) => String(row['meeting.at']).slice(0, 10))
    .toSorted()
  const offers = state.rows(found, 'offer') as readonly RowRecord<'offer'>[]
  return {
    guid: found.guid,
    number: found.number,
    name: String(facts['citizen.name']),
    cpr: String(facts['citizen.cpr']),
    age: typeof facts['citizen.age'] === 'number' ? facts['citizen.age'] : null,
    targetGroup: text(facts['case.targetGroup']),
    caseType: text(facts['case.type']),
    caseStart: text(facts['case.start']),
    lastMeeting: held.at(-1) ?? null,
    nextDeadline: text(facts['contact.nextDeadline']),
    offers: offers.filter((row) => row['offer.status'] === 'Igangværende').length,
    obs: Boolean(facts['citizen.obsNote1'] ?? facts['citizen.obsNote2']),
    caseworker: text(facts['case.caseworker']),
    team: text(facts['case.team']),
  }
}

const text = (value: FactValue | undefined) => (typeof value === 'string' ? value : null)

/** Citizens whose name or CPR number holds the words; two letters at least. */
export function searchPeople(state: State, query: string, most = 30): readonly CaseRecord[] {
  const words = query.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
  const digits = query.replaceAll(/\D/g, '')
  if (query.trim().length < 2) return []
  return state.cases
    .filter((found) => {
      const facts = state.facts(found)
      const name = String(facts['citizen.name']).toLocaleLowerCase('da')
      return (digits.length >= 4 && String(facts['citizen.cpr']).startsWith(digits)) || words.every((word) => name.includes(word))
    })
    .slice(0, most)
}

/** Open first the lists the way caseworkers do: the nearest deadline on top, none last. */
export function caseload(state: State, filter: string): readonly CaseRecord[] {
  const chosen = filter === '' ? state.cases : searchPeople(state, filter, state.cases.length)
  const deadline = (found: CaseRecord) => String(found.facts['contact.nextDeadline'] ?? '9999')
  return chosen.toSorted((a, b) => (deadline(a) < deadline(b) ? -1 : deadline(a) > deadline(b) ? 1 : 0))
}
