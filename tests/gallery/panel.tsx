import { createRoot } from 'react-dom/client'
import { addDays } from '#utils/domain/calendar-day.ts'
import { asId, type RuleId } from '#utils/domain/ids.ts'
import { adviceChanges } from '#utils/assistant/advice-changes.ts'
import type { PageReport } from '#utils/case-session/page-report.ts'
import { Overview } from '#components/assistant/overview.tsx'
import '#components/ui/tokens.css'
import '#components/ui/controls.css'
import '#components/ui/page.css'
import '#components/ui/advice/advice.css'
import '#components/assistant/assistant.css'
import { ConnectionPage } from './connection-page.tsx'
import { GuidancePage, HealthPage } from './settings-pages.tsx'
import { sampleAdvice, sampleExplain, TODAY } from './sample-advice.ts'
import { SwitchboardPage } from './switchboard-page.tsx'
import { sampleView } from './sample-case.ts'

const REPORTS: Readonly<Record<string, PageReport>> = {
  open: { kind: 'open', view: sampleView },
  unverified: {
    kind: 'open',
    view: { ...sampleView, profile: { ...sampleView.profile, verified: false }, identity: { ...sampleView.identity, caseId: null } },
  },
  unknown: { kind: 'unknown-page' },
  broken: { kind: 'profile-broken', missing: ['CPR i sidehovedet', 'Sagslinjen'] },
  none: { kind: 'no-case', pageKind: 'start', citizens: 'none' },
  many: { kind: 'no-case', pageKind: 'caseload', citizens: 'many' },
  'logged-out': { kind: 'logged-out' },
  'no-access': { kind: 'no-access' },
  settling: { kind: 'settling' },
  waiting: { kind: 'off', code: 'policy-waiting' },
  invalid: { kind: 'off', code: 'policy-invalid' },
  disconnected: { kind: 'off', code: 'page-disconnected' },
}

const silent = [
  { rule: asId<RuleId>('cv-3-weeks'), title: 'CV inden 3 uger', why: 'snoozed', until: addDays(TODAY, 6) },
  { rule: asId<RuleId>('joblog'), title: 'Jobsøgning i joblog hver måned', why: 'off-by-policy', until: null },
] as const

const changed = adviceChanges(sampleAdvice.slice(3), sampleAdvice).slice(0, 2)
const foreseen = [
  { label: 'I morgen', day: addDays(TODAY, 1), changes: [] },
  { label: 'Om en uge', day: addDays(TODAY, 7), changes: changed },
]

/** `?view=open&theme=dark`: one view on its own, as the panel or a page would hold it. */
const query = new URLSearchParams(location.search)
const view = query.get('view') ?? 'open'
const theme = query.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
const said: string[] = []
Object.assign(globalThis, { said })
const tell = (name: string) => (what: unknown) => said.push(`${name}:${JSON.stringify(what)}`)

function Shown() {
  if (view === 'guidance') return <GuidancePage say={tell('switch')} />
  if (view === 'health') return <HealthPage />
  if (view === 'switchboard') return <SwitchboardPage say={tell('switch')} />
  if (view === 'connection') return <ConnectionPage />
  const report = REPORTS[view] ?? { kind: 'unknown-page' as const }
  return (
    <main className="sh-panel">
      <h1 className="sh-hidden-text">Sagshjælp</h1>
      <Overview
        report={report}
        advice={view === 'open' || view === 'unverified' ? sampleAdvice : []}
        explain={sampleExplain}
        silent={silent}
        proxyAway={query.has('away')}
        since={view === 'open' ? changed : []}
        foreseen={foreseen}
        coming={{ from: addDays(TODAY, 40), packVersion: '2027.1', changes: changed }}
        on={{ follow: tell('follow'), showFact: tell('showFact'), copy: tell('copy'), wake: tell('wake'), seen: () => tell('seen')(null) }}
      />
    </main>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Shown />)
