import type { HealthReport } from '#utils/case-session/health-report.ts'
import { plural } from '#components/ui/format-da.ts'
import { GuidanceLines } from './guidance-lines.tsx'
import { HealthLine, type Health } from './health-line.tsx'

const POLICY: Readonly<Record<HealthReport['policy'], { health: Health; text: string }>> = {
  waiting: { health: 'waiting', text: 'Opsætningen er ikke hentet endnu. Sagshjælp læser intet imens.' },
  none: { health: 'ok', text: 'Der er ingen opsætning fra organisationen, og denne udgave kræver ingen.' },
  managed: { health: 'ok', text: 'Opsætningen fra organisationen er hentet og gyldig.' },
  invalid: { health: 'fault', text: 'Opsætningen har fejl. Se nøglerne nedenfor.' },
}

const PROXY: Readonly<Record<HealthReport['proxy']['state'], { health: Health; text: string }>> = {
  ok: { health: 'ok', text: 'Sprogmodellen svarer.' },
  away: { health: 'warning', text: 'Sprogmodellen kan ikke nås. Alt lokalt virker stadig.' },
  'signed-out': { health: 'ok', text: 'Kommunens tjeneste svarer, og ingen er logget ind.' },
  'no-access': { health: 'warning', text: 'Kommunens tjeneste svarer, men brugeren har ingen enhed eller rolle der.' },
  'switched-off': { health: 'warning', text: 'Kommunen har slukket for sprogmodellen. Alt lokalt virker stadig.' },
  'not-configured': { health: 'ok', text: 'Der er ikke sat en sprogmodel op. Alt lokalt virker uden.' },
}

/** The short answer: does the roll-out work? */
export function HealthOverview({ report }: { readonly report: HealthReport }) {
  const { policy, profiles, guidance, proxy, hosts, signIn } = report
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
      <GuidanceLines guidance={guidance} />
      <HealthLine health="ok" title="Login">
        {signIn
          ? `Udsteder: ${signIn.issuer}. Klient-id: ${signIn.clientId}. Adresse, der skal være registreret hos udstederen: ${signIn.redirect}`
          : 'Denne udgave bruger ikke login.'}
      </HealthLine>
      <HealthLine health={PROXY[proxy.state].health} title="Sprogmodel">
        {PROXY[proxy.state].text}
        {proxy.address && ` Adresse: ${proxy.address}`}
      </HealthLine>
    </ul>
  )
}
