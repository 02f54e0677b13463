import type { Advice } from '#utils/domain/advice.ts'
import { DayStrip } from '#components/ui/advice/day-strip.tsx'
import { RuleStatus } from '#components/ui/advice/rule-status.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatDay, formatDaysLeft, formatWeekday } from '#components/ui/format-da.ts'
import { Badge } from '#components/ui/badge.tsx'

/** When the request must be answered, counted out by the same rules as everywhere else. */
export function DeadlineBox({ advice }: { readonly advice: Advice }) {
  const { deadline } = advice
  if (deadline === null) return null
  const late = deadline.daysLeft < 0
  return (
    <div className="sh-deadline">
      <p className="sh-deadline-day">
        <span data-ink="muted">Svar senest</span>
        <strong>
          {formatWeekday(deadline.due)} {formatDay(deadline.due)}
        </strong>
        <Badge tone={late ? 'late' : 'soon'} icon={late ? 'alert' : 'clock'}>
          {formatDaysLeft(deadline.daysLeft)}
        </Badge>
      </p>
      <DayStrip deadline={deadline} />
      <Disclosure summary={advice.title}>
        <p>{advice.text}</p>
        <RuleStatus advice={advice} />
      </Disclosure>
    </div>
  )
}
