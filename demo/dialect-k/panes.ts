import { word } from '#demo/labels.ts'
import { SCREENS } from '#demo/screens.ts'
import type { Screen } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { failureOf } from '#demo/server/steer.ts'
import type { SingleGroup } from '#utils/domain/fact-catalogue.ts'
import type { Pane } from './context.ts'
import { editPane } from './forms.ts'
import { notePane, writePane } from './note-panes.ts'
import { fieldPanel, listPanel } from './pane-parts.ts'
import { journalPane, overviewPane, prepPane, relationsPane, sicknessPane } from './special-panes.ts'

/** The content of a pane, or `null` when the classic dialect has no such pane. */
export function paneOf(name: string, pane: Pane): string | null {
  const special: Readonly<Record<string, (pane: Pane) => Raw>> = {
    JOURNAL: journalPane,
    JOURNAL_NOTAT: notePane,
    JOURNAL_NYT: writePane,
    PERSON_STAMDATA: relationsPane,
    PERSON_OVERBLIK: overviewPane,
    SYGEDAGPENGE: sicknessPane,
    REDIGER: editPane,
    AFKLARING: prepPane,
  }
  const screen = SCREENS.find((known) => known.k === name && known.citizens === 'single')
  const make = special[name] ?? (screen ? () => plainPane(screen, pane) : undefined)
  if (!make) return null
  return html`<h2>${titleOf(name, screen, pane)}</h2>
    ${notice(screen, pane)}${make(pane)}`
}

const titleOf = (name: string, screen: Screen | undefined, pane: Pane) =>
  name === 'REDIGER' ? word('edit', pane.spelling.steering.labels) : (screen?.title ?? '')

function notice(screen: Screen | undefined, { session }: Pane): Raw | null {
  const groups = new Set([
    ...(screen?.facts ?? []).map((key) => key.split('.')[0] ?? ''),
    ...(screen?.lists ?? []).map(({ group }) => group),
  ])
  const partial = [...groups].some((group) => failureOf(session.steering, group) === 'partial')
  return partial
    ? raw('<div class="alert alert-warning" role="status" data-textkey="system.type.delvist">Nogle oplysninger kunne ikke hentes.</div>')
    : null
}

/** Panes that show a group's fields and its tables, nothing more. */
function plainPane(screen: Screen, pane: Pane): Raw {
  const groups = [...new Set(screen.facts.map((key) => key.slice(0, key.indexOf('.')) as SingleGroup))]
  const facts = groups.map((group) =>
    fieldPanel(
      pane,
      group,
      screen.facts.filter((key) => key.startsWith(`${group}.`)),
    ),
  )
  const lists = screen.lists.map((list) => listPanel(pane, list))
  return raw([...facts, ...lists].map((part) => part.markup).join('\n'))
}
