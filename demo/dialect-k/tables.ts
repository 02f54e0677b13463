import { label, word } from '#demo/labels.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import type { Row } from '#demo/server/state.ts'
import { factDefinition } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { SingleFacts } from '#demo/server/api.ts'
import { spelt } from './format.ts'
import type { Spelling } from './format.ts'

/** Label and value, two pairs a row. A key that the case does not have stands nowhere; an empty one stands empty. */
export function fieldTable(id: string, keys: readonly FactKey[], { facts, spelling }: { facts: SingleFacts; spelling: Spelling }): Raw {
  const shown = keys.filter((key) => key in facts)
  const cell = (key: FactKey) =>
    html`<th scope="row" data-textkey="${textKey(key)}">${label(key, spelling.steering.labels)}:</th>
      <td>${spelt(key, valueOf(facts, key), spelling)}</td>`
  const rows: string[] = []
  for (let at = 0; at < shown.length; at += 2) {
    const pair = shown.slice(at, at + 2)
    rows.push(`<tr>${pair.map(cell).join('')}${pair.length === 1 ? '<td colspan="2"></td>' : ''}</tr>`)
  }
  return raw(
    html`<table class="felter" id="${id}">
      <tbody>
        ${raw(rows.join('\n'))}
      </tbody>
    </table>`,
  )
}

const valueOf = (facts: SingleFacts, key: FactKey) => (facts as Readonly<Record<string, SingleFacts[keyof SingleFacts]>>)[key]

export const textKey = (key: FactKey) => `fagsystem.person.${key}`

export interface TableView {
  readonly id: string
  readonly person: number
  readonly group: ListGroup
  readonly columns: readonly FactKey[]
  readonly rows: readonly Row[]
  /** First row shown, from 0, and rows a page. */
  readonly start: number
  readonly size: number
  /** Markup of a last cell: buttons of a row. */
  readonly actions?: (row: Row) => Raw
  /** Filter in force, for lists with a status. */
  readonly status?: string
}

/** A table in the manner of DataTables: one page of rows in the DOM, a line that says which, buttons to the others. */
export function pagedTable(view: TableView, spelling: Spelling): Raw {
  const { rows, start, size, columns } = view
  const page = rows.slice(start, start + size)
  const heads = columns
    .map((key) => html`<th scope="col" data-textkey="${textKey(key)}">${label(key, spelling.steering.labels)}</th>`)
    .join('')
  const body = page.map((row, index) => tableRow(view, row, { spelling, odd: index % 2 === 0 })).join('\n')
  const span = columns.length + (view.actions ? 1 : 0)
  const empty = html`<tr class="tom">
    <td class="dataTables_empty" colspan="${span}">Ingen poster</td>
  </tr>`
  return raw(
    html`<div
      class="dataTables_wrapper"
      data-id="${view.person}"
      data-gruppe="${view.group}"
      data-tabel="${view.id}"
      data-start="${start}"
      data-antal="${size}"
      data-status="${view.status ?? ''}"
    >
      ${lengthMenu(size, rows.length)}
      <table class="table table-striped" id="${view.id}">
        <thead>
          <tr>
            ${raw(heads)}${view.actions ? raw('<th scope="col"><span class="skjult-tekst">Handlinger</span></th>') : null}
          </tr>
        </thead>
        <tbody>
          ${raw(body === '' ? empty : body)}
        </tbody>
      </table>
      ${pager(view, spelling)}
    </div>`,
  )
}

function tableRow(view: TableView, row: Row, { spelling, odd }: { spelling: Spelling; odd: boolean }): string {
  const values = row as Readonly<Record<string, Row[keyof Row]>>
  const cells = view.columns.map((key) => html`<td class="${cellClass(key)}">${spelt(key, values[key], spelling)}</td>`).join('')
  const state = stateOf(values, view.group)
  return html`<tr
    class="table-row ${odd ? 'odd' : 'even'}${state === null ? '' : ` tilstand-${state.toLowerCase().replaceAll(' ', '-')}`}"
    data-id="${row.id}"
    data-tilstand="${state ?? ''}"
  >
    ${raw(cells)}${view.actions ? raw(html`<td class="handlinger">${view.actions(row)}</td>`) : null}
  </tr>`
}

/** Days and numbers never wrap; long texts get room. */
function cellClass(key: FactKey): string {
  const type = factDefinition(key)?.type ?? 'text'
  if (/reasons|purpose|complaint|\.text$|participants/.test(key)) return 'lang'
  if (/\.(?:case|number|id|cvr|pNumber|vitasId|lawRef|month)$/.test(key)) return 'kort'
  return type === 'text' || type === 'richText' || type === 'textList' ? 'tekstfelt' : 'kort'
}

function stateOf(values: Readonly<Record<string, unknown>>, group: ListGroup): string | null {
  const status = values[`${group}.status`]
  return typeof status === 'string' ? status : null
}

function lengthMenu(size: number, total: number): Raw {
  if (total <= 10) return raw('')
  const sizes = [...new Set([10, 25, 100, size])].toSorted((a, b) => a - b)
  return raw(
    html`<div class="dataTables_length">
      <label
        >Vis
        <select class="antal-pr-side">
          ${raw(sizes.map((count) => `<option${count === size ? ' selected' : ''}>${count}</option>`).join(''))}
        </select>
        poster</label
      >
    </div>`,
  )
}

function pager({ rows, start, size }: TableView, { steering }: Spelling): Raw {
  const last = Math.min(rows.length, start + size)
  const info = html`<div class="dataTables_info" role="status">
    Viser ${rows.length === 0 ? 0 : start + 1} til ${last} af ${rows.length}
  </div>`
  const button = (text: string, to: number, off: boolean) =>
    html`<button type="button" class="paginate_button${off ? ' disabled' : ''}" data-start="${to}" ${off ? raw(' disabled') : null}>
      ${text}
    </button>`
  if (rows.length <= size && start === 0) return raw(info)
  return raw(
    `${info}<div class="dataTables_paginate">${button('Forrige', Math.max(0, start - size), start === 0)}<span class="side-nr">Side ${Math.floor(start / size) + 1} af ${Math.max(1, Math.ceil(rows.length / size))}</span>${button(
      word('next', steering.labels),
      start + size,
      last >= rows.length,
    )}</div>`,
  )
}

export interface PanelView {
  readonly id: string
  readonly title: string
  readonly open: boolean
  readonly content: Raw
  readonly tools?: Raw
}

/** A panel that folds: its content is in the page either way. */
export function panel({ id, title, open, content, tools }: PanelView): Raw {
  return raw(
    html`<section class="panel panel-default" id="${id}">
      <div class="panel-heading">
        <h3 class="panel-title"><a href="#${id}" role="button" class="fold" aria-expanded="${open ? 'true' : 'false'}">${title}</a></h3>
        ${tools ?? null}
      </div>
      <div class="panel-collapse" ${open ? null : raw(' style="display:none"')}><div class="panel-body">${content}</div></div>
    </section>`,
  )
}
