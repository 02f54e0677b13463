import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatDay, plural } from '#components/ui/format-da.ts'

/** A rule that is silent now, and who silenced it. */
export interface SilentRule {
  readonly rule: RuleId
  readonly title: string
  readonly why: 'snoozed' | 'off-here' | 'off-by-unit' | 'off-by-policy'
  /** Last quiet day of a snooze, or of what the supervisor decided. */
  readonly until: CalendarDay | null
  /** The supervisor's reason. */
  readonly because?: string | null
}

/** Rules that say nothing, so that no silence is mistaken for "all well". */
export function PutAwayList({ silent, onWake }: { readonly silent: readonly SilentRule[]; readonly onWake: (rule: RuleId) => void }) {
  if (silent.length === 0) return null
  return (
    <section className="sh-group" aria-label="Regler, der ikke vises">
      <Disclosure summary={<span className="sh-group-title">{plural(silent.length, 'regel', 'regler')} vises ikke</span>}>
        <ul>
          {silent.map((one) => (
            <li key={one.rule} className="sh-silent">
              <span>
                {one.title}
                <small data-ink="muted">{reason(one)}</small>
              </span>
              {one.why === 'snoozed' && (
                <Button look="link" label={`Vis igen: ${one.title}`} onPress={() => onWake(one.rule)}>
                  Vis igen
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}

function reason({ why, until, because }: SilentRule): string {
  switch (why) {
    case 'snoozed':
      return until ? `Udsat af dig til og med ${formatDay(until)}` : 'Udsat af dig'
    case 'off-by-unit':
      return `Slået fra i din enhed${until ? ` til og med ${formatDay(until)}` : ''}${because ? `: ${because}` : ''}`
    case 'off-here':
      return 'Slået fra på denne computer'
    case 'off-by-policy':
      return 'Styres af din organisation'
  }
}
