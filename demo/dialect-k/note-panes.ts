import type { RowRecord } from '#demo/data/case-record.ts'
import { label, word } from '#demo/labels.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { Pane } from './context.ts'
import { richText } from './format.ts'
import { NOTE_LIMIT, input, select } from './inputs.ts'
import { ROOT } from './page.ts'
import { fieldTable } from './tables.ts'

/** The reader of one note. */
export function notePane(pane: Pane): Raw {
  const id = pane.query.get('notat')
  const row = (pane.state.rows(pane.found, 'note') as readonly RowRecord<'note'>[]).find((note) => note.id === id)
  if (!row) return raw('<div class="alert alert-danger" role="alert">Notatet findes ikke.</div>')
  const keys = keysOfGroup('note').filter((key) => key !== 'note.body' && key !== 'note.title')
  const facts = Object.fromEntries(keys.map((key) => [key, (row as Readonly<Record<string, FactValue>>)[key]]))
  return raw(
    html`<article class="notat-laeser" data-id="${row.id}" data-tilstand="${String(row['note.status'])}">
        <h3 class="notat-titel">${String(row['note.title'] ?? '')}</h3>
        ${fieldTable('notat-oplysninger', keys, { facts, spelling: pane.spelling })}
        <h4 data-textkey="fagsystem.person.note.body">${label('note.body')}</h4>
        <div class="tekst">${raw(richText(String(row['note.body'] ?? '')))}</div>
      </article>
      <p><a class="knap" href="#fane=JOURNAL">Tilbage til journalen</a></p>`,
  )
}

const TEMPLATES = ['', 'Samtalereferat', 'Telefonnotat', 'Opfølgning'] as const

/** The note editor: fields in the page, the text in a frame as the old editor has it. */
export function writePane(pane: Pane): Raw {
  const keys: readonly FactKey[] = ['note.title', 'note.noteType', 'note.eventAt', 'note.case', 'note.visibleToCitizen']
  const values: Readonly<Record<string, FactValue>> = {
    'note.eventAt': `${pane.state.today}T09:00`,
    'note.case': pane.facts['case.number'] ?? null,
    'note.visibleToCitizen': true,
    'note.noteType': 'Samtalenotat',
  }
  const fields = keys
    .map((key) => html`<label for="command.felter[${key}]">${label(key, pane.spelling.steering.labels)}</label>${input(key, values[key])}`)
    .join('\n')
  return raw(
    html`<form class="formular gem-notat" method="post" action="${ROOT}/person/gem.do">
      <input type="hidden" name="id" value="${pane.found.number}" /><input type="hidden" name="gruppe" value="note" /><input
        type="hidden"
        name="raekke"
        value=""
      />
      <input type="hidden" name="tilbage" value="fane=JOURNAL" /><input
        type="hidden"
        name="command.felter[note.body]"
        data-tekst
        value=""
      />
      <label for="command.skabelon">Skabelon</label>${select(
        'command.skabelon',
        TEMPLATES.map((one) => [one, one] as const),
        '',
      )}${raw(fields)} <span>Tekst</span>
      <div>
        <iframe class="editor" title="Notatets tekst" src="${ROOT}/journal/editor.do?id=${pane.found.number}"></iframe>
        <div class="svag">Højst ${NOTE_LIMIT} tegn</div>
      </div>
      <div class="handlinger">
        <button class="primaer gem" ${pane.found.lock ? raw(' disabled') : null}>${word('save', pane.spelling.steering.labels)}</button
        ><a class="knap" href="#fane=JOURNAL">${word('cancel', pane.spelling.steering.labels)}</a>
      </div>
    </form>`,
  )
}

/** The frame's own document: nothing but the text area. */
export function editorFrame(): string {
  return html`<!DOCTYPE html>
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <title>Editor</title>
        <style>
          html,
          body {
            margin: 0;
            height: 100%;
          }
          textarea {
            width: 100%;
            height: 100%;
            border: 0;
            padding: 8px;
            font:
              14px/1.45 'Segoe UI',
              Arial,
              sans-serif;
            resize: none;
            box-sizing: border-box;
          }
        </style>
      </head>
      <body>
        <textarea id="notatTekst" name="notatTekst" aria-label="Notatets tekst" maxlength="${NOTE_LIMIT}" autocomplete="off"></textarea>
      </body>
    </html>`
}
