import type { CaseRecord, RowRecord } from '#demo/data/case-record.ts'
import { guidOf } from '#demo/data/random.ts'
import { addMonths } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { factDefinition, isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactType, GroupName, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { SaveAnswer, SaveRequest, SingleFacts } from './api.ts'

export type Row = RowRecord<ListGroup>

/** One write, as the event log keeps it. */
interface WriteEvent {
  readonly at: string
  readonly session: string
  readonly dialect: 'M' | 'K' | 'control'
  readonly citizen: string | null
  readonly path: string
  readonly group: string | null
  readonly id: string | null
  readonly values: Readonly<Record<string, FactValue>>
}

/** The invented cases as they stand now: what users save changes them. One state a stand-in, shared by its dialects. */
export interface State {
  readonly today: CalendarDay
  readonly cases: readonly CaseRecord[]
  readonly events: readonly WriteEvent[]
  find(id: string): CaseRecord | null
  facts(found: CaseRecord): SingleFacts
  rows(found: CaseRecord, group: ListGroup): readonly Row[]
  /** Changes a row or a single group; `null` when a key or a value does not belong there. */
  save(found: CaseRecord, group: GroupName, request: SaveRequest): SaveAnswer | null
  log(event: Omit<WriteEvent, 'at'>): void
}

export function createState(cases: readonly CaseRecord[], today: CalendarDay): State {
  const byId = new Map(
    cases.flatMap(
      (found) =>
        [
          [found.guid, found],
          [String(found.number), found],
        ] as const,
    ),
  )
  const facts = new Map<string, SingleFacts>()
  const lists = new Map<string, readonly Row[]>()
  const events: WriteEvent[] = []
  let made = 0
  const rowsOf = (found: CaseRecord, group: ListGroup) => lists.get(`${found.guid}:${group}`) ?? found.lists[group]
  const factsOf = (found: CaseRecord) => facts.get(found.guid) ?? found.facts

  function saveRow(found: CaseRecord, group: ListGroup, request: SaveRequest): SaveAnswer | null {
    const rows = rowsOf(found, group)
    const old = rows.find((row) => row.id === request.id)
    if (request.id !== undefined && !old) return null
    const id = old?.id ?? guidOf(`saved:${found.guid}:${group}:${made++}`)
    const blank = Object.fromEntries(keysOfGroup(group).map((key) => [key, null]))
    const row = { ...blank, ...old, ...request.values, id } as Row
    lists.set(`${found.guid}:${group}`, old ? rows.map((other) => (other === old ? row : other)) : [row, ...rows])
    return { ok: true, id, values: request.values }
  }

  return {
    today,
    cases,
    events,
    find: (id) => byId.get(id) ?? null,
    facts: (found) => withMeetings(factsOf(found), rowsOf(found, 'meeting'), lists.has(`${found.guid}:meeting`) ? today : null),
    rows: rowsOf,
    save(found, group, request) {
      if (!belongs(group, request.values)) return null
      if (isListGroup(group)) return saveRow(found, group, request)
      facts.set(found.guid, { ...factsOf(found), ...request.values })
      return { ok: true, id: group, values: request.values }
    },
    log: (event) => {
      events.push({ at: new Date().toISOString(), ...event })
    },
  }
}

/** A booked or registered talk moves what the overview says of the contact course. */
function withMeetings(facts: SingleFacts, meetings: readonly Row[], changedOn: CalendarDay | null): SingleFacts {
  if (changedOn === null) return facts
  const start = (facts['contact.startDate'] ?? changedOn) as CalendarDay
  const end = addMonths(start, 6)
  const days = (status: string) =>
    (meetings as readonly RowRecord<'meeting'>[])
      .filter((row) => row['meeting.status'] === status)
      .map((row) => String(row['meeting.at']).slice(0, 10))
  const planned = days('Planlagt')
    .filter((on) => on >= changedOn)
    .toSorted()
  return {
    ...facts,
    'contact.heldCount': days('Afholdt').filter((on) => on >= start && on <= end).length,
    'contact.nextMeeting': planned[0] ?? null,
  }
}

const FORMS: Readonly<Record<FactType, (value: unknown) => boolean>> = {
  text: isText,
  richText: isText,
  id: isText,
  enum: isText,
  cpr: (value) => isText(value) && /^\d{10}$/.test(String(value)),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  yesNo: (value) => typeof value === 'boolean',
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
  dateTime: (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(String(value)),
  textList: (value) => Array.isArray(value) && value.every(isText),
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 100_000
}

function belongs(group: GroupName, values: SaveRequest['values']): boolean {
  return Object.entries(values).every(([key, value]) => {
    const definition = key.startsWith(`${group}.`) ? factDefinition(key) : null
    if (!definition) return false
    if (value === null) return true
    return FORMS[definition.type](value) && (definition.type !== 'enum' || (definition.values ?? []).includes(String(value)))
  })
}
