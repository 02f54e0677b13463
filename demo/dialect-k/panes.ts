import type { RowRecord } from '#demo/data/case-record.ts'
import { groupLabel, word } from '#demo/labels.ts'
import { SCREENS } from '#demo/screens.ts'
import type { PageKind, Screen } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { chosen } from '#demo/server/oracle.ts'
import type { Row } from '#demo/server/state.ts'
import { failureOf } from '#demo/server/steer.ts'
import { keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, GroupName, ListGroup, SingleGroup } from '#utils/domain/fact-catalogue.ts'
import type { Pane } from './context.ts'
import { hasAny, present } from './context.ts'
import { editPane, notePane, prepForm, writePane } from './forms.ts'
import { hyphenCpr } from './format.ts'
import { ROOT } from './page.ts'
import { fieldTable, pagedTable, panel } from './tables.ts'

/** The content of a pane, or `null` when the classic dialect has no such pane. */
export function paneOf(name: string, pane: Pane): string | null {
  const special: Readonly<Record<string, (pane: Pane) => Raw>> = {
    JOURNAL: journalPane, JOURNAL_NOTAT: notePane, JOURNAL_NYT: writePane, PERSON_STAMDATA: relationsPane, PERSON_OVERBLIK: overviewPane, SYGEDAGPENGE: sicknessPane, REDIGER: editPane,
    AFKLARING: prepPane,
  }
  const screen = SCREENS.find((known) => known.k === name && known.citizens === 'single')
  const make = special[name] ?? (screen ? () => plainPane(screen, pane) : undefined)
  if (!make) return null
  return html`<h2>${titleOf(name, screen, pane)}</h2>${notice(screen, pane)}${make(pane)}`
}

const titleOf = (name: string, screen: Screen | undefined, pane: Pane) => (name === 'REDIGER' ? word('edit', pane.spelling.steering.labels) : (screen?.title ?? ''))

function notice(screen: Screen | undefined, { session }: Pane): Raw | null {
  const groups = new Set([...(screen?.facts ?? []).map((key) => key.split('.')[0] ?? ''), ...(screen?.lists ?? []).map(({ group }) => group)])
  const partial = [...groups].some((group) => failureOf(session.steering, group) === 'partial')
  return partial ? raw('<div class="alert alert-warning" role="status" data-textkey="system.type.delvist">Nogle oplysninger kunne ikke hentes.</div>') : null
}

/** Panes that show a group's fields and its tables, nothing more. */
function plainPane(screen: Screen, pane: Pane): Raw {
  const groups = [...new Set(screen.facts.map((key) => key.slice(0, key.indexOf('.')) as SingleGroup))]
  const facts = groups.map((group) => fieldPanel(pane, group, screen.facts.filter((key) => key.startsWith(`${group}.`))))
  const lists = screen.lists.map((list) => listPanel(pane, list))
  return raw([...facts, ...lists].map((part) => part.markup).join('\n'))
}

const NONE: Readonly<Partial<Record<GroupName, string>>> = {
  sick: 'Borgeren har ingen sygedagpengesag.', prep: 'Der er ingen plan i sagen.', access: 'Der er ingen anmodning om aktindsigt.', plan: 'Borgeren har ingen Min Plan.',
}

function fieldPanel(pane: Pane, group: SingleGroup, keys: readonly FactKey[]): Raw {
  const id = `${group}-oplysninger`
  const none = hasAny(pane, keys) ? '' : html`<p class="ingen">${NONE[group] ?? 'Ingen oplysninger.'}</p>`
  const content = raw(none + fieldTable(id, present(pane, keys), pane).markup)
  return panel({ id: `panel-${group}`, title: groupLabel(group, pane.spelling.steering.labels), open: true, content, tools: editLink(pane, group) })
}

function editLink({ spelling }: Pane, group: GroupName, row?: string): Raw {
  return raw(html`<a class="knap" href="#fane=REDIGER&gruppe=${group}${row === undefined ? '' : `&raekke=${row}`}">${word('edit', spelling.steering.labels)}</a>`)
}

const EDITABLE = new Set<ListGroup>(['decision', 'offer', 'task', 'agreement', 'meeting'])

export function listPanel(pane: Pane, { group, keys, rows }: Screen['lists'][number], open = true): Raw {
  const labels = pane.spelling.steering.labels
  const create = EDITABLE.has(group) ? raw(html`<a class="knap" href="#fane=REDIGER&gruppe=${group}">Opret</a>`) : null
  const book = group === 'meeting' ? raw(html`<button type="button" class="primaer" data-vindue="${ROOT}/samtale.do?id=${pane.found.number}">${word('bookMeeting', labels)}</button>`) : create
  return panel({ id: `panel-${group}`, title: groupLabel(group, labels), open, content: tableOf(pane, { group, columns: keys, rows: rowsFor(pane, group, rows) }), ...(book && { tools: book }) })
}

function rowsFor(pane: Pane, group: ListGroup, rows: Screen['lists'][number]['rows']): readonly Row[] {
  const all = chosen(pane.state, pane.found, { group, rows })
  return failureOf(pane.session.steering, group) === 'partial' ? all.slice(0, Math.ceil(all.length / 2)) : all
}

/** A table of a group with the buttons its rows have; paging comes from the query. */
export function tableOf(pane: Pane, { group, columns, rows, status }: { group: ListGroup; columns: readonly FactKey[]; rows: readonly Row[]; status?: string }): Raw {
  const { query, found, spelling } = pane
  const start = Math.max(0, Number(query.get('start') ?? 0) || 0)
  const size = Math.max(1, Number(query.get('antal') ?? spelling.steering.pageSize) || spelling.steering.pageSize)
  const actions = actionsOf(pane, group)
  return pagedTable({ id: `${group}-oversigt`, person: found.number, group, columns, rows, start, size, ...(actions && { actions }), ...(status !== undefined && { status }) }, spelling)
}

function actionsOf(pane: Pane, group: ListGroup): ((row: Row) => Raw) | null {
  const show = word('show', pane.spelling.steering.labels)
  const number = pane.found.number
  if (group === 'note') {
    return (row) => raw(html`<button type="button" class="vis-notat" data-person="${number}" data-vis="${show}" aria-expanded="false">${show}</button> <a class="knap" href="#fane=JOURNAL_NOTAT&notat=${row.id}">Åbn</a>`)
  }
  if (group === 'doc') return (row) => raw(html`<a class="knap" target="_blank" rel="noopener" href="${ROOT}/dokument/aabnPdfDokument?id=${row.id}&person=${number}">Åbn PDF</a>`)
  if (group === 'meeting') return (row) => raw(html`<button type="button" data-vindue="${ROOT}/samtale.do?id=${number}&samtale=${row.id}">Detaljer</button>`)
  return EDITABLE.has(group) ? (row) => editLink(pane, group, row.id) : null
}

function screen(kind: PageKind): Screen {
  const found = SCREENS.find((known) => known.kind === kind)
  if (!found) throw new RangeError('no-such-screen')
  return found
}

function overviewPane(pane: Pane): Raw {
  const { facts, lists } = screen('overview')
  const fields = (id: string, title: string, prefix: string, open: boolean) =>
    panel({ id: `panel-${id}`, title, open, content: fieldTable(id, present(pane, facts.filter((key) => key.startsWith(prefix))), pane) }).markup
  const [persons, offers, notes, tasks] = lists
  const small = (list: typeof persons, open: boolean) => {
    if (!list) return ''
    const content = tableOf(pane, { group: list.group, columns: list.keys, rows: rowsFor(pane, list.group, list.rows) })
    const titles: Readonly<Partial<Record<ListGroup, string>>> = { offer: 'Igangværende tilbud', note: 'Seneste journalnotater (5)', task: `Opgaver (${pane.state.rows(pane.found, 'task').length})`, personGroup: 'Persongruppemarkeringer' }
    return panel({ id: `panel-${list.group}`, title: titles[list.group] ?? '', open, content }).markup
  }
  return raw([
    fields('sag-oplysninger', 'Aktuel sag', 'case.', true), fields('kontakt-oplysninger', 'Kontaktforløb', 'contact.', true), fields('markering-oplysninger', 'Kommunens markeringer', 'citizen.', false),
    small(persons, false), small(offers, true), small(notes, true), small(tasks, false),
  ].join('\n'))
}

/** Journal: active notes unless another status is chosen; the text of a note comes when it is asked for. */
function journalPane(pane: Pane): Raw {
  const labels = pane.spelling.steering.labels
  const status = pane.query.get('status') ?? 'Aktiv'
  const options = [['Aktiv', 'Aktive'], ['Annulleret', 'Annullerede'], ['alle', 'Alle']].map(([value = '', text = '']) => html`<option value="${value}"${value === status ? raw(' selected') : null}>${text}</option>`).join('')
  const columns = keysOfGroup('note').filter((key) => !['note.body', 'note.visibleToCitizen', 'note.status'].includes(key))
  const rows = status === 'alle' ? pane.state.rows(pane.found, 'note') : (pane.state.rows(pane.found, 'note') as readonly RowRecord<'note'>[]).filter((row) => row['note.status'] === status)
  return raw(html`<div class="vaerktoej"><a class="knap" href="#fane=JOURNAL_NYT">${word('newNote', labels)}</a> <label>Status: <select class="status-filter" id="journal.filter.status">${raw(options)}</select></label></div>
${panel({ id: 'panel-note', title: groupLabel('note', labels), open: true, content: tableOf(pane, { group: 'note', columns, rows, status }) })}`)
}

function relationsPane({ found }: Pane): Raw {
  const rows = found.relations.map(({ role, name, cpr, address }) => html`<tr><td>${role}</td><td>${name}</td><td>${hyphenCpr(cpr)}</td><td>${address}</td></tr>`).join('')
  return panel({
    id: 'panel-relationer', title: 'Relationer', open: true,
    content: raw(html`<table class="table" id="relationer"><thead><tr><th>Relation</th><th>Navn</th><th>CPR-nummer</th><th>Adresse</th></tr></thead><tbody>${raw(rows === '' ? '<tr><td colspan="4">Ingen relationer</td></tr>' : rows)}</tbody></table>`),
  })
}

/** Sickness: our own fields, and a panel that another system draws in a frame of another origin. */
function sicknessPane(pane: Pane): Raw {
  const own = fieldPanel(pane, 'sick', keysOfGroup('sick'))
  const frame = hasAny(pane, keysOfGroup('sick')) ? panel({
    id: 'panel-ksd', title: 'Oplysninger fra KSD (kun læsning)', open: true,
    content: raw(html`<iframe class="ksd" title="Oplysninger fra KSD" src="${pane.frameOrigin}/ksd?sag=${pane.found.caseGuid}"></iframe>`),
  }).markup : ''
  return raw(own.markup + frame)
}

function prepPane(pane: Pane): Raw {
  return raw(fieldPanel(pane, 'prep', keysOfGroup('prep')).markup + prepForm(pane).markup)
}
