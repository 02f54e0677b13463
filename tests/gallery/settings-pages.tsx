import { useState } from 'react'
import type { HealthReport } from '#utils/case-session/health-report.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { HealthView } from '#components/health/health-view.tsx'
import { RuleList, type RuleItem } from '#components/guidance/rule-list.tsx'
import { sampleAdvice } from './sample-advice.ts'

const RULES: readonly RuleItem[] = sampleAdvice.map((one, index) => ({
  id: one.rule,
  title: one.title,
  text: one.text,
  citations: one.citations,
  law: one,
  mayChangeOn: null,
  on: index % 4 !== 3,
  managed: index % 5 === 0,
  snoozedUntil: index === 2 ? day('2026-11-29') : null,
  dismissals: index === 1 ? 3 : 0,
}))

export function GuidancePage({ say }: { readonly say: (what: unknown) => void }) {
  const [rules, setRules] = useState(RULES)
  return (
    <main className="sh-page">
      <h1>Regler</h1>
      <section className="sh-box">
        <h2>Alle regler</h2>
        <RuleList
          rules={rules}
          onWake={say}
          onSwitch={(id, on) => {
            say({ id, on })
            setRules(rules.map((rule) => (rule.id === id ? { ...rule, on } : rule)))
          }}
        />
      </section>
    </main>
  )
}

const REPORT: HealthReport = {
  version: '0.1.0',
  customer: 'Sagsbord – øvelsesmiljø',
  policy: 'invalid',
  hosts: ['http://kobenhavn.localhost:5173/*'],
  keys: [
    { key: 'fasitHosts', title: 'Adresser', description: 'Hvor Sagshjælp må læse', source: 'organisation', effect: 'Kun øvelsesmiljøet' },
    { key: 'rulesOff', title: 'Regler slået fra', description: 'Regler, der ikke vises', source: 'standard', effect: 'Ingen' },
    {
      key: 'proxyUrl',
      title: 'Sprogmodel',
      description: 'Adressen på proxyen',
      source: 'fejl',
      effect: 'Slået fra: adressen er ikke https',
    },
  ],
  profiles: [
    { id: 'sagsbord-m', version: '1.0.0', name: 'Sagsbord M', verified: true, source: 'indbygget' },
    { id: 'fasit-draft', version: '0.1.0', name: 'Fasit (udkast)', verified: false, source: 'indbygget' },
  ],
  guidance: {
    freshness: 'fresh',
    confirmedAt: Date.UTC(2026, 10, 24),
    sources: [
      { from: 'publisher', id: 'dk-beskaeftigelse', version: '2026.11.24', rules: 24, serial: 3, expires: '2027-05-24T00:00:00Z' },
      { from: 'municipality', id: 'lokale-regler', version: '1.2', rules: 2, serial: 2, expires: '2027-01-01T00:00:00Z' },
    ],
    unitOff: {},
    modelOff: null,
    refused: [{ what: 'dk-beskaeftigelse', code: 'bad-signature' }],
    poll: { askedAt: Date.UTC(2026, 10, 24, 10), problem: 'proxy-away' },
    switchesIssued: '2026-11-24T09:00:00Z',
  },
  signIn: { issuer: 'https://login.example.dk/kommune', clientId: 'sagshjaelp', redirect: 'https://abc.chromiumapp.org/' },
  proxy: { address: null, state: 'not-configured' },
}

export function HealthPage() {
  return (
    <main className="sh-page">
      <h1>Indstillinger</h1>
      <section className="sh-box">
        <h2>Driftsstatus</h2>
        <HealthView report={REPORT} />
      </section>
    </main>
  )
}
