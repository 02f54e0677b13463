import type { OwnerReason } from '#utils/disclosure/misfiled/page-evidence.ts'
import { Button } from '#components/ui/button.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { OWNER_REASONS } from './owner-words.ts'

/** Pages that seem to be somebody else's. */
export interface MisfiledLine {
  readonly id: string
  readonly document: string
  readonly from: number | null
  readonly to: number | null
  readonly whole: boolean
  readonly reasons: readonly OwnerReason[]
  readonly answer: 'withheld' | 'belongs' | null
}

export interface MisfiledListProps {
  readonly lines: readonly MisfiledLine[]
  readonly onShow: (id: string) => void
  readonly onAnswer: (id: string, answer: 'withheld' | 'belongs') => void
}

/** What seems to be filed with the wrong citizen: each is answered for by a person. */
export function MisfiledList({ lines, onShow, onAnswer }: MisfiledListProps) {
  if (lines.length === 0) return null
  return (
    <section className="sh-misfiled" aria-label="Fejlarkiveret?">
      <h2>
        <Icon name="alert" /> Hører ikke til her?
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <p>
              <b>{placeOf(line)}</b> ser ud til at være en andens.{' '}
              <span data-ink="muted">{line.reasons.map((reason) => OWNER_REASONS[reason]).join('. ')}</span>
            </p>
            {line.answer === null ? <Answers line={line} onShow={onShow} onAnswer={onAnswer} /> : <Answered answer={line.answer} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answers({ line, onShow, onAnswer }: { readonly line: MisfiledLine } & Omit<MisfiledListProps, 'lines'>) {
  const place = placeOf(line)
  return (
    <p className="sh-row">
      <Button look="outline" label={`Vis ${place}`} onPress={() => onShow(line.id)}>
        Vis
      </Button>
      <Button look="outline" label={`Undtag dokumentet: ${place}`} onPress={() => onAnswer(line.id, 'withheld')}>
        Undtag dokumentet
      </Button>
      <Button look="outline" label={`Hører til sagen: ${place}`} onPress={() => onAnswer(line.id, 'belongs')}>
        Hører til sagen
      </Button>
    </p>
  )
}

function Answered({ answer }: { readonly answer: 'withheld' | 'belongs' }) {
  return answer === 'withheld' ? (
    <p>
      <Badge tone="late" icon="lock">
        Undtaget
      </Badge>{' '}
      <span data-ink="muted">Meld det som et muligt brud på datasikkerheden.</span>
    </p>
  ) : (
    <Badge tone="ok" icon="check">
      Hører til sagen
    </Badge>
  )
}

function placeOf({ document, from, to, whole }: MisfiledLine): string {
  if (whole || from === null) return document
  return from === to ? `${document}, side ${from}` : `${document}, side ${from}–${to ?? from}`
}
