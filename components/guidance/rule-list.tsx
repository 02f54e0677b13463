import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { formatDay } from '#components/ui/format-da.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import './rule-list.css'

/** A rule as the switchboard shows it. */
export interface RuleItem {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly citations: readonly string[]
  readonly on: boolean
  /** The organisation has decided; the switch stands still. */
  readonly managed: boolean
  /** Last quiet day, when somebody has put it off. */
  readonly snoozedUntil: CalendarDay | null
  /** How many times it has been dismissed, all reasons together. */
  readonly dismissals: number
}

export interface RuleListProps {
  readonly rules: readonly RuleItem[]
  readonly onSwitch: (rule: string, on: boolean) => void
  readonly onWake: (rule: string) => void
}

/** Every rule with a switch. */
export function RuleList({ rules, onSwitch, onWake }: RuleListProps) {
  return (
    <ul className="sh-rules">
      {rules.map((rule) => (
        <li key={rule.id} data-rule={rule.id}>
          <div className="sh-rule-text">
            <b id={`rule-${rule.id}`}>{rule.title}</b>
            <p data-ink="muted">{rule.text}</p>
            <p className="sh-rule-meta" id={`rule-note-${rule.id}`}>
              <span data-ink="muted">{rule.citations.join(' · ')}</span>
              {rule.managed && <Badge tone="accent" icon="lock">Styres af din organisation</Badge>}
              {rule.snoozedUntil && <Badge icon="snooze">Udsat til og med {formatDay(rule.snoozedUntil)}</Badge>}
              {rule.dismissals > 0 && <span data-ink="muted">Afvist {rule.dismissals === 1 ? '1 gang' : `${rule.dismissals} gange`}</span>}
              {rule.snoozedUntil && !rule.managed && (
                <Button look="link" label={`Vis ${rule.title} igen nu`} onPress={() => onWake(rule.id)}>Vis igen nu</Button>
              )}
            </p>
          </div>
          <Switch
            on={rule.on}
            labelledBy={`rule-${rule.id}`}
            describedBy={`rule-note-${rule.id}`}
            disabled={rule.managed}
            onChange={(on) => onSwitch(rule.id, on)}
          />
        </li>
      ))}
    </ul>
  )
}
