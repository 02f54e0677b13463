import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { AdviceChange } from '#utils/assistant/advice-changes.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatDay, plural } from '#components/ui/format-da.ts'
import { ChangeList } from './change-list.tsx'

/** A pack to come, and what it would say otherwise of the case as it stands today. */
export interface ComingRules {
  readonly from: CalendarDay
  readonly packVersion: string
  readonly changes: readonly AdviceChange[]
}

/** "Kommende regler": a look ahead, and never advice in force. */
export function ComingRulesNotice({ coming: { from, packVersion, changes } }: { readonly coming: ComingRules }) {
  return (
    <section className="sh-group" aria-label="Kommende regler">
      <Disclosure
        summary={
          <span className="sh-group-title">
            Kommende regler <span className="sh-count">{plural(changes.length, 'råd ændres', 'råd ændres')} i denne sag</span>
          </span>
        }
      >
        <div className="sh-foreseen">
          <p data-ink="muted">
            Gælder fra {formatDay(from)} (regelpakke {packVersion}). Vises kun til orientering: sagen følger de nuværende regler til da.
          </p>
          {changes.length === 0 ? <p>Intet ændres i sagen, som den står nu.</p> : <ChangeList changes={changes} />}
        </div>
      </Disclosure>
    </section>
  )
}
