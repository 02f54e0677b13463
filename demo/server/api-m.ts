import type { CaseRecord } from '#demo/data/case-record.ts'
import { BANNER } from '#demo/labels.ts'
import { PART_GROUPS } from '#demo/screens.ts'
import { z } from '#utils/validation/zod.ts'
import { keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { GroupName } from '#utils/domain/fact-catalogue.ts'
import type {
  AccessAnswer,
  CaseloadAnswer,
  ErrorAnswer,
  HeadAnswer,
  PeopleAnswer,
  SearchAnswer,
  SessionAnswer,
  TasksAnswer,
} from './api.ts'
import { factsOf, noteOf, partOf } from './api-parts.ts'
import { documentPdf } from './document-pdf.ts'
import { json } from './exchange.ts'
import type { Answer } from './exchange.ts'
import { caseload, personRow, searchPeople } from './person-row.ts'
import { sessionFacts } from './session.ts'
import type { State } from './state.ts'
import { delayOf, failureOf, wait } from './steer.ts'
import { stillLoggedIn } from './visit.ts'
import type { Visit } from './visit.ts'

const SAVE = z.object({
  id: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])),
})
const ROLE = z.object({ role: z.string().max(60).optional(), unit: z.string().max(80).optional() })

/** Answers dialect M's client, late or failing as steered. */
export async function answerApi(state: State, visit: Visit): Promise<Answer> {
  const path = visit.exchange.url.pathname.slice('/api/'.length).split('/').map(decodeURIComponent)
  const [name = ''] = path
  const open = openAnswer(state, visit, name)
  if (open) return open
  const part = partAsked(path)
  await wait(delayOf(visit.session.steering, part))
  const failed = failedAnswer(visit, part)
  if (failed) return failed
  if (name === 'case') return caseAnswer(state, visit, path.slice(1))
  return listAnswer(state, visit.exchange.url.searchParams, name) ?? problem('not-found', 404)
}

/** What steering calls a request: `case/…/part/note` is `note`, `case/…/head` is `head`. */
function partAsked([name = '', , kind = '', group = '']: readonly string[]): string {
  if (name !== 'case') return name
  return kind === 'part' ? group : kind
}

function failedAnswer({ session }: Visit, part: string): Answer | null {
  const failure = failureOf(session.steering, part)
  if (!stillLoggedIn(session) || failure === '401') return problem('unauthorised', 401)
  if (failure === '403') return problem('no-access', 403)
  return failure === '500' ? problem('failed', 500) : null
}

const problem = (error: ErrorAnswer['error'], status: number) => json({ error } satisfies ErrorAnswer, status)

/** What answers without being logged in. */
function openAnswer(state: State, visit: Visit, name: string): Answer | null {
  const { session, exchange } = visit
  if (name === 'session' && session.loggedIn) {
    return json({ facts: sessionFacts(session), steering: session.steering, today: state.today, banner: BANNER } satisfies SessionAnswer)
  }
  if (exchange.method !== 'POST') return null
  if (name === 'logout') session.loggedIn = false
  else if (name === 'login') logIn(session, exchange.body)
  else return null
  return json({ ok: true })
}

function logIn(session: Visit['session'], body: string): void {
  session.loggedIn = true
  const asked = ROLE.safeParse(body === '' ? {} : JSON.parse(body))
  session.role = asked.data?.role ?? session.role
  session.unit = asked.data?.unit ?? session.unit
}

function listAnswer(state: State, query: URLSearchParams, name: string): Answer | null {
  const [offset, limit] = [Number(query.get('offset') ?? 0) || 0, Number(query.get('limit') ?? 100) || 100]
  const readers: Readonly<Record<string, () => unknown>> = {
    search: () => ({ hits: searchPeople(state, query.get('q') ?? '').map((found) => personRow(state, found)) }) satisfies SearchAnswer,
    caseload: () => {
      const all = caseload(state, query.get('q') ?? '')
      return { rows: all.slice(offset, offset + limit).map((found) => personRow(state, found)), total: all.length } satisfies CaseloadAnswer
    },
    people: () =>
      ({
        people: state.cases.filter((found) => found.named).map((found) => ({ ...personRow(state, found), story: found.story })),
      }) satisfies PeopleAnswer,
    tasks: () => {
      const all = allTasks(state)
      return { rows: all.slice(offset, offset + limit), total: all.length } satisfies TasksAnswer
    },
    access: () => ({ rows: allAccess(state) }) satisfies AccessAnswer,
  }
  const read = readers[name]
  return read ? json(read()) : null
}

/** Tasks of all citizens that are still to be done, the nearest first. */
export function allTasks(state: State): TasksAnswer['rows'] {
  const all = state.cases.flatMap((found) =>
    state.rows(found, 'task').map((row) => ({ person: personRow(state, found), row: row as TasksAnswer['rows'][number]['row'] })),
  )
  const left = all.filter(({ row }) => row['task.status'] === 'Planlagt' || row['task.status'] === 'I gang')
  return left.toSorted((a, b) => (String(a.row['task.due']) < String(b.row['task.due']) ? -1 : 1))
}

export function allAccess(state: State): AccessAnswer['rows'] {
  return state.cases
    .filter((found) => state.facts(found)['access.requestId'])
    .map((found) => ({ person: personRow(state, found), facts: factsOf(state, found, ['access']) }))
}

function caseAnswer(state: State, visit: Visit, [guid = '', name = '', id = '']: readonly string[]): Answer {
  const found = state.find(guid)
  if (!found) return problem('not-found', 404)
  if (found.lock?.kind === 'no-access') return problem('no-access', 403)
  if (visit.exchange.method === 'POST') return save(state, visit, { found, group: name })
  const readers: Readonly<Record<string, () => Answer | null>> = {
    head: () => json(head(state, found)),
    part: () => partAnswer(state, visit, { found, id }),
    relations: () => json({ relations: found.relations }),
    note: () => orNull(noteOf(state, found, id), json),
    document: () => orNull(documentPdf(state, found, id), (body) => ({ type: 'application/pdf', body })),
  }
  return readers[name]?.() ?? problem('not-found', 404)
}

const orNull = <T>(value: T | null, use: (value: T) => Answer) => (value === null ? null : use(value))

function partAnswer(state: State, { session, exchange }: Visit, { found, id }: { found: CaseRecord; id: string }): Answer | null {
  const group = PART_GROUPS.find((known) => known === id)
  if (!group) return null
  const partial = failureOf(session.steering, group) === 'partial'
  return json(partOf(state, found, { group, query: exchange.url.searchParams, partial }))
}

function head(state: State, found: CaseRecord): HeadAnswer {
  return {
    guid: found.guid,
    caseGuid: found.caseGuid,
    facts: factsOf(state, found, ['citizen', 'case']),
    reservedBy: found.lock?.kind === 'reserved' ? found.lock.by : null,
  }
}

function save(state: State, visit: Visit, { found, group }: { found: CaseRecord; group: string }): Answer {
  if (!PART_GROUPS.includes(group as GroupName) || keysOfGroup(group as GroupName).length === 0) return problem('not-found', 404)
  const asked = SAVE.safeParse(JSON.parse(visit.exchange.body || '{}'))
  if (!asked.success) return problem('bad-request', 400)
  const { id, values } = asked.data
  const saved = state.save(found, group as GroupName, { values, ...(id !== undefined && { id }) })
  state.log({
    session: visit.session.id,
    dialect: 'M',
    citizen: found.guid,
    path: visit.exchange.url.pathname,
    group,
    id: saved?.id ?? null,
    values,
  })
  return saved ? json(saved) : problem('bad-request', 400)
}
