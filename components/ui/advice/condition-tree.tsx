import type { Condition } from '#utils/domain/explanation.ts'
import { Icon, type IconName } from '../icon.tsx'
import { formatFact } from '../format-fact.ts'

const OUTCOMES: Readonly<Record<Condition['outcome'], { icon: IconName; text: string; ink: string }>> = {
  met: { icon: 'check', text: 'opfyldt', ink: 'ok' },
  'not-met': { icon: 'cross', text: 'ikke opfyldt', ink: 'muted' },
  unknown: { icon: 'question', text: 'ukendt', ink: 'unknown' },
}

/** A condition and its parts, each met, not met or unknown, with the values it saw. */
export function ConditionTree({ label, condition }: { readonly label: string; readonly condition: Condition }) {
  return (
    <div className="sh-conditions">
      <h4>{label}</h4>
      <ul>
        <ConditionNode condition={condition} />
      </ul>
    </div>
  )
}

function ConditionNode({ condition }: { readonly condition: Condition }) {
  const outcome = OUTCOMES[condition.outcome]
  const leaf = condition.parts.length === 0
  return (
    <li>
      <div className="sh-condition" data-ink={outcome.ink}>
        <Icon name={outcome.icon} />
        <span>
          <span className="sh-condition-text" title={condition.feel}>
            {condition.text}
          </span>
          <span className="sh-hidden-text">: {outcome.text}</span>
          {leaf &&
            condition.facts.map((fact) => (
              <small key={`${fact.key}|${fact.row ?? ''}`}>
                {fact.label}: {formatFact(fact.key, fact.value)}
              </small>
            ))}
        </span>
      </div>
      {!leaf && (
        <ul>
          {condition.parts.map((part, index) => (
            <ConditionNode key={index} condition={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
