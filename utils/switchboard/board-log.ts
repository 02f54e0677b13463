import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { ALL_UNITS, type LogEntry } from '#proxy/contract/guidance.ts'

/** A line of the log as the switchboard tells it. */
export interface LogLine {
  readonly entry: LogEntry
  /** What the line decides about, where it decides about another. */
  readonly about: LogEntry | null
  /** It did something that still holds and can be taken back with one click. */
  readonly mayUndo: boolean
}

export interface LogAsk {
  /** In any order. */
  readonly entries: readonly LogEntry[]
  readonly today: CalendarDay
  readonly mayChangeAll: boolean
  /** Switches that cannot be off. */
  readonly locked: readonly string[]
}

/** The log, newest first, with the one line of each switch that can be taken back: the last that set it and still holds. */
export function logLines({ entries, today, mayChangeAll, locked }: LogAsk): readonly LogLine[] {
  const byNumber = new Map(entries.map((entry) => [entry.entry, entry]))
  const aboutOf = ({ about }: LogEntry) => (about === null ? null : (byNumber.get(about) ?? null))
  const holds = holdingIn(entries, aboutOf)
  const newest = new Map<string, number>()
  for (const entry of entries) {
    const wish = wishOf(entry, aboutOf)
    if (wish === null || wish.about !== null || !holds(entry.entry) || (wish.until !== null && wish.until < today)) continue
    const name = `${entry.unit}\n${entry.switch}`
    newest.set(name, Math.max(newest.get(name) ?? 0, entry.entry))
  }
  const free = new Set(newest.values())
  const allowed = (entry: LogEntry) =>
    free.has(entry.entry) &&
    (mayChangeAll || (entry.unit !== ALL_UNITS && entry.switch !== 'model-use')) &&
    // Undoing "on" would switch off.
    !(locked.includes(entry.switch) && wishOf(entry, aboutOf)?.on === true)
  return entries.toSorted((a, b) => b.entry - a.entry).map((entry) => ({ entry, about: aboutOf(entry), mayUndo: allowed(entry) }))
}

type AboutOf = (entry: LogEntry) => LogEntry | null

/** What a line brought about: its own wish, or the proposal's that it approved. `null`: nothing. */
function wishOf(entry: LogEntry, aboutOf: AboutOf): LogEntry | null {
  if (entry.action === 'set' || entry.action === 'undo') return entry
  return entry.action === 'approve' ? aboutOf(entry) : null
}

/** Whether a line's effect stands: nothing that stands itself has taken it back. */
function holdingIn(entries: readonly LogEntry[], aboutOf: AboutOf): (entry: number) => boolean {
  const takenBackBy = new Map<number, number[]>()
  for (const entry of entries) {
    const target = wishOf(entry, aboutOf)?.about ?? null
    if (target !== null) takenBackBy.set(target, [...(takenBackBy.get(target) ?? []), entry.entry])
  }
  const holds = (entry: number): boolean => !(takenBackBy.get(entry) ?? []).some(holds)
  return holds
}
