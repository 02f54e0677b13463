import { useState } from 'react'
import type { Advice, Verdict } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { ConditionTree } from '#components/ui/advice/condition-tree.tsx'
import { MissingFacts } from '#components/ui/advice/missing-facts.tsx'
import { RuleStatus } from '#components/ui/advice/rule-status.tsx'
import { StateBadge } from '#components/ui/advice/state-badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { FilterButtons } from '#components/ui/filter-buttons.tsx'
import type { Explain } from './overview-events.ts'

const FILTERS = ['all', 'breached', 'due', 'unknown', 'met', 'not-applicable'] as const
type Filter = (typeof FILTERS)[number]
const LABELS: Readonly<Record<Filter, string>> = {
  all: 'Alle',
  breached: 'Ikke opfyldt',
  due: 'Kommer',
  unknown: 'Kan ikke vurderes',
  met: 'I orden',
  'not-applicable': 'Gælder ikke',
}

/** "Hvorfor ikke?": every rule, each condition met, not met or unknown. */
export function WhyNot({ advice, explain }: { readonly advice: readonly Advice[]; readonly explain: Explain }) {
  const [filter, setFilter] = useState<Filter>('all')
  const count = (id: Filter) => (id === 'all' ? advice.length : advice.filter((one) => one.verdict === id).length)
  const shown = advice.filter((one) => matches(one.verdict, filter)).toSorted((a, b) => a.title.localeCompare(b.title, 'da'))
  return (
    <div className="sh-why-not">
      <FilterButtons
        label="Vis regler"
        chosen={filter}
        onChoose={setFilter}
        choices={FILTERS.map((id) => ({ id, label: LABELS[id], count: count(id) }))}
      />
      <ul>
        {shown.map((one) => (
          <li key={adviceKey(one)} className="sh-advice">
            <Disclosure
              summary={
                <span className="sh-advice-line">
                  <span className="sh-advice-title">{one.title}</span>
                  <StateBadge advice={one} />
                </span>
              }
            >
              <Conditions advice={one} explain={explain} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p data-ink="muted">Ingen regler her.</p>}
    </div>
  )
}

function Conditions({ advice, explain }: { readonly advice: Advice; readonly explain: Explain }) {
  const explanation = explain(advice)
  return (
    <div className="sh-unfolded">
      <p>{explanation.sentence}</p>
      <MissingFacts missing={advice.missing} />
      <ConditionTree label="Gælder reglen for sagen?" condition={explanation.applies} />
      {explanation.met && <ConditionTree label="Er kravet opfyldt?" condition={explanation.met} />}
      <RuleStatus advice={advice} />
    </div>
  )
}

function matches(verdict: Verdict, filter: Filter): boolean {
  return filter === 'all' || verdict === filter
}
