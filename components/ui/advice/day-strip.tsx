import type { Deadline } from '#utils/domain/advice.ts'
import { partsOf } from '#utils/domain/calendar-day.ts'
import { formatDay, formatDayShort, formatDaysLeft, formatDeadline, formatWeekday, plural } from '../format-da.ts'
import { isDayByDay, namedSkips, weeksOf, type DaySquare, type WeekRow } from './day-weeks.ts'
import { Milestones } from './milestones.tsx'

const WEEKDAYS = [
  ['ma', 'mandag'],
  ['ti', 'tirsdag'],
  ['on', 'onsdag'],
  ['to', 'torsdag'],
  ['fr', 'fredag'],
  ['lø', 'lørdag'],
  ['sø', 'søndag'],
] as const

/** The count of a deadline as a picture: days as small calendar weeks with the uncounted crossed out, months as milestones. */
export function DayStrip({ deadline }: { readonly deadline: Deadline }) {
  const byDay = isDayByDay(deadline.steps)
  const skips = byDay ? namedSkips(deadline.steps) : []
  return (
    <div className="sh-days">
      {byDay ? <Weeks rows={weeksOf(deadline)} deadline={deadline} /> : <Milestones deadline={deadline} />}
      {skips.length > 0 && (
        <ul className="sh-days-skips">
          {skips.map((step) => (
            <li key={step.day}>
              <b>{formatDayShort(step.day)}</b> {step.note}: tæller ikke
            </li>
          ))}
        </ul>
      )}
      <p>
        Sidste rettidige dag:{' '}
        <b>
          {formatWeekday(deadline.due)} {formatDay(deadline.due)}
        </b>{' '}
        ({formatDaysLeft(deadline.daysLeft)})
      </p>
    </div>
  )
}

function Weeks({ rows, deadline }: { readonly rows: readonly WeekRow[]; readonly deadline: Deadline }) {
  return (
    <table className="sh-weeks">
      <caption className="sh-hidden-text">Dag for dag, {formatDeadline(deadline.due, deadline.daysLeft)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(([short, name]) => (
            <th key={short} scope="col">
              <abbr title={name}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Week key={index} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Week({ row }: { readonly row: WeekRow }) {
  if (row.kind === 'fold') {
    return (
      <tr>
        <td className="sh-fold" colSpan={7}>
          {plural(row.weeks, 'uge', 'uger')} til ({formatDayShort(row.from)} – {formatDayShort(row.to)})
        </td>
      </tr>
    )
  }
  return (
    <tr>
      {row.days.map((day) => (
        <Day key={day.day} day={day} />
      ))}
    </tr>
  )
}

function Day({ day }: { readonly day: DaySquare }) {
  return (
    <td data-kind={day.kind} data-due={day.isDue || undefined} data-today={day.isToday || undefined} title={describe(day)}>
      <span aria-hidden="true">{partsOf(day.day).dayOfMonth}</span>
      {day.number !== null && <small aria-hidden="true">{day.number}</small>}
      <span className="sh-hidden-text">{describe(day)}</span>
    </td>
  )
}

const KIND_TEXT: Readonly<Record<DaySquare['kind'], string>> = { start: 'talt fra', counted: 'dag', skipped: 'tæller ikke', outside: '' }

function describe(day: DaySquare): string {
  const kind = day.number === null ? KIND_TEXT[day.kind] : `${KIND_TEXT[day.kind]} ${day.number}`
  const marks = [day.isDue ? 'sidste rettidige dag' : '', day.isToday ? 'i dag' : '']
  return [formatDayShort(day.day), kind, day.note ?? '', ...marks].filter(Boolean).join(', ')
}
