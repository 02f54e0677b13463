import type { NotScreenedReason } from '#utils/disclosure/model/screened-document.ts'
import type { Confirmation } from '#utils/disclosure/review/choices.ts'
import { Button } from '#components/ui/button.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { plural } from '#components/ui/format-da.ts'
import { NOT_SCREENED } from './words.ts'

/** A file or a page nobody has read yet. */
export interface NotScreenedLine {
  readonly id: string
  readonly document: string
  readonly page: number | null
  readonly why: NotScreenedReason
  /** Nobody can look at what does not open: it can only be left out. */
  readonly canBeSeen: boolean
  readonly confirmed: Confirmation | null
}

export interface NotScreenedListProps {
  readonly lines: readonly NotScreenedLine[]
  readonly onConfirm: (id: string, answer: Confirmation) => void
}

/** What the machine could not read. Each is answered for by a person, one at a time: there is no button for all. */
export function NotScreenedList({ lines, onConfirm }: NotScreenedListProps) {
  const open = lines.filter(({ confirmed }) => confirmed === null).length
  if (lines.length === 0) return null
  return (
    <section className="sh-box" data-tone={open > 0 ? 'soon' : undefined} aria-label="Ikke læst">
      <h2>
        <Icon name={open > 0 ? 'alert' : 'check'} /> {plural(lines.length, 'sted er', 'steder er')} ikke læst
      </h2>
      <p data-ink="muted">Ikke læst er ikke det samme som intet fundet. Svar for hver enkelt.</p>
      <ul className="sh-not-screened">
        {lines.map((line) => (
          <Line key={line.id} line={line} onConfirm={onConfirm} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line, onConfirm }: { readonly line: NotScreenedLine } & Pick<NotScreenedListProps, 'onConfirm'>) {
  const { id, document, page, why, canBeSeen, confirmed } = line
  const { what, act } = NOT_SCREENED[why]
  const place = `${document}${page === null ? '' : `, side ${page}`}`
  return (
    <li data-confirmed={confirmed ?? undefined}>
      <div>
        <span className="sh-file" title={document}>
          {document}
        </span>
        {page !== null && <span> · side {page}</span>}
        <p>
          <b>{what}.</b> <span data-ink="muted">{act}</span>
        </p>
      </div>
      {confirmed === null ? (
        <p className="sh-row">
          {canBeSeen && (
            <Button look="outline" label={`Jeg har selv set den: ${place}`} onPress={() => onConfirm(id, 'seen')}>
              Jeg har selv set den
            </Button>
          )}
          <Button look="outline" label={`Udleveres ikke: ${place}`} onPress={() => onConfirm(id, 'left-out')}>
            Udleveres ikke
          </Button>
        </p>
      ) : (
        <Badge tone="ok" icon="check">
          {confirmed === 'seen' ? 'Set af dig' : 'Udleveres ikke'}
        </Badge>
      )}
    </li>
  )
}
