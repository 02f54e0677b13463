import type { ReactNode } from 'react'
import type { FactRef } from '#utils/domain/advice.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import { DayStrip } from './day-strip.tsx'
import { FactList, type FactPlace } from './fact-list.tsx'
import { factsOf } from './facts-of.ts'
import { MissingFacts } from './missing-facts.tsx'
import { RuleStatus } from './rule-status.tsx'

export interface ExplanationBodyProps {
  readonly explanation: Explanation
  readonly placeOf?: (fact: FactRef) => FactPlace
  readonly mayShow?: (fact: FactRef) => boolean
  readonly onShowFact?: (fact: FactRef) => void
}

/** The answer to "Hvorfor?": the same parts in the same order wherever it is shown. */
export function ExplanationBody({ explanation, placeOf, mayShow, onShowFact }: ExplanationBodyProps) {
  const { advice, sentence, note } = explanation
  const facts = factsOf(explanation)
  return (
    <div className="sh-explanation">
      <p>{sentence}</p>
      {advice.verdict === 'unknown' && advice.missing.length > 0 && (
        <Part title="Hvorfor ikke?">
          <MissingFacts missing={advice.missing} />
        </Part>
      )}
      {facts.length > 0 && (
        <Part title="Oplysninger brugt">
          <FactList facts={facts} {...(placeOf && { placeOf })} {...(mayShow && { mayShow })} {...(onShowFact && { onShow: onShowFact })} />
        </Part>
      )}
      {advice.deadline && (
        <Part title="Sådan er der talt">
          <DayStrip deadline={advice.deadline} />
        </Part>
      )}
      <Part title="Regel">
        <RuleStatus advice={advice} />
      </Part>
      {note && <p className="sh-note">{note}</p>}
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sh-part">
      <h4>{title}</h4>
      {children}
    </section>
  )
}
