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
export function FactList({ facts, placeOf, mayShow, onShow }: FactListProps) {
  return (
    <dl className="sh-facts">
      {uniqueFacts(facts).map((fact) => (
        <div key={`${fact.key}|${fact.row ?? ''}`} data-unread={fact.value === undefined || undefined}>
          <dt>{fact.label}</dt>
          <dd>
            <span>{mayShow && !mayShow(fact) ? 'vises i panelet' : formatFact(fact.key, fact.value)}</span>
            {onShow && fact.value !== undefined && placeOf?.(fact) === 'here' && (
              <Button look="link" label={`Vis ${fact.label} på siden`} onPress={() => onShow(fact)}>Vis</Button>
            )}
            {fact.value !== undefined && placeOf?.(fact) === 'elsewhere' && <small data-ink="muted">læst på en anden skærm</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
