import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { PackVersion } from './pack-schema.ts'

/**
 * The version to show of a rule when there is no case to decide by: the newest that is or was law on the day. Drafts
 * and announcements are never it; a rule that has not begun yet shows its first.
 */
export function versionOn(versions: readonly PackVersion[], today: CalendarDay): PackVersion | null {
  const law = versions.filter(({ status }) => status === 'in-force' || status === 'repealed')
  return law.findLast(({ from }) => from <= today) ?? law[0] ?? null
}

/** The day from which a rule may be another, by what is only drafted or announced; `null` when nothing is. */
export function mayChangeOn(versions: readonly PackVersion[], today: CalendarDay): CalendarDay | null {
  const coming = versions.filter(({ status, from }) => (status === 'draft' || status === 'announced') && from > today)
  return coming.map(({ from }) => from).toSorted()[0] ?? null
}
