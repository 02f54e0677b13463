import { groupLabel, word } from '#demo/labels.ts'
import type { Screen } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { chosen } from '#demo/server/oracle.ts'
import type { Row } from '#demo/server/state.ts'
import { failureOf } from '#demo/server/steer.ts'
import type { FactKey, GroupName, ListGroup, SingleGroup } from '#utils/domain/fact-catalogue.ts'
import type { Pane } from './context.ts'
import { hasAny, present } from './context.ts'
import { ROOT } from './page.ts'
import { fieldTable, pagedTable, panel } from './tables.ts'

const NONE: Readonly<Partial<Record<GroupName, string>>> = {
  sick: 'Borgeren har ingen sygedagpengesag.',
  prep: 'Der er ingen plan i sagen.',
  access: 'Der er ingen anmodning om aktindsigt.',
  plan: 'Borgeren har ingen Min Plan.',
}

/** The fields of a group, with a word when none of them is filled. */
export function fieldPanel(pane: Pane, group: SingleGroup, keys: readonly FactKey[]): Raw {
  const id = `${group}-oplysninger`
  const none = hasAny(pane, keys) ? '' : html`<p class="ingen">${NONE[group] ?? 'Ingen oplysninger.'}</p>`
  const content = raw(none + fieldTable(id, present(pane, keys), pane).markup)
  return panel({
    id: `panel-${group}`,
    title: groupLabel(group, pane.spelling.steering.labels),
    open: true,
    content,
    tools: editLink(pane, group),
  })
}

function editLink({ spelling }: Pane, group: GroupName, row?: string): Raw {
  return raw(
    html`<a class="knap" href="#fane=REDIGER&gruppe=${group}${row === undefined ? '' : `&raekke=${row}`}"
      >${word('edit', spelling.steering.labels)}</a
    >`,
  )
}

const EDITABLE = new Set<ListGroup>(['decision', 'offer', 'task', 'agreement', 'meeting'])

/** The table of a group in its panel. */
export function listPanel(pane: Pane, { group, keys, rows }: Screen['lists'][number], open = true): Raw {
  const labels = pane.spelling.steering.labels
  const create = EDITABLE.has(group) ? raw(html`<a class="knap" href="#fane=REDIGER&gruppe=${group}">Opret</a>`) : null
  const book =
    group === 'meeting'
      ? raw(
          html`<button type="button" class="primaer" data-vindue="${ROOT}/samtale.do?id=${pane.found.number}">
            ${word('bookMeeting', labels)}
          </button>`,
        )
      : create
  return panel({
    id: `panel-${group}`,
    title: groupLabel(group, labels),
    open,
    content: tableOf(pane, { group, columns: keys, rows: rowsFor(pane, group, rows) }),
    ...(book && { tools: book }),
  })
}

export function rowsFor(pane: Pane, group: ListGroup, rows: Screen['lists'][number]['rows']): readonly Row[] {
  const all = chosen(pane.state, pane.found, { group, rows })
  return failureOf(pane.session.steering, group) === 'partial' ? all.slice(0, Math.ceil(all.length / 2)) : all
}

/** A table of a group with the buttons its rows have; paging comes from the query. */
export function tableOf(
  pane: Pane,
  { group, columns, rows, status }: { group: ListGroup; columns: readonly FactKey[]; rows: readonly Row[]; status?: string },
): Raw {
  const { query, found, spelling } = pane
  const start = Math.max(0, Number(query.get('start') ?? 0) || 0)
  const size = Math.max(1, Number(query.get('antal') ?? spelling.steering.pageSize) || spelling.steering.pageSize)
  const actions = actionsOf(pane, group)
  return pagedTable(
    {
      id: `${group}-oversigt`,
      person: found.number,
      group,
      columns,
      rows,
      start,
      size,
      ...(actions && { actions }),
      ...(status !== undefined && { status }),
    },
    spelling,
  )
}

function actionsOf(pane: Pane, group: ListGroup): ((row: Row) => Raw) | null {
  const show = word('show', pane.spelling.steering.labels)
  const number = pane.found.number
  if (group === 'note') {
    return (row) =>
      raw(
        html`<button type="button" class="vis-notat" data-person="${number}" data-vis="${show}" aria-expanded="false">${show}</button>
          <a class="knap" href="#fane=JOURNAL_NOTAT&notat=${row.id}">Åbn</a>`,
      )
  }
  if (group === 'doc') {
    return (row) =>
      raw(
        html`<a class="knap" target="_blank" rel="noopener" href="${ROOT}/dokument/aabnPdfDokument?id=${row.id}&person=${number}"
          >Åbn PDF</a
        >`,
      )
  }
  if (group === 'meeting') {
    return (row) => raw(html`<button type="button" data-vindue="${ROOT}/samtale.do?id=${number}&samtale=${row.id}">Detaljer</button>`)
  }
  return EDITABLE.has(group) ? (row) => editLink(pane, group, row.id) : null
}
