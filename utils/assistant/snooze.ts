import type { Advice } from '#utils/domain/advice.ts'
import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'

/** A choice in the snooze menu; the hint stays away through `until`. */
export interface SnoozeChoice {
  readonly id: 'today' | 'week' | 'deadline'
  readonly label: string
  readonly until: CalendarDay
}

/** What a hint can be put away for. Never over its own deadline: a hint that slept too long would be a missed deadline. */
export function snoozeChoices({ deadline }: Advice, today: CalendarDay): readonly SnoozeChoice[] {
  const choices: readonly SnoozeChoice[] = [
    { id: 'today', label: 'I dag', until: today },
    { id: 'week', label: '1 uge', until: addDays(today, 7) },
  ]
  if (!deadline || deadline.daysLeft < 0) return choices
  const dayBefore = addDays(deadline.due, -1)
  const intime = choices.filter(({ until }) => until <= dayBefore || until === today)
  return dayBefore > today ? [...intime, { id: 'deadline', label: 'Til dagen før fristen', until: dayBefore }] : intime
}
