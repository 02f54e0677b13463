import type { CaseRecord } from '#demo/data/case-record.ts'
import { label } from '#demo/labels.ts'
import { CASE_LINE_KEYS, HEADER_KEYS, SCREENS } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import type { Session } from '#demo/server/session.ts'
import type { State } from '#demo/server/state.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { cprCell, spelt } from './format.ts'
import type { Spelling } from './format.ts'
import { page } from './page.ts'
import { textKey } from './tables.ts'

const NOT_IN_MENU = new Set(['note', 'note-editor', 'meeting-form'])
const MENU = SCREENS.filter((screen) => screen.citizens === 'single' && !NOT_IN_MENU.has(screen.kind))

export interface PersonPageView {
  readonly state: State
  readonly session: Session
  readonly spelling: Spelling
  /** All citizens open in this session, and which of them is in front. */
  readonly open: readonly CaseRecord[]
  readonly active: CaseRecord
}

/** The citizens' page: a tab for each open citizen, all in one document, only one of them shown. */
export function personPage(view: PersonPageView): string {
  const { open, active, session, spelling, state } = view
  const tabs = open
    .map((found) => {
      const name = String(state.facts(found)['citizen.name'])
      return html`<li
        class="tab topmenu-tab${found === active ? ' aktiv' : ''}"
        data-tab-target-id="PERSON"
        data-entity-id="${found.number}"
      >
        <a href="vis.do?id=${found.number}">${name}</a
        ><button type="button" class="luk" data-entity-id="${found.number}" aria-label="Luk ${name}">×</button>
      </li>`
    })
    .join('')
  const people = open.map((found) => person(view, found)).join('\n')
  return page({
    title: String(state.facts(active)['citizen.name']),
    session,
    spelling,
    content: raw(
      html`<ul class="person-faner">
          ${raw(tabs)}
        </ul>
        ${raw(people)}`,
    ),
  })
}

function person({ state, spelling, active }: PersonPageView, found: CaseRecord): string {
  const facts = state.facts(found)
  const menu = MENU.map(
    (screen) =>
      html`<li>
        <a href="#fane=${screen.k}" data-fane="${screen.k}" data-textkey="fagsystem.person.navigation.${screen.k.toLowerCase()}"
          >${screen.title}</a
        >
      </li>`,
  ).join('')
  const banner =
    found.lock?.kind === 'reserved'
      ? raw(
          html`<div class="alert alert-warning reserveret" role="alert" data-textkey="system.type.advarsel_item.reserveret_af">
            Borgeren er reserveret af ${found.lock.by}. Du kan læse, men ikke gemme.
          </div>`,
        )
      : null
  return html`<div
    class="person"
    id="person[${found.number}]"
    data-person-id="${found.number}"
    data-navn="${String(facts['citizen.name'])}"
    ${found === active ? null : raw(' hidden')}
  >
    ${banner}${header(found, facts, spelling)}${caseLine(found, facts, spelling)}
    <div class="arbejdsflade">
      <nav aria-label="Borgerens sider">
        <ul class="sidemenu">
          ${raw(menu)}
        </ul>
      </nav>
      <div class="rude" id="rude[${found.number}]"></div>
    </div>
  </div>`
}

type Facts = ReturnType<State['facts']>
const valueOf = (facts: Facts, key: FactKey) => (facts as Readonly<Record<string, Facts[keyof Facts]>>)[key]

function header(found: CaseRecord, facts: Facts, spelling: Spelling): Raw {
  const shielded = facts['citizen.protectedAddress'] === true
  const badge = shielded ? raw('<span class="label label-danger adressebeskyttet">Navne- og adressebeskyttelse</span>') : null
  const keys = HEADER_KEYS.filter((key) => key !== 'citizen.name' && key in facts)
  const cells = keys.map((key) => {
    const value =
      key === 'citizen.cpr' ? cprCell(String(facts['citizen.cpr']), found.number, spelling) : spelt(key, valueOf(facts, key), spelling)
    return html`<th scope="row" data-textkey="${textKey(key)}">${label(key, spelling.steering.labels)}:</th>
      <td>${value}</td>`
  })
  return raw(
    html`<div class="person-hoved">
        <h1 class="person-navn">${String(facts['citizen.name'])}</h1>
        ${badge}
      </div>
      <div class="person-kort">
        <table class="felter" id="person-hoved[${found.number}]">
          <tbody>
            ${raw(rowsOf(cells, 3))}
          </tbody>
        </table>
      </div>`,
  )
}

/** Short words of the case line: it has little room. */
const CASE_LINE_WORDS: Readonly<Partial<Record<FactKey, string>>> = {
  'case.number': 'Sagsnr.',
  'case.status': 'Status',
  'case.start': 'Startdato',
}

function caseLine(found: CaseRecord, facts: Facts, spelling: Spelling): Raw {
  const cells = CASE_LINE_KEYS.map(
    (key) =>
      html`<th scope="row" data-textkey="fagsystem.sagslinje.${key}">${CASE_LINE_WORDS[key] ?? label(key, spelling.steering.labels)}:</th>
        <td>${spelt(key, valueOf(facts, key), spelling)}</td>`,
  )
  return raw(
    html`<div class="sagslinje" id="sagslinje[${found.number}]" data-id="${found.caseGuid}" data-tilstand="AKTUEL">
      <table>
        <tbody>
          <tr>
            ${raw(cells.join(''))}
          </tr>
        </tbody>
      </table>
    </div>`,
  )
}

function rowsOf(cells: readonly string[], perRow: number): string {
  const rows: string[] = []
  for (let at = 0; at < cells.length; at += perRow) rows.push(`<tr>${cells.slice(at, at + perRow).join('')}</tr>`)
  return rows.join('\n')
}
