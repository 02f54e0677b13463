import type { Advice } from '#utils/domain/advice.ts'
import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'

/** A choice in the snooze menu; the hint stays away through `until`. */
export interface SnoozeChoice {
  readonly id: 'today' | 'week' | 'deadline'
  readonly label: string
  readonly until: CalendarDay
}

/** What a hint can be put away for. "Til fristen" is offered only while there is a deadline ahead. */
export function snoozeChoices(advice: Advice, today: CalendarDay): readonly SnoozeChoice[] {
  const choices: SnoozeChoice[] = [
    { id: 'today', label: 'I dag', until: today },
    { id: 'week', label: '1 uge', until: addDays(today, 7) },
  ]
  // The day before: a hint that slept over its own deadline would be a missed deadline.
  if (advice.deadline && advice.deadline.daysLeft > 1) {
    choices.push({ id: 'deadline', label: 'Til dagen før fristen', until: addDays(advice.deadline.due, -1) })
  }
  return choices
}
