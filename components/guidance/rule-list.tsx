import { useState } from 'react'
import { FilterButtons } from '#components/ui/filter-buttons.tsx'
import { RuleRow, type RuleItem, type RuleRowProps } from './rule-row.tsx'
import './rule-list.css'

export type { RuleItem } from './rule-row.tsx'

export interface RuleListProps extends Omit<RuleRowProps, 'rule'> {
  readonly rules: readonly RuleItem[]
}

const FILTERS = ['all', 'on', 'off', 'managed', 'snoozed'] as const
type Filter = (typeof FILTERS)[number]
const LABELS: Readonly<Record<Filter, string>> = { all: 'Alle', on: 'Slået til', off: 'Slået fra', managed: 'Låst', snoozed: 'Udsat' }

/** Every rule with a switch. */
export function RuleList({ rules, onSwitch, onWake }: RuleListProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const choices = FILTERS.map((id) => ({ id, label: LABELS[id], count: rules.filter((rule) => matches(rule, id)).length }))
  const shown = rules.filter((rule) => matches(rule, filter))
  return (
    <>
      <FilterButtons label="Vis regler" choices={choices} chosen={filter} onChoose={setFilter} />
      <ul className="sh-rules">
        {shown.map((rule) => (
          <RuleRow key={rule.id} rule={rule} onSwitch={onSwitch} onWake={onWake} />
        ))}
      </ul>
      {shown.length === 0 && <p data-ink="muted">Ingen regler her.</p>}
    </>
  )
}

function matches(rule: RuleItem, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'on':
      return rule.on
    case 'off':
      return !rule.on
    case 'managed':
      return rule.managed
    case 'snoozed':
      return rule.snoozedUntil !== null
  }
}
