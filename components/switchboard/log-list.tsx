import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import type { LogLine } from '#utils/switchboard/board-log.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { Button } from '#components/ui/button.tsx'
import { formatClock, formatDay } from '#components/ui/format-da.ts'
import type { LogEntry } from '#proxy/contract/guidance.ts'

export interface LogListProps {
  readonly lines: readonly LogLine[]
  readonly nameOf: (switchId: string) => string
  readonly busy: boolean
  readonly onUndo: (entry: number) => void
}

const SHOWN = 30

/** Who changed what, when and why; newest first, and back with one click. */
export function LogList({ lines, nameOf, busy, onUndo }: LogListProps) {
  if (lines.length === 0) return <p data-ink="muted">Intet er ændret endnu.</p>
  return (
    <>
      <ol className="sh-log">
        {lines.slice(0, SHOWN).map(({ entry, about, mayUndo }) => (
          <li key={entry.entry}>
            <div>
              <p>
                <b>{actWords(entry)}</b> {nameOf((about ?? entry).switch)}
                {dayWords(entry)}
              </p>
              <p>{entry.reason}</p>
              <p className="sh-small" data-ink="muted">
                Post {entry.entry} · {formatDay(danishDay(new Date(entry.at)))} kl. {formatClock(entry.at)} · {entry.subject} (
                {entry.role === 'administrator' ? 'administrator' : 'leder'}){entry.unit === '*' ? ' · alle enheder' : ''}
              </p>
            </div>
            {mayUndo && (
              <Button look="outline" disabled={busy} label={`Fortryd post ${entry.entry}`} onPress={() => onUndo(entry.entry)}>
                Fortryd
              </Button>
            )}
          </li>
        ))}
      </ol>
      {lines.length > SHOWN && <p data-ink="muted">De nyeste {SHOWN} er vist. Hele loggen hentes hos driften.</p>}
    </>
  )
}

/** "Slog fra", "Godkendte post 4:" */
export function actWords({ action, on, about }: LogEntry): string {
  const way = on === false ? 'fra' : 'til'
  switch (action) {
    case 'set':
      return `Slog ${way}:`
    case 'propose':
      return `Foreslog at slå ${way}:`
    case 'approve':
      return `Godkendte post ${about}:`
    case 'reject':
      return `Afviste post ${about}:`
    case 'undo':
      return `Fortrød post ${about}:`
    case 'propose-undo':
      return `Foreslog at fortryde post ${about}:`
  }
}

function dayWords({ on, from, until }: LogEntry): string {
  if (on === null) return ''
  const [start, end] = [parseCalendarDay(from ?? ''), parseCalendarDay(until ?? '')]
  return `${start ? ` fra ${formatDay(start)}` : ''}${end ? ` til og med ${formatDay(end)}` : ''}`
}
