import type { FactRef } from '#utils/domain/advice.ts'
import type { ExplainedFact } from '#utils/domain/explanation.ts'
import { Button } from '../button.tsx'
import { formatFact } from '../format-fact.ts'
import { uniqueFacts } from './facts-of.ts'

/** Where a fact is: on the page now, read on another screen, read here but no longer found, or not read. */
export type FactPlace = 'here' | 'elsewhere' | 'lost' | 'unread'

export interface FactListProps {
  readonly facts: readonly ExplainedFact[]
  /** Says where a fact is; without it nothing can be shown on the page. */
  readonly placeOf?: (fact: FactRef) => FactPlace
  /** `false` keeps a value out of the page when it does not already stand there (design 2.9). */
  readonly mayShow?: (fact: FactRef) => boolean
  readonly onShow?: (fact: FactRef) => void
}

/** The facts a verdict rests on; each leads to its place on the page. */
export function FactList({ facts, ...how }: FactListProps) {
  return (
    <dl className="sh-facts">
      {uniqueFacts(facts).map((fact) => (
        <FactLine key={`${fact.key}|${fact.row ?? ''}`} fact={fact} {...how} />
      ))}
    </dl>
  )
}

function FactLine({ fact, placeOf, mayShow, onShow }: Omit<FactListProps, 'facts'> & { readonly fact: ExplainedFact }) {
  const place = fact.value === undefined ? 'unread' : placeOf?.(fact)
  const kept = mayShow?.(fact) === false
  return (
    <div data-unread={place === 'unread' || undefined}>
      <dt>{fact.label}</dt>
      <dd>
        <span>{kept ? 'vises i panelet' : formatFact(fact.key, fact.value)}</span>
        {onShow && place === 'here' && (
          <Button look="link" label={`Vis ${fact.label} på siden`} onPress={() => onShow(fact)}>
            Vis
          </Button>
        )}
        {place === 'elsewhere' && <small data-ink="muted">læst på en anden skærm</small>}
      </dd>
    </div>
  )
}
