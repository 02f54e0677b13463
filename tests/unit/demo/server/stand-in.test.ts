// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CaseloadAnswer, HeadAnswer, ListPart, NoteAnswer, SearchAnswer, SessionAnswer, SinglePart } from '#demo/server/api.ts'
import { startStandIn } from '#demo/server/stand-in.ts'
import type { StandIn } from '#demo/server/stand-in.ts'
import { day } from '#utils/domain/calendar-day.ts'

let standIn: StandIn
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sagsbord-'))
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><div id="root"></div>')
  standIn = await startStandIn({ seed: 11, today: day('2026-11-22'), extra: 30, clientM: folder })
})
afterAll(async () => {
  await standIn.stop()
  await rm(folder, { recursive: true })
})

/** A browser session of its own: remembers its cookie. */
function session(base = () => standIn.urls.mLoopback) {
  let cookie = ''
  return async (at: string, init: RequestInit = {}) => {
    const response = await fetch(base() + at, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie },
    })
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    return response
  }
}
const ask = async <T>(browser: ReturnType<typeof session>, at: string) => (await browser(at)).json() as Promise<T>
const named = (name: string) => {
  const found = standIn.state.cases.find(({ facts }) => facts['citizen.name'] === name)
  if (!found) throw new RangeError('no-such-person')
  return found
}
const oracle = async <T>(at: string) => (await fetch(`${standIn.urls.oracle}/__oracle/${at}`)).json() as Promise<T>

describe('JSON API', () => {
  it('gives the shell for every route and 404 for unknown assets', async () => {
    const browser = session()
    expect(await (await browser('/borger/x/overblik')).text()).toContain('id="root"')
    expect((await browser('/assets/none.js')).status).toBe(404)
    expect((await browser('/assets/%2e%2e/%2e%2e/etc/passwd.json')).status).toBe(404)
  })

  it('gives head, parts, notes and lists as the oracle knows them', async () => {
    const browser = session()
    const found = named('Mette Holm Kjeldsen')
    const truth = await oracle<{ facts: Record<string, unknown>; lists: Record<string, { id: string }[]> }>(`case/${found.guid}`)
    const head = await ask<HeadAnswer>(browser, `/api/case/${found.guid}/head`)
    for (const [key, value] of Object.entries(head.facts)) expect(truth.facts[key]).toEqual(value)
    const contact = await ask<SinglePart>(browser, `/api/case/${found.guid}/part/contact`)
    expect(contact.facts['contact.heldCount']).toBe(truth.facts['contact.heldCount'])
    const journal = await ask<ListPart>(browser, `/api/case/${found.guid}/part/note?offset=3&limit=4&status=Aktiv`)
    expect(journal.rows).toHaveLength(4)
    expect(journal.offset).toBe(3)
    expect(journal.total).toBe(truth.lists['note']?.filter((row) => (row as Record<string, unknown>)['note.status'] === 'Aktiv').length)
    expect(journal.rows[0]).not.toHaveProperty(['note.body'])
    const note = await ask<NoteAnswer>(browser, `/api/case/${found.guid}/note/${journal.rows[0]?.id}`)
    expect(String(note.row['note.body']).length).toBeGreaterThan(10)
  })

  it('searches by name and by number, and pages the caseload', async () => {
    const browser = session()
    const found = named('Bjarne Krogh')
    expect((await ask<SearchAnswer>(browser, '/api/search?q=bjarne%20kro')).hits.map(({ guid }) => guid)).toEqual([found.guid])
    expect((await ask<SearchAnswer>(browser, `/api/search?q=${String(found.facts['citizen.cpr'])}`)).hits.map(({ guid }) => guid)).toEqual([
      found.guid,
    ])
    const [first, second] = [
      await ask<CaseloadAnswer>(browser, '/api/caseload?limit=20'),
      await ask<CaseloadAnswer>(browser, '/api/caseload?offset=20&limit=20'),
    ]
    expect(new Set([...first.rows, ...second.rows].map(({ guid }) => guid)).size).toBe(40)
    expect(first.total).toBe(standIn.state.cases.length)
  })

  it('keeps people out of cases they may not see', async () => {
    expect((await session()(`/api/case/${named('Alma Vang Overgaard').guid}/head`)).status).toBe(403)
    expect((await session()('/api/case/ukendt/head')).status).toBe(404)
  })

  it('saves, says so in the event log, and refuses what does not belong', async () => {
    const browser = session()
    const { guid } = named('Sofie Vestergaard')
    const post = (group: string, body: unknown) => browser(`/api/case/${guid}/${group}`, { method: 'POST', body: JSON.stringify(body) })
    const before = (await oracle<unknown[]>('events')).length
    const made = (await (await post('task', { values: { 'task.title': 'Ring op', 'task.status': 'Planlagt' } })).json()) as { id: string }
    const tasks = await ask<ListPart>(browser, `/api/case/${guid}/part/task`)
    expect(tasks.rows[0]).toMatchObject({ id: made.id, 'task.title': 'Ring op', 'task.due': null })
    expect((await post('task', { id: made.id, values: { 'task.status': 'Afsluttet' } })).status).toBe(200)
    expect((await post('task', { values: { 'task.status': 'Sprunget over' } })).status).toBe(400)
    expect((await post('task', { values: { 'note.title': 'Nej' } })).status).toBe(400)
    expect((await post('session', { values: {} })).status).toBe(404)
    const events = await oracle<{ group: string; id: string | null; dialect: string }[]>('events')
    expect(events.slice(before).map(({ group, id, dialect }) => [group, id !== null, dialect])).toEqual([
      ['task', true, 'M'],
      ['task', true, 'M'],
      ['task', false, 'M'],
      ['task', false, 'M'],
    ])
  })

  it('counts a talk that is registered as held', async () => {
    const browser = session()
    const { guid, facts } = named('Parisa Rahimi Holm')
    const held = Number(facts['contact.heldCount'])
    await browser(`/api/case/${guid}/meeting`, {
      method: 'POST',
      body: JSON.stringify({ values: { 'meeting.at': `${String(facts['contact.startDate'])}T10:00`, 'meeting.status': 'Afholdt' } }),
    })
    expect((await ask<SinglePart>(browser, `/api/case/${guid}/part/contact`)).facts['contact.heldCount']).toBe(held + 1)
  })
})

describe('steering', () => {
  it('holds for one session only', async () => {
    const [mine, other] = [session(), session()]
    const { guid } = named('Louise Bruun')
    await mine('/?s.fail=offer:500,plan:partial&s.labels=1')
    expect((await ask<SessionAnswer>(mine, '/api/session')).steering.labels).toBe(1)
    expect((await mine(`/api/case/${guid}/part/offer`)).status).toBe(500)
    expect((await ask<SinglePart>(mine, `/api/case/${guid}/part/plan`)).partial).toBe(true)
    expect((await other(`/api/case/${guid}/part/offer`)).status).toBe(200)
  })

  it('expires a session after so many answers, and log-in starts it again', async () => {
    const browser = session()
    const at = `/api/case/${named('Louise Bruun').guid}/head`
    await browser('/?s.expires=2')
    const statuses = [await browser(at), await browser(at), await browser(at), await browser(at)].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 401, 401])
    await browser('/api/login', { method: 'POST', body: JSON.stringify({ role: 'Teamleder' }) })
    expect((await browser(at)).status).toBe(200)
    expect((await ask<SessionAnswer>(browser, '/api/session')).facts['session.role']).toBe('Teamleder')
  })

  it('waits as long as it is told', async () => {
    const browser = session()
    await browser('/?s.latencyOf=head:120')
    const before = performance.now()
    await browser(`/api/case/${named('Louise Bruun').guid}/head`)
    expect(performance.now() - before).toBeGreaterThanOrEqual(115)
  })

  it('lets a colleague write a note', async () => {
    const browser = session()
    const { guid } = named('Louise Bruun')
    const total = (await ask<ListPart>(browser, `/api/case/${guid}/part/note`)).total
    await browser('/__control', { method: 'POST', body: new URLSearchParams({ colleagueNote: guid }).toString() })
    expect((await ask<ListPart>(browser, `/api/case/${guid}/part/note`)).total).toBe(total + 1)
  })
})

describe('oracle', () => {
  it('indexes every case with addresses in both dialects', async () => {
    const cases = await oracle<{ guid: string; urls: { M: string; K: string } }[]>('cases')
    expect(cases).toHaveLength(standIn.state.cases.length)
    expect(cases[0]?.urls.M).toContain('kobenhavn.localhost')
    expect(cases[0]?.urls.K).toContain('/kobenhavn/person/vis.do?id=')
  })
  it('lists what reached it', async () => {
    await fetch(`${standIn.urls.oracle}/__oracle/cases`, { headers: { origin: 'chrome-extension://abc' } })
    expect((await oracle<{ origin: string | null }[]>('hits')).some(({ origin }) => origin === 'chrome-extension://abc')).toBe(true)
  })
  it('says 404 to the unknown', async () => {
    expect((await fetch(`${standIn.urls.oracle}/__oracle/case/ukendt`)).status).toBe(404)
    expect((await fetch(`${standIn.urls.oracle}/borger`)).status).toBe(404)
  })
})
