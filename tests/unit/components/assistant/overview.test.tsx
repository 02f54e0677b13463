// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { PageReport } from '#utils/case-session/page-report.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { asId, type CaseToken, type RuleId } from '#utils/domain/ids.ts'
import { adviceChanges } from '#utils/assistant/advice-changes.ts'
import { Overview } from '#components/assistant/overview.tsx'
import { sampleAdvice, sampleExplain } from '#tests/gallery/sample-advice.ts'
import { fact, sampleView } from '#tests/gallery/sample-case.ts'

const on = { follow: vi.fn(), showFact: vi.fn(), copy: vi.fn(), wake: vi.fn(), seen: vi.fn() }
const OPEN: PageReport = { kind: 'open', view: sampleView }
const SILENT = [
  { rule: asId<RuleId>('cv'), title: 'CV inden 3 uger', why: 'snoozed', until: day('2026-11-28') },
  { rule: asId<RuleId>('joblog'), title: 'Joblog', why: 'off-by-policy', until: null },
] as const

const overview = (report: PageReport, over: Partial<Parameters<typeof Overview>[0]> = {}) => (
  <Overview
    report={report}
    advice={sampleAdvice}
    explain={sampleExplain}
    silent={[]}
    proxyAway={false}
    since={[]}
    foreseen={[]}
    coming={null}
    on={on}
    {...over}
  />
)
const show = (report: PageReport, over: Partial<Parameters<typeof Overview>[0]> = {}) => render(overview(report, over))
const group = (name: string) => within(screen.getByRole('region', { name }))
const unfold = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name, expanded: false }))

beforeEach(() => {
  for (const spy of Object.values(on)) spy.mockClear()
})
afterEach(cleanup)

describe('an open case', () => {
  it('says first whose it is, and how that is known', () => {
    show(OPEN)
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Ingrid Møller Thygesen')
    expect(screen.getByText('CPR 140752-6123')).toBeDefined()
    expect(screen.getByText('Sag 2026-104417')).toBeDefined()
    expect(screen.getByText(/Bekræftet af sidens adresse og CPR-nummer på siden. Læst kl. 13.45/)).toBeDefined()
    expect(screen.getByText('Beskyttet adresse')).toBeDefined()
  })
  it('warns of a profile that was never tried, and of a citizen with no single case', () => {
    show({
      kind: 'open',
      view: { ...sampleView, profile: { ...sampleView.profile, verified: false }, identity: { ...sampleView.identity, caseId: null } },
    })
    expect(screen.getByText('Profilen er ikke afprøvet på dette system')).toBeDefined()
    expect(screen.getByText('Ingen enkelt sag valgt')).toBeDefined()
  })
  it('marks no protected address where there is none', () => {
    show({
      kind: 'open',
      view: { ...sampleView, facts: { ...sampleView.facts, 'citizen.protectedAddress': fact('citizen.protectedAddress', false) } },
    })
    expect(screen.queryByText('Beskyttet adresse')).toBeNull()
  })
  it('groups all advice by urgency, each with its days', () => {
    show(OPEN)
    expect(group('Overskredet').getByText('2 dage over fristen')).toBeDefined()
    expect(group('Nu').getByText('om 3 dage')).toBeDefined()
    expect(group('Kommende').getByText('Gælder ikke endnu')).toBeDefined()
    expect(group('Kan ikke vurderes').queryByText(/25 %/)).toBeNull()
    unfold(/^Kan ikke vurderes/)
    expect(group('Kan ikke vurderes').getByText(/25 %/)).toBeDefined()
  })
  it('explains on unfolding: facts that lead to the page, every condition, and a copy of it all', () => {
    show(OPEN)
    unfold(/^Aktindsigt inden 7/)
    fireEvent.click(screen.getByRole('button', { name: 'Vis Modtaget på siden' }))
    expect(on.showFact).toHaveBeenCalledOnce()
    unfold(/^Alle betingelser/)
    expect(screen.getByText('Borgeren er i målgruppe 6.2')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Kopiér forklaringen' }))
    const text = String(on.copy.mock.calls[0]?.[0])
    for (const part of [
      'Aktindsigt inden 7 arbejdsdage (om 8 dage)',
      'Frist: senest 30. nov. 2026',
      '- Modtaget: 19. nov. 2026',
      '- 21. nov. 2026: lørdag',
      'FVL § 16, stk. 2',
      'Ikke juridisk kvalitetssikret',
      '  - Sagen er aktiv: ja',
    ]) {
      expect(text).toContain(part)
    }
  })
  it('follows a next action', () => {
    show(OPEN)
    fireEvent.click(screen.getByRole('button', { name: 'Book samtale' }))
    expect(on.follow).toHaveBeenCalledExactlyOnceWith('book-meeting', 'jobsamtaler-4-in-6-months')
  })
  it('says what has changed since the last look, until it is seen', () => {
    show(OPEN, { since: adviceChanges([], sampleAdvice).slice(0, 2) })
    const since = group('Siden sidst')
    expect(since.getAllByText('Nyt')).toHaveLength(2)
    fireEvent.click(since.getByRole('button', { name: 'Set' }))
    expect(on.seen).toHaveBeenCalledOnce()
  })
  it('says what would stand otherwise tomorrow and in a week', () => {
    const [first] = sampleAdvice
    if (!first) throw new Error('no advice')
    const changes = [{ advice: first, from: 'coming', to: 'overdue' }] as const
    show(OPEN, {
      foreseen: [
        { label: 'I morgen', day: day('2026-11-23'), changes: [] },
        { label: 'Om en uge', day: day('2026-11-29'), changes },
      ],
    })
    unfold(/^Hvis intet sker I morgen: 0 · Om en uge: 1/)
    expect(group('Hvis intet sker').getByText('Det samme som i dag.')).toBeDefined()
    expect(group('Hvis intet sker').getByText('Før: kommende')).toBeDefined()
  })
  it('says what a pack to come would change, and that it is not law yet', () => {
    show(OPEN, { coming: { from: day('2027-01-01'), packVersion: '2027.1', changes: adviceChanges([], sampleAdvice).slice(0, 2) } })
    unfold(/^Kommende regler 2 råd ændres i denne sag/)
    expect(group('Kommende regler').getByText(/Gælder fra 1. jan. 2027 \(regelpakke 2027.1\). Vises kun til orientering/)).toBeDefined()
    expect(group('Kommende regler').getAllByText('Nyt')).toHaveLength(2)
  })
  it('says what was not read and why', () => {
    show(OPEN)
    unfold(/^Læst:/)
    const read = group('Hvad er læst')
    expect(read.getByText('50 af 418 rækker')).toBeDefined()
    expect(read.getByText('Filter på siden: Status: Aktive')).toBeDefined()
    expect(read.getByText(/beskyttet adresse: Adresse/)).toBeDefined()
    expect(read.getByText(/Lukket på siden.*: 25 pct.-undtagelse, Begrundelse for undtagelse/)).toBeDefined()
  })
  it('has the deadlines as a picture and as a table', () => {
    show(OPEN)
    expect(screen.getByRole('img', { name: '5 frister, 1 overskredet, nærmeste om 3 dage' })).toBeDefined()
    unfold(/^Fristerne som tabel/)
    const rows = screen.getAllByRole('row').map((row) => row.textContent)
    expect(rows[1]).toBe('20. nov. 20262 dage over fristenPartshøringens svarfrist er udløbet uden svar')
    expect(rows).toHaveLength(6)
  })
  it('answers "Hvorfor ikke?" for every rule, filtered', () => {
    show(OPEN)
    unfold(/^Hvorfor ikke\?/)
    const why = group('Hvorfor ikke?')
    expect(why.getAllByRole('listitem')).toHaveLength(sampleAdvice.length)
    fireEvent.click(why.getByRole('button', { name: /^Gælder ikke/ }))
    expect(why.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Sanktion inden tre månederGælder ikke'])
    fireEvent.click(why.getByRole('button', { name: /^Sanktion/ }))
    expect(why.getAllByText(/ikke opfyldt/).length).toBeGreaterThan(0)
  })
  it('names silent rules and who silenced them, and wakes only what the user put away', () => {
    show(OPEN, { silent: SILENT })
    unfold(/^2 regler vises ikke/)
    expect(screen.getByText('Udsat af dig til og med 28. nov. 2026')).toBeDefined()
    expect(screen.getByText('Styres af din organisation')).toBeDefined()
    expect(screen.getAllByRole('button', { name: /^Vis igen/ })).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Vis igen: CV inden 3 uger' }))
    expect(on.wake).toHaveBeenCalledExactlyOnceWith('cv')
  })
  it('keeps nothing unfolded from one case to the next', () => {
    const view = show(OPEN)
    unfold(/^Aktindsigt inden 7/)
    view.rerender(overview({ kind: 'open', view: { ...sampleView, token: asId<CaseToken>('another') } }))
    expect(screen.getByRole('button', { name: /^Aktindsigt inden 7/ }).getAttribute('aria-expanded')).toBe('false')
  })
})

test.each<[string, PageReport, RegExp]>([
  ['unknown page', { kind: 'unknown-page' }, /Siden er ikke kendt/],
  ['broken profile', { kind: 'profile-broken', missing: ['Sagslinjen'] }, /Profilen passer ikke længere.*Mangler på siden: Sagslinjen/],
  ['no citizen', { kind: 'no-case', pageKind: 'start', citizens: 'none' }, /Ingen åben sag/],
  ['many citizens', { kind: 'no-case', pageKind: 'list', citizens: 'many' }, /flere borgere. Sagshjælp læser ikke lister/],
  ['logged out', { kind: 'logged-out' }, /Du er logget ud/],
  ['no access', { kind: 'no-access' }, /ikke adgang til denne borger/],
  ['changing case', { kind: 'settling' }, /Skifter sag/],
  ['policy not here yet', { kind: 'off', code: 'policy-waiting' }, /Venter på opsætning.*Kode: policy-waiting/],
  ['policy unusable', { kind: 'off', code: 'policy-invalid' }, /Opsætningen fra din organisation kan ikke bruges/],
  ['outdated script', { kind: 'off', code: 'page-disconnected' }, /Genindlæs siden/],
])('%s: nothing of a case is shown, and the reason is', (_name, report, text) => {
  const { container } = show(report, { silent: SILENT })
  expect(container.textContent).toMatch(text)
  expect(container.textContent).not.toContain('Partshøringens')
  expect(container.textContent).not.toContain('140752')
})

it('says that a silent language model changes nothing here', () => {
  show(OPEN, { proxyAway: true })
  expect(screen.getByText('Sprogmodellen kan ikke nås')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Book samtale' })).toBeDefined()
})
