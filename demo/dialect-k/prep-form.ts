import type { RowRecord } from '#demo/data/case-record.ts'
import { groupLabel, label, word } from '#demo/labels.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import type { Pane } from './context.ts'
import { spelt } from './format.ts'
import { NOTE_LIMIT } from './inputs.ts'
import { ROOT } from './page.ts'

/** The sections of the plan: one large form, posted as a whole. */
export function prepForm(pane: Pane): Raw {
  const rows = pane.state.rows(pane.found, 'section') as readonly RowRecord<'section'>[]
  const labels = pane.spelling.steering.labels
  const sections = rows.map((row, index) => sectionRow(pane, row, index)).join('\n')
  const heads = (['section.title', 'section.text', 'section.status'] as const)
    .map((key) => html`<th scope="col">${label(key, labels)}</th>`)
    .join('')
  return raw(
    html`<section class="panel panel-default" id="panel-section">
      <div class="panel-heading">
        <h3 class="panel-title">
          <a href="#panel-section" role="button" class="fold" aria-expanded="true">${groupLabel('section', labels)}</a>
        </h3>
      </div>
      <div class="panel-collapse">
        <div class="panel-body">
          <form class="gem-formular plan-form" method="post" action="${ROOT}/person/plan.do">
            <input type="hidden" name="id" value="${pane.found.number}" />
            <table class="table" id="section-oversigt">
              <thead>
                <tr>
                  ${raw(heads)}
                </tr>
              </thead>
              <tbody>
                ${raw(sections === '' ? '<tr class="tom"><td class="dataTables_empty" colspan="3">Ingen poster</td></tr>' : sections)}
              </tbody>
            </table>
            <div class="dataTables_info">Viser ${rows.length === 0 ? 0 : 1} til ${rows.length} af ${rows.length}</div>
            <div class="handlinger">
              <button class="primaer gem" ${pane.found.lock || rows.length === 0 ? raw(' disabled') : null}>${word('save', labels)}</button>
            </div>
          </form>
        </div>
      </div>
    </section>`,
  )
}

function sectionRow(pane: Pane, row: RowRecord<'section'>, index: number): string {
  const labels = pane.spelling.steering.labels
  return html`<tr class="table-row afsnit" data-id="${row.id}" data-tilstand="${String(row['section.status'])}">
    <td>${String(row['section.title'] ?? '')}</td>
    <td>
      <textarea
        id="command.afsnit[${index}].tekst"
        name="command.afsnit[${row.id}]"
        aria-label="${label('section.text', labels)}: ${String(row['section.title'] ?? '')}"
        rows="4"
        cols="70"
        maxlength="${NOTE_LIMIT}"
      >
${String(row['section.text'] ?? '')}</textarea>
    </td>
    <td>${spelt('section.status', row['section.status'], pane.spelling)}</td>
  </tr>`
}
