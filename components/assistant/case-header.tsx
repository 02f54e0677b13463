import type { CaseView } from '#utils/domain/case-view.ts'
import { Badge } from '#components/ui/badge.tsx'
import { formatClock } from '#components/ui/format-da.ts'
import { formatCpr, formatFact } from '#components/ui/format-fact.ts'
import { Icon } from '#components/ui/icon.tsx'
import { confirmedByText } from './identity-words.ts'

const FACTS_IN_LINE = ['case.type', 'case.targetGroup', 'case.benefit', 'case.status'] as const

/** Whose case this is, and how that is known. Always first, so that a wrong case is seen before a wrong hint. */
export function CaseHeader({ view }: { readonly view: CaseView }) {
  const { identity, facts, profile } = view
  const number = facts['case.number']?.value
  const line = FACTS_IN_LINE.flatMap((key) => {
    const fact = facts[key]
    if (!fact || fact.value === null) return []
    return [key === 'case.targetGroup' ? `Målgruppe: ${formatFact(key, fact.value)}` : formatFact(key, fact.value)]
  })
  return (
    <header className="sh-case">
      <h2>
        <Icon name="person" />
        {identity.name}
      </h2>
      <p className="sh-case-ids">
        <span>CPR {formatCpr(identity.cpr)}</span>
        {typeof number === 'string' && <span>Sag {number}</span>}
        {identity.caseId === null && <span>Ingen enkelt sag valgt</span>}
      </p>
      {line.length > 0 && <p data-ink="muted">{[...new Set(line)].join(' · ')}</p>}
      <div className="sh-case-badges">
        {facts['citizen.protectedAddress']?.value === true && (
          <Badge tone="late" icon="shield">
            Beskyttet adresse
          </Badge>
        )}
        {!profile.verified && (
          <Badge tone="soon" icon="alert">
            Profilen er ikke afprøvet på dette system
          </Badge>
        )}
      </div>
      <p className="sh-small" data-ink="muted">
        Bekræftet af {confirmedByText(identity.confirmedBy)}. Læst kl. {formatClock(view.readAt)}.
      </p>
    </header>
  )
}
