import type { Answer } from '#demo/server/exchange.ts'
import { PART_GROUPS } from '#demo/screens.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { NOTE_LIMIT, valuesOf } from './inputs.ts'
import { sessionFacts } from '#demo/server/session.ts'
import type { PersonRoute } from './person-routes.ts'

const refused = (text: string): Answer => ({ status: 400, body: text })

/** Saves a posted form; answers with the pane to go back to. */
export function saveForm({ state, visit }: PersonRoute): Answer {
  const posted = new URLSearchParams(visit.exchange.body)
  const group = PART_GROUPS.find((known) => known === posted.get('gruppe'))
  const found = state.find(posted.get('id') ?? '')
  if (!found || found.lock || !group) return refused('')
  const author = sessionFacts(visit.session)['session.userName']
  const values = completed(valuesOf(posted, group), { group, today: state.today, author })
  if (tooLong(values)) return refused('')
  const saved = state.save(found, group, withRow(values, posted.get('raekke')))
  const id = saved?.id ?? null
  state.log({ session: visit.session.id, dialect: 'K', citizen: found.guid, path: visit.exchange.url.pathname, group, id, values })
  return saved ? { type: 'text/plain; charset=utf-8', body: `#${posted.get('tilbage')}` } : refused('')
}

const tooLong = (values: Readonly<Record<string, FactValue>>) => {
  const body = values['note.body']
  return typeof body === 'string' && body.length > NOTE_LIMIT
}

/** An empty row id asks for a new row. */
const withRow = (values: Readonly<Record<string, FactValue>>, id: string | null) => (id ? { values, id } : { values })

/** What the system itself writes on a new note. */
function completed(
  values: Readonly<Record<string, FactValue>>,
  { group, today, author }: { group: string; today: string; author: string },
): Readonly<Record<string, FactValue>> {
  if (group !== 'note') return values
  return {
    ...values,
    'note.registeredAt': `${today}T12:00`,
    'note.author': author,
    'note.source': 'Fasit',
    'note.status': 'Aktiv',
    'note.hasAttachment': false,
  }
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
    state.log({
      session: visit.session.id,
      dialect: 'K',
      citizen: found.guid,
      path: visit.exchange.url.pathname,
      group: 'section',
      id: row.id,
      values,
    })
  }
  return { type: 'text/plain; charset=utf-8', body: '#fane=AFKLARING' }
}
