import type { HealthReport } from '#utils/case-session/health-report.ts'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { ErrorNotice, Notice } from '#components/ui/notice.tsx'
import { HealthOverview } from './health-overview.tsx'
import './health.css'

const SOURCES: Readonly<Record<HealthReport['keys'][number]['source'], { tone: Tone; text: string }>> = {
  organisation: { tone: 'accent', text: 'Organisationen' },
  standard: { tone: 'neutral', text: 'Standard' },
  fejl: { tone: 'late', text: 'Fejl' },
}

/** What an administrator looks at to see that the roll-out works. */
export function HealthView({ report }: { readonly report: HealthReport }) {
  return (
    <div className="sh-health">
      {report.policy === 'invalid' && <ErrorNotice code="policy-invalid" />}
      {report.policy === 'waiting' && <ErrorNotice code="policy-waiting" />}
      <Facts report={report} />
      <Profiles report={report} />
      <Keys report={report} />
    </div>
  )
}

function Facts({ report }: { readonly report: HealthReport }) {
  return (
    <section aria-labelledby="health-facts">
      <h3 id="health-facts">Overblik</h3>
      <HealthOverview report={report} />
    </section>
  )
}

function Profiles({ report }: { readonly report: HealthReport }) {
  return (
    <section aria-labelledby="health-profiles">
      <h3 id="health-profiles">Sideprofiler</h3>
      {report.profiles.length === 0 && (
        <Notice tone="soon" title="Ingen sideprofil er i brug">
          <p>Uden en profil læses intet.</p>
        </Notice>
      )}
      <ul className="sh-health-profiles">
        {report.profiles.map(({ id, name, version, verified, source }) => (
          <li key={id}>
            <b>{name}</b> {version} <Badge tone={verified ? 'ok' : 'soon'}>{verified ? 'Afprøvet' : 'Ikke afprøvet'}</Badge>{' '}
            <span data-ink="muted">{source === 'organisation' ? 'fra organisationen' : 'indbygget'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Keys({ report }: { readonly report: HealthReport }) {
  return (
    <section aria-labelledby="health-keys">
      <h3 id="health-keys">Opsætning fra organisationen</h3>
      <table className="sh-health-keys">
        <thead>
          <tr>
            <th scope="col">Nøgle</th>
            <th scope="col">Kilde</th>
            <th scope="col">Virkning nu</th>
          </tr>
        </thead>
        <tbody>
          {report.keys.map(({ key, title, description, source, effect }) => (
            <tr key={key} data-key={key}>
              <th scope="row">
                {title}
                <small>
                  {key}: {description}
                </small>
              </th>
              <td>
                <Badge tone={SOURCES[source].tone}>{SOURCES[source].text}</Badge>
              </td>
              <td>{effect}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
