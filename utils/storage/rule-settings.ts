import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { DismissReason } from '#utils/assistant/dismiss-reason.ts'
import type { Settings } from './settings.ts'
import type { Theme } from './theme.ts'

/** Keeps a rule quiet up to and including a day. Snoozes that have run out are dropped on the way. */
export function snooze(settings: Settings, { rule, until, today }: { rule: string; until: CalendarDay; today: CalendarDay }): Settings {
  const live = Object.entries(settings.snoozed).filter(([, day]) => day >= today)
  return { ...settings, snoozed: { ...Object.fromEntries(live), [rule]: until } }
}

/** Lets a snoozed rule speak again. */
export function wake(settings: Settings, rule: string): Settings {
  const { [rule]: _gone, ...snoozed } = settings.snoozed
  return { ...settings, snoozed }
}

/** Counts a dismissal. That is all that is kept of it. */
export function countDismissal(settings: Settings, rule: string, reason: DismissReason): Settings {
  const counts = settings.dismissed[rule] ?? {}
  return { ...settings, dismissed: { ...settings.dismissed, [rule]: { ...counts, [reason]: (counts[reason] ?? 0) + 1 } } }
}

/** Switches a rule on or off for the unit. */
export function switchRule(settings: Settings, rule: string, on: boolean): Settings {
  const others = settings.rulesOff.filter((id) => id !== rule)
  return { ...settings, rulesOff: on ? others : [...others, rule].toSorted() }
}

export function chooseTheme(settings: Settings, theme: Theme): Settings {
  return { ...settings, theme }
}
