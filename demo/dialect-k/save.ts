import type { Answer } from '#demo/server/exchange.ts'
import { PART_GROUPS } from '#demo/screens.ts'
import type { GroupName } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { NOTE_LIMIT, valuesOf } from './forms.ts'
import { sessionFacts } from '#demo/server/session.ts'
import type { PersonRoute } from './person-routes.ts'

const refused = (text: string): Answer => ({ status: 400, body: text })

/** Saves a posted form; answers with the pane to go back to. */
export function saveForm({ state, visit }: PersonRoute): Answer {
  const form = new URLSearchParams(visit.exchange.body)
  const group = form.get('gruppe') ?? ''
  const found = state.find(form.get('id') ?? '')
  if (!found || found.lock || !PART_GROUPS.includes(group as GroupName)) return refused('')
  const row = form.get('raekke') || undefined
  const values = completed(valuesOf(form, group as GroupName), { group, today: state.today, author: sessionFacts(visit.session)['session.userName'] })
  if (String(values['note.body'] ?? '').length > NOTE_LIMIT) return refused('')
  const saved = state.save(found, group as GroupName, { values, ...(row !== undefined && { id: row }) })
  state.log({ session: visit.session.id, dialect: 'K', citizen: found.guid, path: visit.exchange.url.pathname, group, id: saved?.id ?? null, values })
  return saved ? { type: 'text/plain; charset=utf-8', body: `#${form.get('tilbage') ?? 'fane=PERSON_OVERBLIK'}` } : refused('')
}

/** What the system itself writes on a new note. */
function completed(values: Readonly<Record<string, FactValue>>, { group, today, author }: { group: string; today: string; author: string }): Readonly<Record<string, FactValue>> {
  if (group !== 'note') return values
  return { ...values, 'note.registeredAt': `${today}T12:00`, 'note.author': author, 'note.source': 'Fasit', 'note.status': 'Aktiv', 'note.hasAttachment': false }
}

/** Saves all sections of the plan at once. */
export function savePlan({ state, visit }: PersonRoute): Answer {
  const form = new URLSearchParams(visit.exchange.body)
  const found = state.find(form.get('id') ?? '')
  if (!found || found.lock) return refused('')
  for (const row of state.rows(found, 'section')) {
    const text = form.get(`command.afsnit[${row.id}]`)
    if (text === null) continue
    const values = { 'section.text': text === '' ? null : text.replaceAll('\r\n', '\n') }
    state.save(found, 'section', { id: row.id, values })
    state.log({ session: visit.session.id, dialect: 'K', citizen: found.guid, path: visit.exchange.url.pathname, group: 'section', id: row.id, values })
  }
  return { type: 'text/plain; charset=utf-8', body: '#fane=AFKLARING' }
}
