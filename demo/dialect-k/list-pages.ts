import type { CaseRecord } from '#demo/data/case-record.ts'
import { PRODUCT, label, shownEnum } from '#demo/labels.ts'
import { allAccess, allTasks } from '#demo/server/api-m.ts'
import type { PersonRow } from '#demo/server/api.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { caseload, personRow, searchPeople } from '#demo/server/person-row.ts'
import type { Session } from '#demo/server/session.ts'
import type { State } from '#demo/server/state.ts'
import { hyphenCpr, shownDay, spelt } from './format.ts'
import type { Spelling } from './format.ts'
import { ROOT, page } from './page.ts'

export interface ListView {
  readonly state: State
  readonly session: Session
  readonly spelling: Spelling
  readonly query: URLSearchParams
}

const link = (person: Pick<PersonRow, 'number' | 'name'>, fane = 'PERSON_OVERBLIK') =>
  html`<a href="${ROOT}/person/vis.do?id=${person.number}#fane=${fane}">${person.name}</a>`

/** Start page of the practice environment: who is in it, and why. */
export function startPage({ state, session, spelling }: ListView): string {
  const named = state.cases.filter((found) => found.named)
  const people = named
    .map((found) => {
      const row = personRow(state, found)
      const group = row.targetGroup === null ? '' : shownEnum('case.targetGroup', row.targetGroup)
      return html`<li>
        ${raw(link(row))}
        <div class="sub">${[row.age === null ? '' : `${row.age} år`, group, row.team ?? ''].filter(Boolean).join(' · ')}</div>
        <p>${found.story}</p>
      </li>`
    })
    .join('\n')
  const content = html`<div class="kasse">
    <h1>Velkommen til ${PRODUCT}</h1>
    <p>
      Her kan du øve dig på sager, som ligner dem, du kender. Alle personer, virksomheder og numre er opdigtede, og intet forlader din
      maskine. Vælg en person, eller <a href="${ROOT}/sagsliste.do">se listen over borgere</a>.
    </p>
    <ul class="personer">
      ${raw(people)}
    </ul>
  </div>`
  return page({ title: 'Forside', session, spelling, menu: 'forside', content: raw(content) })
}

export function searchPage({ state, session, spelling, query }: ListView): string {
  const asked = query.get('q') ?? ''
  const hits = searchPeople(state, asked)
    .map((found) => {
      const row = personRow(state, found)
      return html`<div class="soegeresultat" data-entity-id="${row.number}">
        <h2>${raw(link(row))} (${hyphenCpr(row.cpr)})</h2>
        <div>
          ${row.caseType ?? ''}${row.targetGroup === null ? '' : `, ${shownEnum('case.targetGroup', row.targetGroup)}`} · ${row.team ?? ''}
        </div>
      </div>`
    })
    .join('\n')
  const content = html`<div class="kasse">
    <h1>Søgeresultat</h1>
    <p>Du søgte efter »${asked}«.</p>
    <div id="scrollableDiv">${raw(hits === '' ? '<p>Ingen fundet. Skriv mindst to bogstaver.</p>' : hits)}</div>
  </div>`
  return page({ title: 'Søgning', session, spelling, content: raw(content) })
}

const CASELOAD_HEADS = [
  'Navn',
  'CPR',
  'Alder',
  'Målgruppe',
  'Primær sag start',
  'Seneste samtale',
  'Næste frist',
  'Tilbud',
  'OBS',
  'Ansvarlig',
  'Team',
] as const

export function caseloadPage(view: ListView): string {
  const { state, session, spelling, query } = view
  const all = caseload(state, query.get('q') ?? '')
  const day = (value: string | null) => (value === null ? '' : shownDay(value, spelling))
  const body = (found: CaseRecord) => {
    const row = personRow(state, found)
    const late = row.nextDeadline !== null && row.nextDeadline < state.today
    return html`<tr class="table-row${late ? ' overskredet' : ''}" data-entity-id="${row.number}">
      <td>${raw(link(row))}</td>
      <td>${row.cpr}</td>
      <td>${row.age ?? ''}</td>
      <td>${row.targetGroup === null ? '' : shownEnum('case.targetGroup', row.targetGroup)}</td>
      <td>${day(row.caseStart)}</td>
      <td>${day(row.lastMeeting)}</td>
      <td>${day(row.nextDeadline)}</td>
      <td>${row.offers}</td>
      <td>${row.obs ? 'OBS' : ''}</td>
      <td>${row.caseworker ?? ''}</td>
      <td>${row.team ?? ''}</td>
    </tr>`
  }
  const content = html`<div class="kasse">
    <h1>Mine borgere</h1>
    ${listTable('sagsoversigt', CASELOAD_HEADS, { view, rows: all.map((found) => () => body(found)), path: 'sagsliste.do' })}
  </div>`
  return page({ title: 'Mine borgere', session, spelling, menu: 'sagsliste', content: raw(content) })
}

export function tasksPage(view: ListView): string {
  const { state, session, spelling } = view
  const rows = allTasks(state).map(
    ({ person, row }) =>
      () =>
        html`<tr class="table-row${String(row['task.due']) < state.today ? ' overskredet' : ''}" data-id="${row.id}">
          <td>${raw(link(person, 'OPGAVER'))}</td>
          <td>${String(row['task.title'] ?? '')}</td>
          <td>${String(row['task.category'] ?? '')}</td>
          <td>${spelt('task.due', row['task.due'], spelling)}</td>
          <td>${String(row['task.status'] ?? '')}</td>
          <td>${String(row['task.owner'] ?? '')}</td>
          <td>${String(row['task.team'] ?? '')}</td>
          <td>${String(row['task.source'] ?? '')}</td>
        </tr>`,
  )
  const heads = [
    'Borger',
    ...(['task.title', 'task.category', 'task.due', 'task.status', 'task.owner', 'task.team', 'task.source'] as const).map((key) =>
      label(key, spelling.steering.labels),
    ),
  ]
  return page({
    title: 'Opgaver',
    session,
    spelling,
    menu: 'opgaver',
    content: raw(
      html`<div class="kasse">
        <h1>Opgaver og advis</h1>
        ${listTable('ubehandlede-opgaver', heads, { view, rows, path: 'opgaver.do' })}
      </div>`,
    ),
  })
}

export function accessPage(view: ListView): string {
  const { state, session, spelling } = view
  const keys = ['access.requestId', 'access.law', 'access.requester', 'access.received', 'access.dueBy', 'access.decided'] as const
  const rows = allAccess(state).map(
    ({ person, facts }) =>
      () =>
        html`<tr class="table-row" data-entity-id="${person.number}">
          <td>${raw(link(person, 'AKTINDSIGT'))}</td>
          ${raw(keys.map((key) => html`<td>${spelt(key, facts[key], spelling)}</td>`).join(''))}
        </tr>`,
  )
  const heads = ['Borger', ...keys.map((key) => label(key, spelling.steering.labels))]
  return page({
    title: 'Aktindsigter',
    session,
    spelling,
    menu: 'aktindsigt',
    content: raw(
      html`<div class="kasse">
        <h1>Aktindsigter</h1>
        ${listTable('aktindsigt-oversigt', heads, { view, rows, path: 'aktindsigt.do' })}
      </div>`,
    ),
  })
}

interface ListTable {
  readonly view: ListView
  readonly rows: readonly (() => string)[]
  readonly path: string
}

/** A table of several citizens, paged by whole pages. */
function listTable(id: string, heads: readonly string[], { view, rows, path }: ListTable): Raw {
  const size = Math.max(1, Number(view.query.get('antal') ?? view.spelling.steering.pageSize) || view.spelling.steering.pageSize)
  const start = Math.max(0, Number(view.query.get('start') ?? 0) || 0)
  const step = (text: string, to: number, on: boolean) =>
    on
      ? html`<a class="paginate_button knap" href="${ROOT}/${path}?start=${to}&antal=${size}">${text}</a>`
      : html`<span class="paginate_button knap disabled">${text}</span>`
  const last = Math.min(rows.length, start + size)
  return raw(
    html`<div class="dataTables_wrapper">
      <table class="table table-striped" id="${id}">
        <thead>
          <tr>
            ${raw(heads.map((text) => html`<th scope="col">${text}</th>`).join(''))}
          </tr>
        </thead>
        <tbody>
          ${raw(
            rows
              .slice(start, last)
              .map((row) => row())
              .join('\n'),
          )}
        </tbody>
      </table>
      <div class="dataTables_info" role="status">Viser ${rows.length === 0 ? 0 : start + 1} til ${last} af ${rows.length}</div>
      <div class="dataTables_paginate">
        ${raw(step('Forrige', Math.max(0, start - size), start > 0))}${raw(step('Næste', start + size, last < rows.length))}
      </div>
    </div>`,
  )
}
