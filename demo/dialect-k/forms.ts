import { groupLabel, label, word } from '#demo/labels.ts'
import { SCREENS } from '#demo/screens.ts'
import type { Screen } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, GroupName } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { Pane } from './context.ts'
import { input } from './inputs.ts'
import { ROOT } from './page.ts'

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
export function formOf({ pane, group, row, keys, values, back, popup }: FormView): Raw {
  const labels = pane.spelling.steering.labels
  const fields = keys
    .map((key) => html`<label for="command.felter[${key}]">${label(key, labels)}</label>${input(key, values[key])}`)
    .join('\n')
  const reserved = pane.found.lock?.kind === 'reserved'
  return raw(
    html`<form class="formular gem-formular" method="post" action="${ROOT}/person/gem.do" ${popup ? raw(' data-popup') : null}>
      <input type="hidden" name="id" value="${pane.found.number}" /><input type="hidden" name="gruppe" value="${group}" /><input
        type="hidden"
        name="raekke"
        value="${row ?? ''}"
      /><input type="hidden" name="tilbage" value="${back}" /> ${raw(fields)}
      <div class="handlinger">
        <button class="primaer gem" ${reserved ? raw(' disabled') : null}>${word('save', labels)}</button
        >${popup ? raw('<button type="button" onclick="window.close()">Luk</button>') : raw(html`<a class="knap" href="#${back}">${word('cancel', labels)}</a>`)}
      </div>
    </form>`,
  )
}

/** The edit pane of any group: the open case's fields, or one row. */
export function editPane(pane: Pane): Raw {
  const group = pane.query.get('gruppe') ?? ''
  const row = pane.query.get('raekke')
  const home = SCREENS.find((screen) => screen.kind !== 'overview' && shows(screen, group))
  if (!home) return raw('<p>Ukendt formular.</p>')
  const known = group as GroupName
  const values = isListGroup(known) ? (pane.state.rows(pane.found, known).find(({ id }) => id === row) ?? {}) : pane.facts
  const title = html`<p>${groupLabel(known, pane.spelling.steering.labels)}</p>`
  return raw(
    title +
      formOf({
        pane,
        group: known,
        row,
        keys: keysOfGroup(known),
        values,
        back: `fane=${home.k}`,
      }).markup,
  )
}

function shows(screen: Screen, group: string): boolean {
  if (screen.citizens !== 'single') return false
  return screen.facts.some((key) => key.startsWith(`${group}.`)) || screen.lists.some((list) => list.group === group)
}
