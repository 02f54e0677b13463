// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Window } from 'happy-dom'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { label } from '#demo/labels.ts'
import { CASE_LINE_KEYS, HEADER_KEYS, SCREENS } from '#demo/screens.ts'
import { chosen } from '#demo/server/oracle.ts'
import { startStandIn } from '#demo/server/stand-in.ts'
import type { StandIn } from '#demo/server/stand-in.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { factDefinition, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, FactType } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 21, today: day('2026-11-22'), clientM: '/nowhere' })
})
afterAll(async () => standIn.stop())

function session() {
  let cookie = ''
  return async (at: string, init: RequestInit = {}) => {
    const response = await fetch(standIn.urls.k + at, { redirect: 'manual', ...init, headers: { cookie } })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
}

function parse(markup: string): Document {
  const window = new Window({
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    },
  })
  window.document.body.innerHTML = markup
  return window.document as unknown as Document
}

const named = (name: string): CaseRecord => {
  const found = standIn.state.cases.find(({ facts }) => facts['citizen.name'] === name)
  if (!found) throw new RangeError('no-such-person')
  return found
}
const text = (node: Element | null | undefined) => (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

/** Spells values on its own, so that the dialect's writer is not checked against itself. `null`: not checked here. */
function expected(key: FactKey, value: FactValue | undefined): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  return typeof value === 'string' ? expectedText(factDefinition(key)?.type, value) : null
}

function expectedText(type: FactType | undefined, value: string): string | null {
  if (type === 'date') return expectedDay(value)
  if (type === 'dateTime') return value < '2026-11-21' ? expectedTime(value) : null
  return type === 'text' || type === 'id' ? value.replaceAll(/\s+/g, ' ').trim() : null
}

function expectedDay(value: string): string {
  const [year, month, dayOfMonth] = value.split('-')
  const near: Readonly<Record<string, string>> = { '2026-11-22': 'i dag', '2026-11-21': 'i går' }
  return near[value] ?? `${dayOfMonth}.${month}.${year}`
}

const expectedTime = (value: string) =>
  `${value.slice(8, 10)}.${value.slice(5, 7)}.${value.slice(2, 4)} kl. ${value.slice(11).replace(':', '.')}`

const PEOPLE = [
  'Mette Holm Kjeldsen',
  'Carsten Svendsen',
  'Birgit Overgaard',
  'Mikkel Dam Svendsen',
  'Anne Quist',
  'Mustafa Kaya',
  'Ida Skovgaard Bach',
]
const SHOWN = SCREENS.filter(
  ({ citizens, kind }) => citizens === 'single' && !['note', 'note-editor', 'meeting-form', 'relations'].includes(kind),
)

describe('panes', () => {
  it.each(PEOPLE)('show every key and row that the table of screens names: %s', async (name) => {
    const browser = session()
    const found = named(name)
    for (const screen of SHOWN) {
      const pane = parse(await (await browser(`/person/rude.do?id=${found.number}&fane=${screen.k}&antal=5000`)).text())
      const facts = standIn.state.facts(found) as Record<string, FactValue>
      for (const key of screen.facts.filter((one) => one in facts)) {
        const heads = [...pane.querySelectorAll(`th[data-textkey="fagsystem.person.${key}"]`)].filter(
          (th) => th.getAttribute('scope') === 'row',
        )
        expect(
          heads.map((th) => text(th)),
          `${screen.kind} ${key}`,
        ).toEqual([`${label(key)}:`])
        const spelt = expected(key, facts[key])
        if (spelt !== null) expect(text(heads[0]?.nextElementSibling), `${screen.kind} ${key}`).toBe(spelt)
      }
      for (const { group, keys, rows } of screen.lists) checkTable(pane, found, { group, keys, rows, kind: screen.kind })
    }
  })

  function checkTable(
    pane: Document,
    found: CaseRecord,
    { group, keys, rows, kind }: (typeof SHOWN)[number]['lists'][number] & { kind: string },
  ) {
    const table = pane.querySelector(`#${group}-oversigt`)
    const shown = [...(table?.querySelectorAll('tbody > tr[data-id]') ?? [])]
    const truth = chosen(standIn.state, found, { group, rows })
    expect(
      shown.map((row) => row.getAttribute('data-id')),
      `${kind} ${group}`,
    ).toEqual(truth.map(({ id }) => id))
    const heads = [...(table?.querySelectorAll('thead th') ?? [])].map((th) => text(th))
    for (const key of keys.filter((one) => one !== 'note.body')) {
      const at = heads.indexOf(label(key))
      expect(at, `${kind} ${key}`).toBeGreaterThanOrEqual(0)
      for (const [index, row] of shown.entries()) {
        const spelt = expected(key, (truth[index] as Record<string, FactValue> | undefined)?.[key])
        if (spelt !== null) expect(text(row.children[at]), `${kind} ${key}`).toBe(spelt)
      }
    }
  }

  it('write titles and bodies as text, never as markup', async () => {
    const found = named('Mustafa Kaya')
    const pane = parse(await (await session()(`/person/rude.do?id=${found.number}&fane=JOURNAL&antal=5000`)).text())
    expect(pane.querySelectorAll('img, script, b')).toHaveLength(0)
    const note = found.lists.note.find((row) => String(row['note.title']).includes('<img'))
    const reader = parse(await (await session()(`/person/rude.do?id=${found.number}&fane=JOURNAL_NOTAT&notat=${note?.id}`)).text())
    expect(reader.querySelectorAll('img, script')).toHaveLength(0)
    expect(text(reader.querySelector('.notat-titel'))).toBe(note?.['note.title'])
    expect(text(reader.querySelector('.tekst'))).toContain('<script>')
  })

  it('page tables and say which rows they show', async () => {
    const found = named('Jonas Møller Kjeldsen')
    const browser = session()
    const total = found.lists.note.filter((row) => row['note.status'] === 'Aktiv').length
    const first = parse(await (await browser(`/person/tabel.do?id=${found.number}&gruppe=note&start=0&antal=25&status=Aktiv`)).text())
    const second = parse(await (await browser(`/person/tabel.do?id=${found.number}&gruppe=note&start=25&antal=25&status=Aktiv`)).text())
    expect(text(first.querySelector('.dataTables_info'))).toBe(`Viser 1 til 25 af ${total}`)
    const ids = [first, second].flatMap((page) => [...page.querySelectorAll('tr[data-id]')].map((row) => row.getAttribute('data-id')))
    expect(new Set(ids).size).toBe(50)
  })
})

describe("the citizens' page", () => {
  it('holds every open citizen in one document, only the last one shown', async () => {
    const browser = session()
    const [one, two] = [named('Mette Holm Kjeldsen'), named('Anne Quist')]
    await browser(`/person/vis.do?id=${one.number}`)
    const page = parse(await (await browser(`/person/vis.do?id=${two.number}`)).text())
    const people = [...page.querySelectorAll('.person')].map((node) => [node.getAttribute('data-person-id'), node.hasAttribute('hidden')])
    expect(people).toEqual([
      [String(one.number), true],
      [String(two.number), false],
    ])
    await browser('/person/luk.do', { method: 'POST', body: `id=${one.number}` })
    expect(parse(await (await browser(`/person/vis.do?id=${two.number}`)).text()).querySelectorAll('.topmenu-tab')).toHaveLength(1)
  })

  it('shows header and case line', async () => {
    const found = named('Mette Holm Kjeldsen')
    const page = parse(await (await session()(`/person/vis.do?id=${found.number}`)).text())
    const header = page.querySelector('.person-kort')
    for (const key of HEADER_KEYS.filter((one) => one !== 'citizen.name')) {
      expect(header?.querySelector(`[data-textkey="fagsystem.person.${key}"]`), key).not.toBeNull()
    }
    expect(text(page.querySelector('h1'))).toBe('Mette Holm Kjeldsen')
    expect(text(header?.querySelector('.cpr-nr')).replace(' ', '')).toBe(found.facts['citizen.cpr'])
    expect([...page.querySelectorAll('.sagslinje th')].map((th) => text(th))).toEqual([
      'Sagsnr.:',
      'Sagstype:',
      'Målgruppe:',
      'Ydelse:',
      'Status:',
      'Startdato:',
    ])
    expect(page.querySelectorAll('.sagslinje td')).toHaveLength(CASE_LINE_KEYS.length)
  })

  it('shows a badge and no address for a protected citizen', async () => {
    const page = parse(await (await session()(`/person/vis.do?id=${named('Ida Skovgaard Bach').number}`)).text())
    expect(text(page.querySelector('.adressebeskyttet'))).toBe('Navne- og adressebeskyttelse')
    expect(page.querySelector('[data-textkey="fagsystem.person.citizen.address"]')).toBeNull()
  })

  it('masks the number until it is asked for', async () => {
    const browser = session()
    const found = named('Mette Holm Kjeldsen')
    const cpr = String(found.facts['citizen.cpr'])
    const masked = await (await browser(`/person/vis.do?id=${found.number}&s.mask=on`)).text()
    expect(masked).toContain(`${cpr.slice(0, 6)}-XXXX`)
    expect(masked).not.toContain(cpr.slice(6))
    expect(await (await browser(`/person/cpr.do?id=${found.number}`)).text()).toBe(`${cpr.slice(0, 6)}-${cpr.slice(6)}`)
  })

  it('tells of a lock, of no access and of an unknown citizen', async () => {
    expect(await (await session()(`/person/vis.do?id=${named('Sahra Ibrahim').number}`)).text()).toContain(
      'Borgeren er reserveret af Steffen Aaby',
    )
    expect((await session()(`/person/vis.do?id=${named('Alma Vang Overgaard').number}`)).status).toBe(403)
    expect((await session()(`/person/rude.do?id=${named('Alma Vang Overgaard').number}&fane=JOURNAL`)).status).toBe(404)
    expect((await session()('/person/vis.do?id=1')).status).toBe(404)
  })
})

describe('writing', () => {
  const save = (found: CaseRecord, fields: Record<string, string>) =>
    new URLSearchParams({ id: String(found.number), raekke: '', tilbage: 'fane=JOURNAL', ...fields }).toString()

  it('saves a note and a changed field, and logs both', async () => {
    const browser = session()
    const found = named('Louise Bruun')
    const events = standIn.state.events.length
    const answer = await browser('/person/gem.do', {
      method: 'POST',
      body: save(found, { gruppe: 'note', 'command.felter[note.title]': 'Kort notat', 'command.felter[note.body]': 'Aftalt ny tid.' }),
    })
    expect(await answer.text()).toBe('#fane=JOURNAL')
    expect(standIn.state.rows(found, 'note')[0]).toMatchObject({
      'note.title': 'Kort notat',
      'note.body': 'Aftalt ny tid.',
      'note.status': 'Aktiv',
      'note.author': 'Karin Thyme',
    })
    await browser('/person/gem.do', {
      method: 'POST',
      body: save(found, {
        gruppe: 'contact',
        'command.felter[contact.exempted25pct]': 'true',
        'command.felter[contact.exemptionReason]': '',
      }),
    })
    expect(standIn.state.facts(found)).toMatchObject({ 'contact.exempted25pct': true, 'contact.exemptionReason': null })
    expect(standIn.state.events.slice(events).map(({ group, dialect }) => [group, dialect])).toEqual([
      ['note', 'K'],
      ['contact', 'K'],
    ])
  })

  it('saves all sections of a plan', async () => {
    const found = named('Ole Rasmussen Quist')
    const id = found.lists.section[0]?.id ?? ''
    await session()('/person/plan.do', {
      method: 'POST',
      body: new URLSearchParams({ id: String(found.number), [`command.afsnit[${id}]`]: 'Ny tekst' }).toString(),
    })
    expect(standIn.state.rows(found, 'section')[0]).toMatchObject({ 'section.text': 'Ny tekst' })
  })

  it('refuses a note over 8,000 characters, and any write to a reserved citizen', async () => {
    const events = standIn.state.events.length
    expect(
      (
        await session()('/person/gem.do', {
          method: 'POST',
          body: save(named('Louise Bruun'), { gruppe: 'note', 'command.felter[note.body]': 'x'.repeat(8001) }),
        })
      ).status,
    ).toBe(400)
    expect(
      (
        await session()('/person/gem.do', {
          method: 'POST',
          body: save(named('Sahra Ibrahim'), { gruppe: 'note', 'command.felter[note.body]': 'x' }),
        })
      ).status,
    ).toBe(400)
    expect(standIn.state.events).toHaveLength(events)
  })
})

describe('sessions and failures', () => {
  it('sends an expired session to the log-in page, and partial requests 401', async () => {
    const browser = session()
    const found = named('Louise Bruun')
    await browser('/forside.do?s.expires=0')
    expect((await browser(`/person/vis.do?id=${found.number}`)).headers.get('location')).toContain('/logon.do?tilbage=')
    expect((await browser(`/person/rude.do?id=${found.number}&fane=JOURNAL`)).status).toBe(401)
    const back = await browser('/logon.do', {
      method: 'POST',
      body: new URLSearchParams({ tilbage: '/kobenhavn/sagsliste.do', rolle: 'Teamleder' }).toString(),
    })
    expect(back.headers.get('location')).toBe('/kobenhavn/sagsliste.do')
    expect(await (await browser('/sagsliste.do')).text()).toContain('Teamleder')
  })

  it('never sends back to another site after log-in', async () => {
    const answer = await session()('/logon.do', {
      method: 'POST',
      body: new URLSearchParams({ tilbage: 'https://ond.example/kobenhavn/' }).toString(),
    })
    expect(answer.headers.get('location')).toBe('/kobenhavn/forside.do')
  })

  it('fails and halves panes as steered', async () => {
    const browser = session()
    const found = named('Louise Bruun')
    await browser('/forside.do?s.fail=offer:500,contact:partial')
    expect((await browser(`/person/rude.do?id=${found.number}&fane=TILBUD`)).status).toBe(500)
    const pane = parse(await (await browser(`/person/rude.do?id=${found.number}&fane=KONTAKTFORLOEB`)).text())
    expect(text(pane.querySelector('[role=status]'))).toBe('Nogle oplysninger kunne ikke hentes.')
    expect(pane.querySelectorAll('#contact-oplysninger th').length).toBeLessThan(keysOfGroup('contact').length)
  })

  it('uses other words and other dates when steered', async () => {
    const browser = session()
    const found = named('Louise Bruun')
    await browser('/forside.do?s.labels=1&s.dates=words')
    const markup = await (await browser(`/person/rude.do?id=${found.number}&fane=KONTAKTFORLOEB`)).text()
    expect(markup).toContain('Startdato for kontaktforløb:')
    expect(markup).toMatch(/\d{1,2}\. april 2026/)
  })
})

it('opens a document as a real PDF', async () => {
  const found = named('Jens Poulsen')
  const doc = found.lists.doc.find((row) => row['doc.title'] === 'Statusattest LÆ 125')
  const answer = await session()(`/dokument/aabnPdfDokument?id=${doc?.id}&person=${found.number}`)
  const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(bytes.startsWith('%PDF-1.4')).toBe(true)
  expect(bytes).toContain('venstre skulder')
  const xref = Number(/startxref\n(\d+)/.exec(bytes)?.[1])
  expect(bytes.slice(xref, xref + 4)).toBe('xref')
})
