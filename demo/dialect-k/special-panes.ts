import type { RowRecord } from '#demo/data/case-record.ts'
import { groupLabel, word } from '#demo/labels.ts'
import { screenOf } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { Pane } from './context.ts'
import { hasAny, present } from './context.ts'
import { hyphenCpr } from './format.ts'
import { fieldPanel, rowsFor, tableOf } from './pane-parts.ts'
import { prepForm } from './prep-form.ts'
import { fieldTable, panel } from './tables.ts'

export function overviewPane(pane: Pane): Raw {
  const { facts, lists } = screenOf('overview')
  const fields = (id: string, title: string, prefix: string, open: boolean) =>
    panel({
      id: `panel-${id}`,
      title,
      open,
      content: fieldTable(
        id,
        present(
          pane,
          facts.filter((key) => key.startsWith(prefix)),
        ),
        pane,
      ),
    }).markup
  const [persons, offers, notes, tasks] = lists
  const small = (list: typeof persons, open: boolean) => {
    if (!list) return ''
    const content = tableOf(pane, { group: list.group, columns: list.keys, rows: rowsFor(pane, list.group, list.rows) })
    const titles: Readonly<Partial<Record<ListGroup, string>>> = {
      offer: 'Igangværende tilbud',
      note: 'Seneste journalnotater (5)',
      task: `Opgaver (${pane.state.rows(pane.found, 'task').length})`,
      personGroup: 'Persongruppemarkeringer',
    }
    return panel({ id: `panel-${list.group}`, title: titles[list.group] ?? '', open, content }).markup
  }
  return raw(
    [
      fields('sag-oplysninger', 'Aktuel sag', 'case.', true),
      fields('kontakt-oplysninger', 'Kontaktforløb', 'contact.', true),
      fields('markering-oplysninger', 'Kommunens markeringer', 'citizen.', false),
      small(persons, false),
      small(offers, true),
      small(notes, true),
      small(tasks, false),
    ].join('\n'),
  )
}

/** Journal: active notes unless another status is chosen; the text of a note comes when it is asked for. */
export function journalPane(pane: Pane): Raw {
  const labels = pane.spelling.steering.labels
  const status = pane.query.get('status') ?? 'Aktiv'
  const options = [
    ['Aktiv', 'Aktive'],
    ['Annulleret', 'Annullerede'],
    ['alle', 'Alle'],
  ]
    .map(([value = '', text = '']) => html`<option value="${value}" ${value === status ? raw(' selected') : null}>${text}</option>`)
    .join('')
  const columns = keysOfGroup('note').filter((key) => !['note.body', 'note.visibleToCitizen', 'note.status'].includes(key))
  const rows =
    status === 'alle'
      ? pane.state.rows(pane.found, 'note')
      : (pane.state.rows(pane.found, 'note') as readonly RowRecord<'note'>[]).filter((row) => row['note.status'] === status)
  return raw(
    html`<div class="vaerktoej">
        <a class="knap" href="#fane=JOURNAL_NYT">${word('newNote', labels)}</a>
        <label
          >Status:
          <select class="status-filter" id="journal.filter.status">
            ${raw(options)}
          </select></label
        >
      </div>
      ${panel({ id: 'panel-note', title: groupLabel('note', labels), open: true, content: tableOf(pane, { group: 'note', columns, rows, status }) })}`,
  )
}

export function relationsPane({ found }: Pane): Raw {
  const rows = found.relations
    .map(
      ({ role, name, cpr, address }) =>
        html`<tr>
          <td>${role}</td>
          <td>${name}</td>
          <td>${hyphenCpr(cpr)}</td>
          <td>${address}</td>
        </tr>`,
    )
    .join('')
  return panel({
    id: 'panel-relationer',
    title: 'Relationer',
    open: true,
    content: raw(
      html`<table class="table" id="relationer">
        <thead>
          <tr>
            <th>Relation</th>
            <th>Navn</th>
            <th>CPR-nummer</th>
            <th>Adresse</th>
          </tr>
        </thead>
        <tbody>
          ${raw(rows === '' ? '<tr><td colspan="4">Ingen relationer</td></tr>' : rows)}
        </tbody>
      </table>`,
    ),
  })
}

/** Sickness: our own fields, and a panel that another system draws in a frame of another origin. */
export function sicknessPane(pane: Pane): Raw {
  const own = fieldPanel(pane, 'sick', keysOfGroup('sick'))
  const frame = hasAny(pane, keysOfGroup('sick'))
    ? panel({
        id: 'panel-ksd',
        title: 'Oplysninger fra KSD (kun læsning)',
        open: true,
        content: raw(
          html`<iframe class="ksd" title="Oplysninger fra KSD" src="${pane.frameOrigin}/ksd?sag=${pane.found.caseGuid}"></iframe>`,
        ),
      }).markup
    : ''
  return raw(own.markup + frame)
}

export function prepPane(pane: Pane): Raw {
  return raw(fieldPanel(pane, 'prep', keysOfGroup('prep')).markup + prepForm(pane).markup)
}
