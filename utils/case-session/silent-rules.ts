import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import type { JudgeSetup } from './judge-case.ts'
import type { UnitDecision } from './guidance-view.ts'
import { voiceOf, type RuleVoice } from './rule-switches.ts'

export interface Silent {
  readonly rule: RuleId
  readonly title: string
  readonly why: Exclude<RuleVoice, 'speaks'>
  /** Last quiet day of a snooze, or of what the supervisor decided. */
  readonly until: CalendarDay | null
  /** The supervisor's reason. */
  readonly because: string | null
}

/** Rules that say nothing today, and who silenced them. */
export function silentRules(
  { rules, switches }: JudgeSetup,
  unitOff: Readonly<Record<string, UnitDecision>>,
  today: CalendarDay,
): readonly Silent[] {
  return rules.rules.flatMap(({ rule: { id, title } }): readonly Silent[] => {
    const why = voiceOf(id, switches, today)
    if (why === 'speaks') return []
    if (why === 'snoozed') return [{ rule: id, title, why, until: switches.snoozed[id] ?? null, because: null }]
    const { until = null, reason = null } = why === 'off-by-unit' ? (unitOff[id] ?? {}) : {}
    return [{ rule: id, title, why, until, because: reason }]
  })
}
