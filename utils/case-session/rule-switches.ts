import type { CalendarDay } from '#utils/domain/calendar-day.ts'

/** Which rules speak: the organisation's word first, then the unit's, then what was chosen on this computer. */
export interface RuleSwitches {
  /** Off by policy: cannot be switched on here. */
  readonly offByPolicy: readonly string[]
  /** Cannot be switched off, snoozed or dismissed. */
  readonly locked: readonly string[]
  /** Off by the unit's supervisor, by signed switches: cannot be switched on here either. */
  readonly offByUnit: readonly string[]
  /** Off on this computer. */
  readonly offHere: readonly string[]
  /** Rule → last quiet day. */
  readonly snoozed: Readonly<Record<string, CalendarDay>>
}

export type RuleVoice = 'speaks' | 'off-by-policy' | 'off-by-unit' | 'off-here' | 'snoozed'

/** Whether a rule may speak today, and if not, who silenced it. A locked rule speaks whatever anybody else chose. */
export function voiceOf(rule: string, switches: RuleSwitches, today: CalendarDay): RuleVoice {
  if (switches.offByPolicy.includes(rule)) return 'off-by-policy'
  if (switches.locked.includes(rule)) return 'speaks'
  if (switches.offByUnit.includes(rule)) return 'off-by-unit'
  if (switches.offHere.includes(rule)) return 'off-here'
  const until = switches.snoozed[rule]
  return until !== undefined && today <= until ? 'snoozed' : 'speaks'
}
