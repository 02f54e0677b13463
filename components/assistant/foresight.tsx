import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { AdviceChange } from '#utils/assistant/advice-changes.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatDayShort, formatWeekday, plural } from '#components/ui/format-da.ts'
import { ChangeList } from './change-list.tsx'

/** A day to come, and what will stand otherwise on it if nothing is done. */
export interface Foreseen {
  readonly label: string
  readonly day: CalendarDay
  readonly changes: readonly AdviceChange[]
}

/** What the rules would say tomorrow and next week, if the case stays as it is. */
export function Foresight({ days }: { readonly days: readonly Foreseen[] }) {
  return (
    <section className="sh-group" aria-label="Hvis intet sker">
      <Disclosure
        summary={
          <span className="sh-group-title">
            Hvis intet sker <span className="sh-count">{days.map(({ label, changes }) => `${label}: ${changes.length}`).join(' · ')}</span>
          </span>
        }
      >
        {days.map(({ label, day, changes }) => (
          <div key={day} className="sh-foreseen">
            <h4>
              {label}, {formatWeekday(day)} {formatDayShort(day)}
            </h4>
            {changes.length === 0 ? (
              <p data-ink="muted">Det samme som i dag.</p>
            ) : (
              <>
                <p data-ink="muted">{plural(changes.length, 'råd står', 'råd står')} anderledes end i dag:</p>
                <ChangeList changes={changes} />
              </>
            )}
          </div>
        ))}
      </Disclosure>
    </section>
  )
}
