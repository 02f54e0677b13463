import type { CalendarDay } from '#utils/domain/calendar-day.ts'

/** Which rules speak: the organisation's word first, then the unit's, then the user's snoozes. */
export interface RuleSwitches {
  /** Off by policy: cannot be switched on here. */
  readonly offByPolicy: readonly string[]
  /** Cannot be switched off, snoozed or dismissed. */
  readonly locked: readonly string[]
  readonly offByUnit: readonly string[]
  /** Rule → last quiet day. */
  readonly snoozed: Readonly<Record<string, CalendarDay>>
}

export type RuleVoice = 'speaks' | 'off-by-policy' | 'off-by-unit' | 'snoozed'

/** Whether a rule may speak today, and if not, who silenced it. A locked rule speaks whatever the unit or a user chose. */
export function voiceOf(rule: string, switches: RuleSwitches, today: CalendarDay): RuleVoice {
  if (switches.offByPolicy.includes(rule)) return 'off-by-policy'
  if (switches.locked.includes(rule)) return 'speaks'
  if (switches.offByUnit.includes(rule)) return 'off-by-unit'
  const until = switches.snoozed[rule]
  return until !== undefined && today <= until ? 'snoozed' : 'speaks'
}
