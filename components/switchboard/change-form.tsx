import { useCallback, useEffect, useId, useState } from 'react'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { BoardRule } from '#utils/switchboard/board-rules.ts'
import { Button } from '#components/ui/button.tsx'
import { PreviewBox } from './preview-box.tsx'
import type { PreviewState, SwitchboardEvents } from './switchboard-events.ts'

export interface ChangeFormProps {
  readonly rule: BoardRule
  readonly today: CalendarDay
  readonly shortestReason: number
  /** Another supervisor must approve before it holds. */
  readonly needsApproval: boolean
  readonly mayChangeAll: boolean
  readonly busy: boolean
  readonly preview: PreviewState | null
  readonly on: SwitchboardEvents
  readonly onClose: () => void
}

/** What somebody is filling in. */
interface Draft {
  readonly from: string
  readonly until: string
  readonly reason: string
  readonly everyUnit: boolean
}

/** From when, why, and what it would change: then the switch. */
export function ChangeForm(props: ChangeFormProps) {
  const { rule, today, on, onClose, preview } = props
  const wanted = !rule.on
  const [draft, setDraft] = useState<Draft>({ from: today, until: '', reason: '', everyUnit: false })
  const day = dayOf(draft, today)
  const { everyUnit } = draft
  const { preview: ask, stopPreview } = on
  const again = useCallback(() => {
    if (day !== null) ask({ rule: rule.id, on: wanted, day, everyUnit })
  }, [ask, rule.id, wanted, day, everyUnit])
  useEffect(again, [again])
  useEffect(() => stopPreview, [stopPreview])
  const send = async () => {
    const { from, until, reason } = draft
    const wish = { rule: rule.id, on: wanted, from, until: until === '' ? null : until, reason: reason.trim(), everyUnit }
    if (await on.change(wish)) onClose()
  }
  return (
    <div className="sh-change" role="group" aria-label={`${wanted ? 'Slå til' : 'Slå fra'}: ${rule.title}`}>
      <Fields draft={draft} onChange={setDraft} {...props} />
      <PreviewBox preview={preview} onStop={stopPreview} onAgain={again} />
      <Acts draft={draft} wanted={wanted} fits={day !== null} onSend={() => void send()} {...props} />
    </div>
  )
}

/** The first day, when the days can be used. */
function dayOf({ from, until }: Draft, today: CalendarDay): CalendarDay | null {
  const day = parseCalendarDay(from)
  return day !== null && day >= today && (until === '' || until >= from) ? day : null
}

interface FieldsProps extends ChangeFormProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

function Fields({ draft, onChange, today, shortestReason, mayChangeAll }: FieldsProps) {
  const id = useId()
  const { from, until, reason, everyUnit } = draft
  return (
    <>
      <div className="sh-change-days">
        <DayField label="Fra og med" value={from} min={today} onChange={(value) => onChange({ ...draft, from: value })} />
        <DayField label="Til og med (kan udelades)" value={until} min={from} onChange={(value) => onChange({ ...draft, until: value })} />
      </div>
      <div className="sh-field">
        <label htmlFor={`${id}-why`}>Begrundelse</label>
        <textarea
          id={`${id}-why`}
          rows={2}
          maxLength={500}
          value={reason}
          autoComplete="off"
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange({ ...draft, reason: event.target.value })}
        />
        <p id={`${id}-help`} className="sh-small" data-ink="muted">
          Mindst {shortestReason} tegn. Kolleger læser den ved reglen, og den står i loggen. Skriv intet om borgere.
        </p>
      </div>
      {mayChangeAll && (
        <label className="sh-check">
          <input type="checkbox" checked={everyUnit} onChange={(event) => onChange({ ...draft, everyUnit: event.target.checked })} />
          For alle kommunens enheder
        </label>
      )}
    </>
  )
}

interface ActsProps extends ChangeFormProps {
  readonly draft: Draft
  readonly wanted: boolean
  readonly fits: boolean
  readonly onSend: () => void
}

function Acts({ draft: { reason }, wanted, fits, busy, shortestReason, needsApproval, onSend, onClose }: ActsProps) {
  const verb = wanted ? 'slå reglen til' : 'slå reglen fra'
  return (
    <div className="sh-change-acts">
      <Button look="primary" disabled={busy || !fits || reason.trim().length < shortestReason} onPress={onSend}>
        {needsApproval ? `Foreslå at ${verb}` : verb.replace('s', 'S')}
      </Button>
      <Button look="outline" onPress={onClose}>
        Annullér
      </Button>
      {needsApproval && <span data-ink="muted">En anden leder skal godkende, før det gælder.</span>}
      {!fits && <span data-ink="soon">Datoerne passer ikke sammen.</span>}
    </div>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly min: string
  readonly onChange: (value: string) => void
}

function DayField({ label, value, min, onChange }: DayFieldProps) {
  const id = useId()
  return (
    <div className="sh-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} min={min} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
