import type { CalendarDay } from '../../../utils/domain/calendar-day.ts'
import type { DocumentNode } from '../../../utils/knowledge/document.ts'
import { readDate } from '../../../utils/knowledge/read-date.ts'
import { tokenise } from '../../../utils/knowledge/tokens.ts'

const COMMENCES =
  /^(?:loven|bekendtgørelsen|lovbekendtgørelsen|vejledningen|cirkulæret|anordningen|reglerne)?\s*(?:har virkning og )?træder i kraft\s+(?:den\s+)?/iu
/** A consolidated act repeats when its older parts commenced; that says nothing of the text itself. */
const SAYS_ITSELF: ReadonlySet<string> = new Set(['LOV', 'BEK', 'VEJ', 'CIR', 'CIS'])

/** The day that a document itself says it takes effect; the first where it names several. `null`: it does not say. */
export function commencementOf(type: string | null, nodes: readonly DocumentNode[]): CalendarDay | null {
  if (type === null || !SAYS_ITSELF.has(type)) return null
  const days = nodes.filter(({ unit }) => unit === 'stk' || unit === 'paragraph').flatMap(({ own }) => dayIn(own) ?? [])
  return days.toSorted()[0] ?? null
}

function dayIn(own: string): CalendarDay | null {
  const opening = COMMENCES.exec(own)
  if (!opening) return null
  const read = readDate(tokenise(own.slice(opening[0].length, opening[0].length + 40)), 0)
  return read?.date ?? null
}
