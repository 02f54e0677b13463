import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import type { JudgeSetup } from './judge-case.ts'
import { voiceOf, type RuleVoice } from './rule-switches.ts'

export interface Silent {
  readonly rule: RuleId
  readonly title: string
  readonly why: Exclude<RuleVoice, 'speaks'>
  /** Last quiet day of a snooze. */
  readonly until: CalendarDay | null
}

/** Rules that say nothing today, and who silenced them. */
export function silentRules({ rules, switches }: JudgeSetup, today: CalendarDay): readonly Silent[] {
  return rules.rules.flatMap(({ rule: { id, title } }) => {
    const why = voiceOf(id, switches, today)
    return why === 'speaks' ? [] : [{ rule: id, title, why, until: why === 'snoozed' ? (switches.snoozed[id] ?? null) : null }]
  })
}
