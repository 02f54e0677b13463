import type { CaseRecord } from '#demo/data/case-record.ts'
import type { RowRecord } from '#demo/data/case-record.ts'
import { filterStatus } from '#demo/server/api-parts.ts'
import type { Answer } from '#demo/server/exchange.ts'
import { html, raw } from '#demo/server/html.ts'
import type { State } from '#demo/server/state.ts'
import { delayOf, failureOf, wait } from '#demo/server/steer.ts'
import type { Visit } from '#demo/server/visit.ts'
import { SCREENS } from '#demo/screens.ts'
import { isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { Pane } from './context.ts'
import { formOf } from './forms.ts'
import { hyphenCpr, richText } from './format.ts'
import { errorPage } from './login.ts'
import { page } from './page.ts'
import { tableOf } from './pane-parts.ts'
import { paneOf } from './panes.ts'
import { personPage } from './person-page.ts'
import { chosen } from '#demo/server/oracle.ts'

export interface PersonRoute {
  readonly state: State
  readonly visit: Visit
  readonly frameOrigin: string
}

const GONE: Answer = { status: 404, body: '' }

/** Opens a citizen as a tab beside those open already. */
export async function openPerson(to: PersonRoute): Promise<Answer> {
  const { state, visit } = to
  const { session, exchange } = visit
  const found = state.find(exchange.url.searchParams.get('id') ?? '')
  await wait(delayOf(session.steering, 'head'))
  const failure = failureOf(session.steering, 'head')
  if (!found) return { status: 404, body: errorPage(to, 'Borgeren findes ikke', 'Der er ingen borger med det nummer.') }
  if (found.lock?.kind === 'no-access' || failure === '403') {
    return { status: 403, body: errorPage(to, 'Du har ikke adgang til denne borger', 'Kontakt din leder, hvis du skal arbejde med sagen.') }
  }
  if (failure === '500') return { status: 500, body: errorPage(to, 'Der opstod en fejl', 'Prøv igen om lidt.') }
  const number = String(found.number)
  if (!session.openTabs.includes(number)) session.openTabs = [...session.openTabs, number].slice(-8)
  const open = session.openTabs.map((tab) => state.find(tab)).filter((tab) => tab !== null)
  return { body: personPage({ state, session, open, active: found, spelling: { today: state.today, steering: session.steering } }) }
}

export function closeTab({ visit }: PersonRoute): Answer {
  const id = new URLSearchParams(visit.exchange.body).get('id')
  visit.session.openTabs = visit.session.openTabs.filter((tab) => tab !== id)
  return { body: '' }
}

function paneFor({ state, visit, frameOrigin }: PersonRoute, found: CaseRecord): Pane {
  const { session, exchange } = visit
  return {
    state,
    found,
    session,
    frameOrigin,
    facts: state.facts(found),
    query: exchange.url.searchParams,
    spelling: { today: state.today, steering: session.steering },
  }
}

function reachable({ state, visit }: PersonRoute): CaseRecord | null {
  const found = state.find(visit.exchange.url.searchParams.get('id') ?? '')
  return found?.lock?.kind === 'no-access' ? null : found
}

/** One pane of a citizen, late or failing as its screen's groups are steered. */
export async function paneAnswer(to: PersonRoute): Promise<Answer> {
  const found = reachable(to)
  const name = to.visit.exchange.url.searchParams.get('fane') ?? 'PERSON_OVERBLIK'
  const failed = await steered(to, partsOf(name))
  if (failed) return failed
  const markup = found ? paneOf(name, paneFor(to, found)) : null
  return markup === null ? GONE : { body: markup }
}

/** What steering may call a pane: its page kind or a group on it. */
function partsOf(name: string): readonly string[] {
  const screen = SCREENS.find((known) => known.k === name && known.citizens === 'single')
  if (!screen) return []
  return [...new Set([screen.kind, ...screen.facts.map((key) => key.split('.')[0] ?? ''), ...screen.lists.map(({ group }) => group)])]
}

async function steered({ visit }: PersonRoute, parts: readonly string[]): Promise<Answer | null> {
  const { steering } = visit.session
  const own = parts.find((part) => steering.latencyOf[part] !== undefined) ?? parts[0] ?? ''
  await wait(delayOf(steering, own))
  const failure = parts.map((part) => failureOf(steering, part)).find((kind) => kind !== null && kind !== 'partial')
  return failure ? { status: Number(failure), body: '' } : null
}

/** Another page of a table. */
export async function tableAnswer(to: PersonRoute): Promise<Answer> {
  const found = reachable(to)
  const query = to.visit.exchange.url.searchParams
  const group = query.get('gruppe') ?? ''
  const failed = await steered(to, [group])
  if (failed) return failed
  if (!found || !isListGroup(group)) return GONE
  const pane = paneFor(to, found)
  const list = SCREENS.filter((screen) => screen.kind !== 'overview')
    .flatMap(({ lists }) => lists)
    .find((known) => known.group === group)
  if (group !== 'note') {
    return {
      body: tableOf(pane, { group, columns: list?.keys ?? keysOfGroup(group), rows: chosen(to.state, found, { group, rows: 'all' }) })
        .markup,
    }
  }
  const status = query.get('status') || 'Aktiv'
  const columns = keysOfGroup('note').filter((key) => !['note.body', 'note.visibleToCitizen', 'note.status'].includes(key))
  return { body: tableOf(pane, { group, columns, rows: filterStatus(to.state.rows(found, 'note'), 'note', status), status }).markup }
}

export async function noteText(to: PersonRoute): Promise<Answer> {
  const found = reachable(to)
  const failed = await steered(to, ['note'])
  if (failed) return failed
  const id = to.visit.exchange.url.searchParams.get('notat')
  const row = found ? (to.state.rows(found, 'note') as readonly RowRecord<'note'>[]).find((note) => note.id === id) : undefined
  return row ? { body: html`<div class="tekst" data-felt="Tekst">${raw(richText(String(row['note.body'] ?? '')))}</div>` } : GONE
}

export function cprOf(to: PersonRoute): Answer {
  const found = reachable(to)
  return found ? { type: 'text/plain; charset=utf-8', body: hyphenCpr(String(to.state.facts(found)['citizen.cpr'])) } : GONE
}

/** The pop-up window that books a talk or registers it as held. */
export function meetingWindow(to: PersonRoute): Answer {
  const found = reachable(to)
  if (!found) return GONE
  const pane = paneFor(to, found)
  const id = to.visit.exchange.url.searchParams.get('samtale')
  const row = to.state.rows(found, 'meeting').find((meeting) => meeting.id === id)
  const values: Readonly<Record<string, FactValue>> = row
    ? { ...row }
    : {
        'meeting.type': 'Jobsamtale',
        'meeting.form': 'Personligt fremmøde',
        'meeting.status': 'Planlagt',
        'meeting.participants': String(pane.facts['citizen.name']),
      }
  const body = formOf({
    pane,
    group: 'meeting',
    row: row?.id ?? null,
    keys: keysOfGroup('meeting'),
    values,
    back: 'fane=KONTAKTFORLOEB',
    popup: true,
  })
  const content = html`<div class="kasse samtale-vindue" data-person-id="${found.number}">
    <h1>Samtale – ${String(pane.facts['citizen.name'])} (${hyphenCpr(String(pane.facts['citizen.cpr']))})</h1>
    ${body}
  </div>`
  return { body: page({ title: 'Samtale', session: pane.session, spelling: pane.spelling, content: raw(content), bare: true }) }
}
