import { addDays, addMonths, daysBetween, type CalendarDay } from '#utils/domain/calendar-day.ts'

/** A stretch of days, both ends in it. */
export interface DayWindow {
  readonly first: CalendarDay
  readonly last: CalendarDay
}

/** "From month 3 to 6": from the day when so many months have passed, to and including the day when the others have. */
export function monthWindow(start: CalendarDay, fromMonth: number, toMonth: number): DayWindow {
  return { first: addMonths(start, fromMonth), last: addMonths(start, toMonth) }
}

/** The events that lie in the window. */
export function within({ first, last }: DayWindow, days: readonly CalendarDay[]): readonly CalendarDay[] {
  return days.filter((at) => first <= at && at <= last)
}

/**
 * The day by which event number `number` of `needed` should be held, when they are spread evenly; the last falls on the
 * window's last day. `null` when no further one is needed, or the numbers make no sense.
 */
export function paceDay({ first, last }: DayWindow, needed: number, number: number): CalendarDay | null {
  const total = daysBetween(first, last)
  if (!Number.isInteger(needed) || !Number.isInteger(number) || needed < 1 || number < 1 || number > needed || total < 0) return null
  return addDays(first, Math.floor((total * number) / needed))
}

export interface Pace {
  /** Events in the window. */
  readonly held: number
  readonly needed: number
  /** When the next one should be held; `null` when there are enough. */
  readonly nextBy: CalendarDay | null
  /** `early`: the window has not begun · `behind`: an even spread would have had one more · `missed`: the window is over. */
  readonly state: 'early' | 'on-pace' | 'behind' | 'enough' | 'missed'
}

/** How far along a duty of several events in a window is. */
export function paceOn(today: CalendarDay, window: DayWindow, needed: number, days: readonly CalendarDay[]): Pace {
  const held = within(window, days).length
  const nextBy = paceDay(window, needed, held + 1)
  return { held, needed, nextBy, state: stateOn(today, window, nextBy) }
}

function stateOn(today: CalendarDay, { first, last }: DayWindow, nextBy: CalendarDay | null): Pace['state'] {
  if (nextBy === null) return 'enough'
  if (today > last) return 'missed'
  if (today < first) return 'early'
  return today > nextBy ? 'behind' : 'on-pace'
}

const STATE_WORDS: Readonly<Record<Pace['state'], string>> = {
  early: 'perioden er ikke begyndt',
  'on-pace': 'på vej',
  behind: 'bagud',
  enough: 'nok',
  missed: 'perioden er slut, og der mangler',
}

/** "1 af 2: bagud. Den næste bør ligge senest …" without a date's wording: the caller formats days. */
export function paceSentence({ held, needed, nextBy, state }: Pace, dayText: (of: CalendarDay) => string): string {
  const next = nextBy === null || state === 'missed' ? '' : ` Den næste bør holdes senest ${dayText(nextBy)}.`
  return `${held} af ${needed}: ${STATE_WORDS[state]}.${next}`
}
