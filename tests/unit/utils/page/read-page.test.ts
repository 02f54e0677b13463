// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { readPage, readPageSteps } from '#utils/page/read-page.ts'
import { recognisePage } from '#utils/page/recognise.ts'
import { siteProfileSchema } from '#utils/page/site-profile.ts'

const CITIZEN = '0a0a0a0a-1111-4222-8333-444444444444'
const HEADER = `<header aria-label="Borger"><h1>Mette Prøve (140752-6123)</h1><a href="/borger/${CITIZEN}/sager?sag=77">4711</a></header>`

const profileOf = (block: object, more: object = {}) =>
  siteProfileSchema.parse({
    schema: 1,
    id: 'test',
    version: '1.0.0',
    name: 'Test',
    verified: false,
    hosts: ['http://localhost/*'],
    regions: { header: [{ role: 'banner', name: 'Borger' }] },
    identity: {
      region: 'header',
      sources: [
        { id: 'route', gives: 'citizenId', independent: 'address', locators: [{ by: 'route', param: 'citizen' }] },
        {
          id: 'link',
          gives: 'citizenId',
          independent: 'header',
          locators: [{ by: 'css', css: 'a[href]', in: 'header', read: { attribute: 'href' } }],
          extract: '^/borger/([^/]{8,64})',
        },
        {
          id: 'cpr',
          gives: 'cpr',
          independent: 'header',
          locators: [{ by: 'css', css: 'h1', in: 'header' }],
          extract: String.raw`\(([0-9]{6}-[0-9]{4})\)`,
        },
        {
          id: 'name',
          gives: 'name',
          independent: 'header',
          locators: [{ by: 'css', css: 'h1', in: 'header' }],
          extract: String.raw`^(.{2,80}?) \(`,
        },
      ],
    },
    markers: { busy: [{ css: '.skeleton' }], failed: [{ startsWith: 'Kunne ikke hentes' }], loggedOut: [{ css: '.expired' }] },
    blocks: { panel: { region: { heading: 'Aktuel sag' }, expander: { role: 'button', name: 'Aktuel sag' }, ...block } },
    pages: [
      {
        kind: 'overview',
        citizens: 'single',
        at: [{ path: '/borger/{citizen}' }],
        blocks: ['panel'],
        canaries: { role: 'banner', name: 'Borger' },
      },
    ],
    ...more,
  })

const START = { facts: { 'case.start': { locators: [{ by: 'label', text: ['Startdato', 'Start'] }] } } }

function read(panel: string, block: object = START, more: object = {}) {
  const profile = profileOf(block, more)
  document.body.innerHTML = `<main>${HEADER}<section><h2>Aktuel sag</h2>${panel}</section><section><h2>Andet</h2><dl><dt>Startdato</dt><dd>01-01-1999</dd></dl></section></main>`
  const page = recognisePage(profile, { href: `http://localhost/borger/${CITIZEN}` }, document)
  if (!page) throw new Error('not recognised')
  return readPage(profile, page, window)
}

const startOf = (panel: string) => read(panel).facts['case.start']?.value
const whyOf = (panel: string, block?: object) => Object.fromEntries(read(panel, block).notRead.map(({ part, why }) => [part, why]))

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('a value beside its label', () => {
  it.each([
    ['dt and dd', '<dl><dt>Startdato</dt><dd>22-11-2026</dd></dl>'],
    ['a row of pairs', '<table><tr><th>Slut:</th><td>01-01-2027</td><th>Startdato:</th><td>22.11.2026</td></tr></table>'],
    ['boxes, wrapped', '<div><div><span>Startdato</span></div><div><div><b>22. november 2026</b></div></div></div>'],
    ['a label for a field', '<label for="s">Startdato</label><input id="s" value="22-11-2026">'],
    ['a field in its label', '<label>Startdato <input value="2026-11-22"></label>'],
    ['a legend after the field', '<div><input value="22-11-2026"><fieldset><legend><span>Startdato</span></legend></fieldset></div>'],
    ['aria-label', '<input aria-label="Startdato" value="22-11-2026">'],
    ['a named group', '<div role="group" aria-label="Startdato"><span>22-11-2026</span></div>'],
    ['one text', '<p>Startdato: 22-11-2026</p>'],
    ['a text before a field', '<p>Startdato <input value="22-11-2026"></p>'],
    ['split texts', '<dl><dt>Start<wbr>dato</dt><dd>22-<span>11-</span>2026</dd></dl>'],
    ['a synonym', '<dl><dt>START </dt><dd>22-11-2026</dd></dl>'],
    [
      'a hidden copy beside',
      '<dl><dt>Startdato</dt><dd><span hidden>01-01-1999</span>22-11-2026<span aria-hidden="true">x</span></dd></dl>',
    ],
    ['the same twice', '<dl><dt>Startdato</dt><dd>22-11-2026</dd></dl><p>Start: 22. november 2026</p>'],
  ])('is read from %s', (_how, panel) => {
    expect(startOf(panel)).toBe('2026-11-22')
  })

  it('is null when the field is empty, and absent when it is not there', () => {
    expect(startOf('<dl><dt>Startdato</dt><dd></dd></dl>')).toBeNull()
    expect(startOf('<p>Intet</p>')).toBeUndefined()
    expect(whyOf('<p>Intet</p>')).toEqual({ 'case.start': 'not-found' })
  })

  it('is no value when two visible places disagree, or the type does not allow it', () => {
    expect(whyOf('<dl><dt>Startdato</dt><dd>22-11-2026</dd></dl><p>Start: 23-11-2026</p>')).toEqual({ 'case.start': 'ambiguous' })
    expect(whyOf('<dl><dt>Startdato</dt><dd>snart</dd></dl>')).toEqual({ 'case.start': 'unreadable' })
  })

  it('is not taken from cells that have been moved about', () => {
    expect(startOf('<table><tr><th>Startdato</th><th>Slut</th><td>22-11-2026</td><td>01-01-2027</td></tr></table>')).toBeUndefined()
  })

  it('may look like a pair itself', () => {
    const block = { facts: { 'citizen.representative': { locators: [{ by: 'label', text: ['Repræsentant', 'Partsrepræsentant'] }] } } }
    expect(read('<dl><dt>Repræsentant</dt><dd>Partsrepræsentant: Ida</dd></dl>', block).facts['citizen.representative']?.value).toBe(
      'Partsrepræsentant: Ida',
    )
  })
})

describe('a part that cannot be read', () => {
  it('is closed, loading or failed, and never empty', () => {
    expect(whyOf('<button aria-expanded="false">Aktuel sag</button>')).toEqual({ 'case.start': 'collapsed' })
    expect(whyOf('<span class="skeleton">Indlæser…</span><dl><dt>Startdato</dt><dd></dd></dl>')).toEqual({ 'case.start': 'loading' })
    expect(whyOf('<p>Kunne ikke hentes.</p>')).toEqual({ 'case.start': 'failed' })
  })

  it('is forbidden, whatever points at it', () => {
    const panel = '<div class="others"><dl><dt>Startdato</dt><dd>22-11-2026</dd></dl></div>'
    expect(read(panel, START, { forbidden: [{ css: '.others' }] }).facts).toEqual({})
  })

  it('is nothing at all when the session has ended', () => {
    expect(read('<dl><dt>Startdato</dt><dd>22-11-2026</dd></dl><p class="expired">Log på</p>')).toMatchObject({
      condition: 'logged-out',
      facts: {},
      identity: { confirmed: false },
    })
  })
})

describe('lists', () => {
  const block = {
    lists: [
      {
        group: 'offer',
        columns: {
          'offer.type': { header: 'Type' },
          'offer.start': { header: 'Start' },
          'offer.status': { header: 'Status', read: 'title' },
        },
        total: { from: { startsWith: 'Viser' }, pattern: 'af ([0-9]{1,5})' },
        noRows: 'Ingen tilbud',
        filters: [{ label: 'Filter', open: 'Alle', name: 'Filter', optional: true }],
      },
    ],
  }
  const rows =
    '<tr><td>Mentor</td><td>01-02-2026</td><td><i title="Planlagt"></i></td></tr><tr><td>Praktik</td><td></td><td><i title="Afsluttet"></i></td></tr>'
  const table = (head: string, foot: string) => `<table><thead>${head}</thead><tbody>${rows}</tbody></table><p>${foot}</p>`
  const HEAD = '<tr><th>Type</th><th>Start</th><th>Status</th></tr>'

  it('are read by header, with what icons say', () => {
    const { offer } = read(table(HEAD, 'Viser 1 til 2 af 2'), block).lists
    expect(offer?.rows.map((row) => Object.fromEntries(Object.entries(row.facts).map(([key, fact]) => [key, fact?.value])))).toEqual([
      { 'offer.type': 'Mentor', 'offer.start': '2026-02-01', 'offer.status': 'Planlagt' },
      { 'offer.type': 'Praktik', 'offer.start': null, 'offer.status': 'Afsluttet' },
    ])
    expect(offer?.coverage).toEqual({ read: 2, total: 2, complete: true, filters: [] })
  })

  it('are not whole with more pages, a filter or a failure', () => {
    expect(read(table(HEAD, 'Viser 1 til 2 af 9'), block).lists.offer?.coverage.complete).toBe(false)
    expect(
      read(`<label>Filter <select><option>Aktive</option></select></label>${table(HEAD, 'Viser 1 til 2 af 2')}`, block).lists.offer
        ?.coverage,
    ).toMatchObject({ complete: false, filters: ['Filter: Aktive'] })
    const failed = read(`${table(HEAD, 'Viser 1 til 2 af 2')}<p>Kunne ikke hentes alt.</p>`, block)
    expect(failed.lists.offer?.coverage.complete).toBe(false)
    expect(failed.notRead).toContainEqual({ part: 'offer', why: 'failed' })
  })

  it('are left alone when they are long and nobody asks about them', () => {
    const many = Array.from(
      { length: 70 },
      (_, index) => `<tr><td>Mentor ${index}</td><td>01-02-2026</td><td><i title="Planlagt"></i></td></tr>`,
    )
    const long = `<table><tbody>${HEAD}${many.join('')}</tbody></table><p>Viser 1 til 70 af 70</p>`
    expect(read(long, block).lists.offer?.coverage.read).toBe(70)
    const page = recognisePage(profileOf(block), { href: `http://localhost/borger/${CITIZEN}` }, document)
    if (!page) throw new Error('not recognised')
    const readings = (asks: (group: string) => boolean) => {
      const steps = readPageSteps(profileOf(block), page, window, asks)
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
    }
    const unasked = readings((group) => group !== 'offer')
    expect(unasked.lists.offer).toBeUndefined()
    expect(unasked.notRead).toContainEqual({ part: 'offer', why: 'not-asked' })
    const before = unasked.marks
    const [first] = document.querySelectorAll('td')
    if (first) first.textContent = 'Noget andet'
    expect(readings(() => false).marks, 'the rows still tell one panel from another').not.toEqual(before)
  })

  it('are empty only when the page says so', () => {
    expect(read('<p>Ingen tilbud</p>', block).lists.offer).toEqual({
      rows: [],
      coverage: { read: 0, total: 0, complete: true, filters: [] },
    })
    expect(whyOf('<p></p>', block)).toEqual({ offer: 'not-found' })
  })
})

describe('identity', () => {
  it('is confirmed by sources that agree', () => {
    expect(read('').identity).toMatchObject({
      citizenId: CITIZEN,
      cpr: '1407526123',
      name: 'Mette Prøve',
      confirmed: true,
      linked: true,
      disagreement: false,
    })
  })

  it("is nobody's when the address and the header disagree", () => {
    const profile = profileOf(START)
    document.body.innerHTML = HEADER
    const page = recognisePage(profile, { href: 'http://localhost/borger/someone-else-entirely' }, document)
    if (!page) throw new Error('not recognised')
    expect(readPage(profile, page, window).identity).toMatchObject({ confirmed: false, disagreement: true })
  })
})
