import type { Advice } from '#utils/domain/advice.ts'
import { isInForce } from '#utils/assistant/advice-groups.ts'
import { Badge } from '../badge.tsx'
import { formatDay } from '../format-da.ts'
import { lawStatusText, reviewWords, SEVERITY_LABELS } from './verdict.ts'

/** The paragraph a rule rests on and how far it can be relied on. */
export function RuleStatus({ advice }: { readonly advice: Advice }) {
  return (
    <div className="sh-law">
      <ul>
        {advice.citations.map((citation) => (
          <li key={citation}>{citation}</li>
        ))}
      </ul>
      <p>
        <Badge tone={advice.review ? 'ok' : 'soon'} icon={advice.review ? 'check' : 'alert'}>
          {reviewWords(advice.review)}
        </Badge>
        {!isInForce(advice) && (
          <Badge tone="accent" icon="info">
            Vises kun til orientering
          </Badge>
        )}
      </p>
      <p data-ink="muted">
        {lawStatusText(advice)}. {SEVERITY_LABELS[advice.severity]}.
        {advice.decisiveDate && ` Valgt efter ${formatDay(advice.decisiveDate)}.`} Regelpakke {advice.packVersion}.
      </p>
    </div>
  )
}
