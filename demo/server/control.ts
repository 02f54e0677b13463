import type { RowRecord } from '#demo/data/case-record.ts'
import { redirect } from './exchange.ts'
import type { Answer } from './exchange.ts'
import { html, raw } from './html.ts'
import type { State } from './state.ts'
import { steerBy } from './steer.ts'
import { DATE_STYLES } from './steering.ts'
import type { Visit } from './visit.ts'

/** The control page: steers this browser session, lets a colleague write a note, ends the session. */
export function controlPage(state: State, visit: Visit): Answer {
  const { exchange, session } = visit
  if (exchange.method === 'POST') {
    const form = new URLSearchParams(exchange.body)
    session.steering = steerBy(form, session.steering)
    if (form.get('logout') === '1') session.loggedIn = false
    const to = form.get('colleagueNote')
    if (to) colleagueNote(state, visit, to)
    return redirect('/__control')
  }
  if (exchange.url.searchParams.get('format') === 'json') return { type: 'application/json', body: JSON.stringify(session.steering) }
  return { body: page(state, session.steering) }
}

/** A note that another caseworker writes while the page is open: it comes first in the journal. */
function colleagueNote(state: State, visit: Visit, citizen: string): void {
  const found = state.find(citizen)
  if (!found) return
  const values: Omit<RowRecord<'note'>, 'id'> = {
    'note.title': 'Opkald fra virksomhed',
    'note.noteType': 'Telefonnotat',
    'note.eventAt': `${state.today}T14:02`,
    'note.registeredAt': `${state.today}T14:05`,
    'note.case': String(found.facts['case.number']),
    'note.source': 'Fasit',
    'note.author': 'Steffen Aaby',
    'note.hasAttachment': false,
    'note.status': 'Aktiv',
    'note.body': 'Kollega har skrevet dette notat, mens siden var åben.',
    'note.visibleToCitizen': true,
  }
  const saved = state.save(found, 'note', { values })
  state.log({
    session: visit.session.id,
    dialect: 'control',
    citizen: found.guid,
    path: '/__control',
    group: 'note',
    id: saved?.id ?? null,
    values: {},
  })
}

function page(state: State, steering: Visit['session']['steering']): string {
  const field = (name: string, text: string, value: string) =>
    html`<p>
      <label>${text}<br /><input name="${name}" value="${value}" autocomplete="off" size="40" /></label>
    </p>`
  const pairs = (values: object) =>
    Object.entries(values)
      .map(([name, value]) => `${name}:${String(value)}`)
      .join(',')
  return html`<!doctype html>
    <html lang="da">
      <meta charset="utf-8" /><title>Styring – Sagsbord</title>
      <body style="font:15px/1.4 sans-serif;max-width:44rem;margin:2rem auto">
        <h1>Styring af øvelsesmiljøet</h1>
        <p>Gælder kun denne browsersession.</p>
        <form method="post">
          ${raw(field('s.latency', 'Ventetid i ms, fra-til', `${steering.latencyMin}-${steering.latencyMax}`))}
          ${raw(field('s.latencyOf', 'Ventetid for enkelte dele (contact:4000,head:100)', pairs(steering.latencyOf)))}
          ${raw(field('s.fail', 'Fejl (note:500, offer:partial, *:401)', pairs(steering.fail)))}
          ${raw(field('s.pageSize', 'Rækker pr. side', String(steering.pageSize)))}
          ${raw(field('s.virtual', 'Virtuelle tabeller (on/off)', steering.virtual ? 'on' : 'off'))}
          ${raw(field('s.dates', `Datoformat (${DATE_STYLES.join(', ')})`, steering.dates))}
          ${raw(field('s.mask', 'Skjul CPR (on/off)', steering.maskCpr ? 'on' : 'off'))}
          ${raw(field('s.labels', 'Ordvalg (0, 1, 2)', String(steering.labels)))}
          ${raw(field('s.preview', 'Forhåndsversion (on/off)', steering.preview ? 'on' : 'off'))}
          ${raw(field('s.titleLag', 'Fanetitlen halter (ms)', String(steering.titleLag)))}
          ${raw(field('s.stale', 'Gamle paneler bliver (ms)', String(steering.stalePanels)))}
          ${raw(field('s.expires', 'Session udløber efter n svar (never)', steering.expiresAfter === null ? 'never' : String(steering.expiresAfter)))}
          <button>Gem styring</button> <button name="s.reset" value="1">Nulstil</button> <button name="logout" value="1">Log ud</button>
        </form>
        <h2>En kollega skriver et notat</h2>
        <form method="post">
          <select name="colleagueNote">
            ${raw(
              state.cases
                .filter((found) => found.named)
                .map((found) => html`<option value="${found.guid}">${String(found.facts['citizen.name'])}</option>`)
                .join(''),
            )}
          </select>
          <button>Skriv notat</button>
        </form>
      </body>
    </html>`
}
