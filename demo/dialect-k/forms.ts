import type { RowRecord } from '#demo/data/case-record.ts'
import { groupLabel, label, shownEnum, word } from '#demo/labels.ts'
import { SCREENS } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { factDefinition, isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, GroupName } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { Pane } from './context.ts'
import { richText, spelt } from './format.ts'
import { ROOT } from './page.ts'
import { fieldTable } from './tables.ts'

export const NOTE_LIMIT = 8000

/** An input for a key. Its id has dots and brackets, as the classic system's have. */
export function input(key: FactKey, value: FactValue | undefined): Raw {
  const name = `command.felter[${key}]`
  const type = factDefinition(key)?.type ?? 'text'
  const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join('\n') : String(value)
  if (type === 'enum') return select(name, ['', ...(factDefinition(key)?.values ?? [])].map((one) => [one, one === '' ? '' : shownEnum(key, one)] as const), text)
  if (type === 'yesNo') return select(name, [['', ''], ['true', 'Ja'], ['false', 'Nej']], text)
  if (type === 'richText' || type === 'textList' || /reasons|Reason|scope/.test(key)) return raw(html`<textarea id="${name}" name="${name}" rows="4" maxlength="${NOTE_LIMIT}">${text}</textarea>`)
  const kinds: Readonly<Record<string, string>> = { date: 'date', dateTime: 'datetime-local', number: 'number' }
  return raw(html`<input type="${kinds[type] ?? 'text'}" id="${name}" name="${name}" value="${text}" autocomplete="off">`)
}

function select(name: string, options: readonly (readonly [string, string])[], chosen: string): Raw {
  const items = options.map(([value, text]) => html`<option value="${value}"${value === chosen ? raw(' selected') : null}>${text}</option>`).join('')
  return raw(html`<select id="${name}" name="${name}">${raw(items)}</select>`)
}

export interface FormView {
  readonly pane: Pane
  readonly group: GroupName
  readonly row: string | null
  readonly keys: readonly FactKey[]
  readonly values: Readonly<Record<string, FactValue | undefined>>
  /** Pane to go back to. */
  readonly back: string
  readonly popup?: boolean
}

/** A form over keys of a group. */
export function form({ pane, group, row, keys, values, back, popup }: FormView): Raw {
  const labels = pane.spelling.steering.labels
  const fields = keys.map((key) => html`<label for="command.felter[${key}]">${label(key, labels)}</label>${input(key, values[key])}`).join('\n')
  const reserved = pane.found.lock?.kind === 'reserved'
  return raw(html`<form class="formular gem-formular" method="post" action="${ROOT}/person/gem.do"${popup ? raw(' data-popup') : null}>
<input type="hidden" name="id" value="${pane.found.number}"><input type="hidden" name="gruppe" value="${group}"><input type="hidden" name="raekke" value="${row ?? ''}"><input type="hidden" name="tilbage" value="${back}">
${raw(fields)}<div class="handlinger"><button class="primaer gem"${reserved ? raw(' disabled') : null}>${word('save', labels)}</button>${popup ? raw('<button type="button" onclick="window.close()">Luk</button>') : raw(html`<a class="knap" href="#${back}">${word('cancel', labels)}</a>`)}</div></form>`)
}

/** The edit pane of any group: the open case's fields, or one row. */
export function editPane(pane: Pane): Raw {
  const group = pane.query.get('gruppe') ?? ''
  const row = pane.query.get('raekke')
  if (!SCREENS.some((screen) => screen.citizens === 'single' && (screen.facts.some((key) => key.startsWith(`${group}.`)) || screen.lists.some((list) => list.group === group)))) return raw('<p>Ukendt formular.</p>')
  const known = group as GroupName
  const values = isListGroup(known) ? (pane.state.rows(pane.found, known).find(({ id }) => id === row) ?? {}) : pane.facts
  const home = SCREENS.find((screen) => screen.kind !== 'overview' && (screen.facts.some((key) => key.startsWith(`${group}.`)) || screen.lists.some((list) => list.group === group)))
  const title = html`<p>${groupLabel(known, pane.spelling.steering.labels)}</p>`
  return raw(title + form({ pane, group: known, row, keys: keysOfGroup(known), values: values as Readonly<Record<string, FactValue>>, back: `fane=${home?.k ?? 'PERSON_OVERBLIK'}` }).markup)
}

/** The reader of one note. */
export function notePane(pane: Pane): Raw {
  const id = pane.query.get('notat')
  const row = (pane.state.rows(pane.found, 'note') as readonly RowRecord<'note'>[]).find((note) => note.id === id)
  if (!row) return raw('<div class="alert alert-danger" role="alert">Notatet findes ikke.</div>')
  const keys = keysOfGroup('note').filter((key) => key !== 'note.body' && key !== 'note.title')
  const facts = Object.fromEntries(keys.map((key) => [key, (row as Readonly<Record<string, FactValue>>)[key]]))
  return raw(html`<article class="notat-laeser" data-id="${row.id}" data-tilstand="${String(row['note.status'])}"><h3 class="notat-titel">${String(row['note.title'] ?? '')}</h3>
${fieldTable('notat-oplysninger', keys, { facts, spelling: pane.spelling })}<h4 data-textkey="fagsystem.person.note.body">${label('note.body')}</h4>
<div class="tekst">${raw(richText(String(row['note.body'] ?? '')))}</div></article><p><a class="knap" href="#fane=JOURNAL">Tilbage til journalen</a></p>`)
}

const TEMPLATES = ['', 'Samtalereferat', 'Telefonnotat', 'Opfølgning'] as const

/** The note editor: fields in the page, the text in a frame as the old editor has it. */
export function writePane(pane: Pane): Raw {
  const keys: readonly FactKey[] = ['note.title', 'note.noteType', 'note.eventAt', 'note.case', 'note.visibleToCitizen']
  const values: Readonly<Record<string, FactValue>> = { 'note.eventAt': `${pane.state.today}T09:00`, 'note.case': pane.facts['case.number'] ?? null, 'note.visibleToCitizen': true, 'note.noteType': 'Samtalenotat' }
  const fields = keys.map((key) => html`<label for="command.felter[${key}]">${label(key, pane.spelling.steering.labels)}</label>${input(key, values[key])}`).join('\n')
  return raw(html`<form class="formular gem-notat" method="post" action="${ROOT}/person/gem.do"><input type="hidden" name="id" value="${pane.found.number}"><input type="hidden" name="gruppe" value="note"><input type="hidden" name="raekke" value="">
<input type="hidden" name="tilbage" value="fane=JOURNAL"><input type="hidden" name="command.felter[note.body]" data-tekst value="">
<label for="command.skabelon">Skabelon</label>${select('command.skabelon', TEMPLATES.map((one) => [one, one] as const), '')}${raw(fields)}
<span>Tekst</span><div><iframe class="editor" title="Notatets tekst" src="${ROOT}/journal/editor.do?id=${pane.found.number}"></iframe><div class="svag">Højst ${NOTE_LIMIT} tegn</div></div>
<div class="handlinger"><button class="primaer gem"${pane.found.lock ? raw(' disabled') : null}>${word('save', pane.spelling.steering.labels)}</button><a class="knap" href="#fane=JOURNAL">${word('cancel', pane.spelling.steering.labels)}</a></div></form>`)
}

/** The frame's own document: nothing but the text area. */
export function editorFrame(): string {
  return html`<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>Editor</title><style>html,body{margin:0;height:100%}textarea{width:100%;height:100%;border:0;padding:8px;font:14px/1.45 "Segoe UI",Arial,sans-serif;resize:none;box-sizing:border-box}</style></head>
<body><textarea id="notatTekst" name="notatTekst" aria-label="Notatets tekst" maxlength="${NOTE_LIMIT}" autocomplete="off"></textarea></body></html>`
}

/** The sections of the plan: one large form, posted as a whole. */
export function prepForm(pane: Pane): Raw {
  const rows = pane.state.rows(pane.found, 'section') as readonly RowRecord<'section'>[]
  const labels = pane.spelling.steering.labels
  const sections = rows.map((row, index) => html`<tr class="table-row afsnit" data-id="${row.id}" data-tilstand="${String(row['section.status'])}"><td>${String(row['section.title'] ?? '')}</td>
<td><textarea id="command.afsnit[${index}].tekst" name="command.afsnit[${row.id}]" aria-label="${label('section.text', labels)}: ${String(row['section.title'] ?? '')}" rows="4" cols="70" maxlength="${NOTE_LIMIT}">${String(row['section.text'] ?? '')}</textarea></td><td>${spelt('section.status', row['section.status'], pane.spelling)}</td></tr>`).join('\n')
  const heads = (['section.title', 'section.text', 'section.status'] as const).map((key) => html`<th scope="col">${label(key, labels)}</th>`).join('')
  return raw(html`<section class="panel panel-default" id="panel-section"><div class="panel-heading"><h3 class="panel-title"><a href="#panel-section" role="button" class="fold" aria-expanded="true">${groupLabel('section', labels)}</a></h3></div>
<div class="panel-collapse"><div class="panel-body"><form class="gem-formular plan-form" method="post" action="${ROOT}/person/plan.do"><input type="hidden" name="id" value="${pane.found.number}">
<table class="table" id="section-oversigt"><thead><tr>${raw(heads)}</tr></thead><tbody>${raw(sections === '' ? '<tr class="tom"><td class="dataTables_empty" colspan="3">Ingen poster</td></tr>' : sections)}</tbody></table><div class="dataTables_info">Viser ${rows.length === 0 ? 0 : 1} til ${rows.length} af ${rows.length}</div>
<div class="handlinger"><button class="primaer gem"${pane.found.lock || rows.length === 0 ? raw(' disabled') : null}>${word('save', labels)}</button></div></form></div></div></section>`)
}

/** Reads a posted form back into canonical values. */
export function valuesOf(form: URLSearchParams, group: GroupName): Readonly<Record<string, FactValue>> {
  const values: Record<string, FactValue> = {}
  for (const key of keysOfGroup(group)) {
    const text = form.get(`command.felter[${key}]`)
    if (text !== null) values[key] = parsed(key, text.trim())
  }
  return values
}

function parsed(key: FactKey, text: string): FactValue {
  if (text === '') return null
  const type = factDefinition(key)?.type
  if (type === 'number') return Number(text)
  if (type === 'yesNo') return text === 'true'
  if (type === 'textList') return text.split(/\r?\n/).filter(Boolean)
  return text.replaceAll('\r\n', '\n')
}

