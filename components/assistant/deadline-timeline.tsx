import type { Advice, Deadline } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { isInForce } from '#utils/assistant/advice-groups.ts'
import { timePosition } from '#utils/assistant/time-scale.ts'
import { lookOf } from '#components/ui/advice/verdict.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatDay, formatDaysLeft, plural } from '#components/ui/format-da.ts'
import { stackDots, ticksFor, type Range } from './timeline-layout.ts'

export interface Dated {
  readonly advice: Advice
  readonly deadline: Deadline
}

const WIDTH = 320
const EDGE = 22
/** Room over the axis for one row of dots. */
const TOP = 26
const STEP = 11

/** Deadlines that are still open, nearest first. */
export function openDeadlines(advice: readonly Advice[]): readonly Dated[] {
  return advice
    .filter((one) => (one.verdict === 'due' || one.verdict === 'breached') && isInForce(one))
    .flatMap((one) => (one.deadline ? [{ advice: one, deadline: one.deadline }] : []))
    .toSorted((a, b) => a.deadline.daysLeft - b.deadline.daysLeft)
}

/** All open deadlines on one line, with today in its place; the same as a table for whoever reads that better. */
export function DeadlineTimeline({ advice }: { readonly advice: readonly Advice[] }) {
  const dated = openDeadlines(advice)
  if (dated.length === 0) return null
  return (
    <section className="sh-timeline" aria-label="Frister">
      <Picture dated={dated} />
      <Disclosure summary="Fristerne som tabel">
        <table className="sh-table">
          <thead>
            <tr>
              <th scope="col">Frist</th>
              <th scope="col">Dage</th>
              <th scope="col">Handler om</th>
            </tr>
          </thead>
          <tbody>
            {dated.map(({ advice: one, deadline }) => (
              <tr key={adviceKey(one)}>
                <td>{formatDay(deadline.due)}</td>
                <td data-ink={lookOf(one).tone}>{formatDaysLeft(deadline.daysLeft)}</td>
                <td>{one.title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  )
}

function Picture({ dated }: { readonly dated: readonly Dated[] }) {
  const days = dated.map(({ deadline }) => deadline.daysLeft)
  const range: Range = { earliest: Math.min(-7, ...days), latest: Math.max(30, ...days) }
  const x = (day: number) => EDGE + timePosition(day, range) * (WIDTH - 2 * EDGE)
  const dots = stackDots(days.map(x))
  const base = TOP + Math.max(0, ...dots) * STEP
  const late = days.filter((day) => day < 0).length
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${base + 20}`}
      role="img"
      aria-label={`${plural(dated.length, 'frist', 'frister')}, ${late} overskredet, nærmeste ${formatDaysLeft(days.find((day) => day >= 0) ?? days.at(-1) ?? 0)}`}
    >
      <rect className="sh-past" x="0" y="6" width={x(0)} height={base - 6} />
      <line className="sh-axis" x1="4" x2={WIDTH - 4} y1={base} y2={base} />
      {ticksFor(range, x).map((tick) => (
        <g key={tick.day}>
          <line className="sh-tick" x1={x(tick.day)} x2={x(tick.day)} y1={base} y2={base + 4} />
          <text x={x(tick.day)} y={base + 15} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      <line className="sh-today" x1={x(0)} x2={x(0)} y1="4" y2={base + 4} />
      <text className="sh-today-label" x={x(0)} y={base + 15} textAnchor="middle">
        i dag
      </text>
      {dated.map(({ advice, deadline }, index) => (
        <Dot
          key={adviceKey(advice)}
          x={x(deadline.daysLeft)}
          y={base - 9 - (dots[index] ?? 0) * STEP}
          tone={lookOf(advice).tone}
          title={`${advice.title}: ${formatDaysLeft(deadline.daysLeft)}`}
        />
      ))}
    </svg>
  )
}

/** Late ones are squares, the rest circles: not by colour alone. */
function Dot({ x, y, tone, title }: { readonly x: number; readonly y: number; readonly tone: string; readonly title: string }) {
  return (
    <g className="sh-time-dot" data-ink={tone}>
      <title>{title}</title>
      {tone === 'late' ? <rect x={x - 4} y={y - 4} width="8" height="8" rx="1.5" /> : <circle cx={x} cy={y} r="4" />}
    </g>
  )
}
