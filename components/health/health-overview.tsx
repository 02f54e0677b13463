import type { HealthReport } from '#utils/case-session/health-report.ts'
import { plural } from '#components/ui/format-da.ts'
import { HealthLine, type Health } from './health-line.tsx'

const POLICY: Readonly<Record<HealthReport['policy'], { health: Health; text: string }>> = {
  waiting: { health: 'waiting', text: 'Opsætningen er ikke hentet endnu. Sagshjælp læser intet imens.' },
  none: { health: 'ok', text: 'Der er ingen opsætning fra organisationen, og denne udgave kræver ingen.' },
  managed: { health: 'ok', text: 'Opsætningen fra organisationen er hentet og gyldig.' },
  invalid: { health: 'fault', text: 'Opsætningen har fejl. Se nøglerne nedenfor.' },
}

const PROXY: Readonly<Record<HealthReport['proxy']['state'], { health: Health; text: string }>> = {
  ok: { health: 'ok', text: 'Sprogmodellen svarer.' },
  away: { health: 'warning', text: 'Sprogmodellen svarer ikke. Alt lokalt virker som før.' },
  'not-configured': { health: 'ok', text: 'Der er ikke sat en sprogmodel op. Alt lokalt virker uden.' },
}

/** The short answer: does the roll-out work? */
export function HealthOverview({ report }: { readonly report: HealthReport }) {
  const { policy, profiles, pack, proxy, hosts } = report
  const untried = profiles.filter((profile) => !profile.verified).length
  return (
    <ul className="sh-health-lines">
      <HealthLine health="ok" title="Version">
        {report.version} ({report.customer})
      </HealthLine>
      <HealthLine health={POLICY[policy].health} title="Opsætning">
        {POLICY[policy].text}
      </HealthLine>
      <HealthLine health={hosts.length > 0 ? 'ok' : 'fault'} title="Adresser">
        {hosts.length > 0 ? hosts.join(', ') : 'Ingen adresser er tilladt, så der læses intet.'}
      </HealthLine>
      <HealthLine health={profiles.length === 0 ? 'fault' : untried > 0 ? 'warning' : 'ok'} title="Profiler af sider">
        {plural(profiles.length, 'profil', 'profiler')}
        {untried > 0 && `, ${untried} ikke afprøvet på det rigtige system`}
      </HealthLine>
      <HealthLine health={pack.rules > 0 ? 'ok' : 'fault'} title="Regelpakke">
        Version {pack.version}, {plural(pack.rules, 'regel', 'regler')}
      </HealthLine>
      <HealthLine health={PROXY[proxy.state].health} title="Sprogmodel">
        {PROXY[proxy.state].text}
        {proxy.address && ` Adresse: ${proxy.address}`}
      </HealthLine>
    </ul>
  )
}
