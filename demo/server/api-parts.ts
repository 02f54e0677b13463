import type { CaseRecord, RowRecord } from '#demo/data/case-record.ts'
import { isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, GroupName, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { ListPart, NoteAnswer, PartAnswer, SingleFacts } from './api.ts'
import type { Row, State } from './state.ts'

/** Facts of some groups out of a case. */
export function factsOf(state: State, found: CaseRecord, groups: readonly GroupName[]): SingleFacts {
  const facts = state.facts(found)
  const wanted = new Set<string>(groups.flatMap((group) => keysOfGroup(group)))
  return Object.fromEntries(Object.entries(facts).filter(([key]) => wanted.has(key)))
}

/** One part of a citizen's pages; `partial` leaves out every third field or row, as a half-failed service does. */
export function partOf(state: State, found: CaseRecord, ask: { group: GroupName; query: URLSearchParams; partial: boolean }): PartAnswer {
  const { group, query, partial } = ask
  if (isListGroup(group)) return listPart(state, found, { group, query, partial })
  const facts = factsOf(state, found, [group])
  const kept = partial ? Object.fromEntries(Object.entries(facts).filter((_, index) => index % 3 !== 2)) : facts
  return { kind: 'single', group, facts: kept, partial }
}

function listPart(
  state: State,
  found: CaseRecord,
  { group, query, partial }: { group: ListGroup; query: URLSearchParams; partial: boolean },
): ListPart {
  const status = query.get('status')
  const rows = filterStatus(state.rows(found, group), group, status)
  const offset = Math.max(0, Number(query.get('offset') ?? 0) || 0)
  const limit = Math.min(5000, Math.max(1, Number(query.get('limit') ?? 5000) || 5000))
  const page = rows.slice(offset, offset + limit).map((row) => (group === 'note' ? withoutBody(row) : row))
  return { kind: 'list', group, rows: partial ? page.slice(0, Math.ceil(page.length / 2)) : page, total: rows.length, offset, partial }
}

/** Rows with a status (`Aktiv`, `Annulleret` …); no status or `alle` gives them all. */
export function filterStatus(rows: readonly Row[], group: ListGroup, status: string | null): readonly Row[] {
  if (status === null || status.toLowerCase() === 'alle') return rows
  const key = `${group}.status` as FactKey
  return rows.filter((row) => (row as Readonly<Record<string, unknown>>)[key] === status)
}

function withoutBody(row: Row): Row {
  const { 'note.body': _body, ...rest } = row as RowRecord<'note'>
  return rest
}

export function noteOf(state: State, found: CaseRecord, id: string): NoteAnswer | null {
  const row = (state.rows(found, 'note') as readonly RowRecord<'note'>[]).find((note) => note.id === id)
  if (!row) return null
  const attachments =
    row['note.hasAttachment'] === true
      ? (state.rows(found, 'doc') as readonly RowRecord<'doc'>[]).filter((doc) => doc['doc.note'] === row['note.title']).slice(0, 2)
      : []
  return { row, attachments }
}
