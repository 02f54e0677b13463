import { useId } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { lawStatusText, reviewWords } from '#components/ui/advice/verdict.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { formatDay, plural } from '#components/ui/format-da.ts'
import { Switch } from '#components/ui/switch.tsx'

/** A rule as the switchboard shows it. */
export interface RuleItem {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly citations: readonly string[]
  /** The version that is law today, and whether a jurist stands behind it. */
  readonly law: Pick<Advice, 'lawStatus' | 'versionFrom' | 'review'> | null
  /** A draft would change the rule from that day. */
  readonly mayChangeOn: CalendarDay | null
  readonly on: boolean
  /** The organisation has decided; the switch stands still. */
  readonly managed: boolean
  /** The unit's supervisor switched it off: why, and the last day of it. */
  readonly unitDecision?: { readonly reason: string; readonly until: CalendarDay | null } | null
  /** Last quiet day, when somebody has put it off. */
  readonly snoozedUntil: CalendarDay | null
  /** How many times it has been dismissed, all reasons together. */
  readonly dismissals: number
}

export interface RuleRowProps {
  readonly rule: RuleItem
  readonly onSwitch: (rule: string, on: boolean) => void
  readonly onWake: (rule: string) => void
}

/** One rule: what it says, what it rests on, and its switch. */
export function RuleRow({ rule, onSwitch, onWake }: RuleRowProps) {
  const id = useId()
  return (
    <li data-rule={rule.id} data-off={!rule.on || undefined}>
      <div className="sh-rule-text">
        <b id={`${id}-name`}>{rule.title}</b>
        <p data-ink="muted">{rule.text}</p>
        <p className="sh-rule-meta" id={`${id}-note`}>
          <span data-ink="muted">{[...rule.citations, ...lawWords(rule)].join(' · ')}</span>
          {rule.managed && (
            <Badge tone="accent" icon="lock">
              {rule.unitDecision ? 'Slået fra af din leder' : 'Styres af din organisation'}
            </Badge>
          )}
          {rule.unitDecision && <span data-ink="muted">{unitWords(rule.unitDecision)}</span>}
          {rule.snoozedUntil && <Badge icon="snooze">Udsat til og med {formatDay(rule.snoozedUntil)}</Badge>}
          {rule.dismissals > 0 && <span data-ink="muted">Skjult {plural(rule.dismissals, 'gang', 'gange')}</span>}
        </p>
        {rule.snoozedUntil && !rule.managed && (
          <Button look="link" label={`Vis igen nu: ${rule.title}`} onPress={() => onWake(rule.id)}>
            Vis igen nu
          </Button>
        )}
      </div>
      <Switch
        on={rule.on}
        labelledBy={`${id}-name`}
        describedBy={`${id}-note`}
        disabled={rule.managed}
        onChange={(on) => onSwitch(rule.id, on)}
      />
    </li>
  )
}

function unitWords({ reason, until }: NonNullable<RuleItem['unitDecision']>): string {
  return until ? `Til og med ${formatDay(until)}: ${reason}` : reason
}

function lawWords({ law, mayChangeOn }: RuleItem): readonly string[] {
  return [
    ...(law ? [lawStatusText(law), reviewWords(law.review).toLowerCase()] : []),
    ...(mayChangeOn ? [`reglerne ændres muligvis ${formatDay(mayChangeOn)}`] : []),
  ]
}
