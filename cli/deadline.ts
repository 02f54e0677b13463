import { parseArgs } from 'node:util'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { countLines, parseCount } from '#utils/guidance/calendar/count-text.ts'
import { countSteps, lastTimelyDay } from '#utils/guidance/calendar/day-count.ts'
import { CLOSING_DAYS, type WorkCalendar } from '#utils/guidance/calendar/work-calendar.ts'
import type { CommandOutput } from './main.ts'

const USAGE = `Brug: frist (--fra | --fra-og-med) ÅÅÅÅ-MM-DD --tael "7 arbejdsdage" [--lukket DAG]… [--json]
  --lukket: ${CLOSING_DAYS.join(', ')} eller en dato`

/** `frist`: counts a deadline day by day, so that it can be read, checked and printed. Gives the exit code. */
export function deadline(args: readonly string[], output: CommandOutput): number {
  const asked = read(args)
  if (asked === null) {
    output.err(USAGE)
    return 2
  }
  const { from, count, calendar, lines, json } = asked
  const data = () => ({ due: lastTimelyDay(from, count, calendar), steps: countSteps(from, count, calendar) })
  output.out(json ? JSON.stringify(data(), null, 2) : lines.join('\n'))
  return 0
}

function read(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fra: { type: 'string' },
      'fra-og-med': { type: 'string' },
      tael: { type: 'string', default: '' },
      lukket: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  })
  const days = [values.fra, values['fra-og-med']].filter((text) => text !== undefined).map(parseCalendarDay)
  const [from, another] = days
  const count = parseCount(values.tael, values.fra === undefined)
  const calendar = calendarOf(values.lukket)
  if (!from || another !== undefined || !count || !calendar) return null
  const lines = countLines(from, count, calendar)
  return lines && { from, count, calendar, lines, json: values.json }
}

function calendarOf(closed: readonly string[]): WorkCalendar | null {
  const closing = CLOSING_DAYS.filter((name) => closed.includes(name))
  const others = closed.filter((name) => !CLOSING_DAYS.some((known) => known === name)).map(parseCalendarDay)
  const closedDays = others.filter((day): day is CalendarDay => day !== null)
  return closedDays.length === others.length ? { closing, closedDays } : null
}
