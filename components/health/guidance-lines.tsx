import { danishDay } from '#utils/case-session/today.ts'
import type { GuidanceView } from '#utils/case-session/guidance-view.ts'
import { ERRORS } from '#utils/domain/error-code.ts'
import { REFUSALS } from '#utils/guidance/signed/refusal.ts'
import { formatDay, formatClock, plural } from '#components/ui/format-da.ts'
import { HealthLine, type Health } from './health-line.tsx'

const AGE: Readonly<Record<GuidanceView['freshness'], Health>> = { fresh: 'ok', ageing: 'warning', 'too-old': 'fault' }

const FROM: Readonly<Record<GuidanceView['sources'][number]['from'], string>> = {
  'built-in': 'fulgte med udvidelsen',
  publisher: 'underskrevet af udgiveren',
  municipality: 'kommunens egne',
}

/** Where the rules come from, how old they are, and what was not taken into use. */
export function GuidanceLines({ guidance }: { readonly guidance: GuidanceView }) {
  const { sources, freshness, confirmedAt, switchesIssued, unitOff, refused, poll } = guidance
  const off = Object.keys(unitOff).length
  return (
    <>
      <HealthLine health={sources.some(({ rules }) => rules > 0) ? 'ok' : 'fault'} title="Regler">
        {sources.map(sourceWords).join(' · ')}
      </HealthLine>
      {confirmedAt !== null && (
        <HealthLine health={AGE[freshness]} title="Reglernes alder">
          Sidst bekræftet {dayOf(confirmedAt)}. Efter 30 dage siges det, efter 90 vises ingen råd.
        </HealthLine>
      )}
      {switchesIssued !== null && (
        <HealthLine health="ok" title="Enhedens omskiftere">
          Underskrevet {dayOf(Date.parse(switchesIssued))}. {plural(off, 'regel', 'regler')} er slået fra i dag.
        </HealthLine>
      )}
      {poll !== null && (
        <HealthLine health={poll.problem === null ? 'ok' : 'warning'} title="Hentning af regler og omskiftere">
          Sidst spurgt kl. {formatClock(new Date(poll.askedAt).toISOString())}.
          {poll.problem && ` ${ERRORS[poll.problem].what} Kode: ${poll.problem}`}
        </HealthLine>
      )}
      {refused.map(({ what, code }) => (
        <HealthLine key={`${what} ${code}`} health="warning" title={`Ikke taget i brug: ${what}`}>
          {code === 'held-back' ? 'Kommunen har en nyere udgave, som ikke kom frem.' : REFUSALS[code]} Det, der var i brug, bruges stadig.
          Kode: {code}
        </HealthLine>
      ))}
    </>
  )
}

function sourceWords({ from, id, version, rules, serial, expires }: GuidanceView['sources'][number]): string {
  const issue = serial === null ? '' : `, udgivelse ${serial}`
  const end = expires === null ? '' : `, gælder til ${dayOf(Date.parse(expires))}`
  return `${id} ${version} (${FROM[from]}): ${plural(rules, 'regel', 'regler')}${issue}${end}`
}

const dayOf = (ms: number) => formatDay(danishDay(new Date(ms)))
