import type { Deadline, DayStep } from '#utils/domain/advice.ts'
import { formatDay } from '../format-da.ts'
import { isStart } from './day-weeks.ts'

/** So many milestones are shown whole; of more, the first and last few. */
const SHOWN = 7
const AT_EACH_END = 3

/** A count in months or many weeks, as the days it passes. */
export function Milestones({ deadline }: { readonly deadline: Deadline }) {
  const { steps, due } = deadline
  if (steps.length === 0) return null
  const short = steps.length <= SHOWN
  const head = short ? steps : steps.slice(0, AT_EACH_END)
  const tail = short ? [] : steps.slice(-AT_EACH_END)
  return (
    <ol className="sh-milestones">
      {head.map((step, index) => (
        <Milestone key={`${step.day}|${index}`} step={step} start={isStart(steps, step)} due={step.day === due} />
      ))}
      {!short && <li className="sh-fold">{steps.length - 2 * AT_EACH_END} trin imellem</li>}
      {tail.map((step, index) => (
        <Milestone key={`${step.day}|${index}`} step={step} start={false} due={step.day === due} />
      ))}
    </ol>
  )
}

function Milestone({ step, start, due }: { readonly step: DayStep; readonly start: boolean; readonly due: boolean }) {
  const note = step.note ?? (step.number === null ? '' : `dag ${step.number}`)
  return (
    <li data-kind={start ? 'start' : undefined} data-due={due || undefined}>
      <span>{formatDay(step.day)}</span> <span data-ink="muted">{start ? `talt fra: ${note}` : note}</span>
    </li>
  )
}
