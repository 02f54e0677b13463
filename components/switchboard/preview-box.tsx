import { Button } from '#components/ui/button.tsx'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import { StateBadge } from '#components/ui/advice/state-badge.tsx'
import type { PreviewExample } from '#utils/switchboard/preview-switch.ts'
import type { PreviewState } from './switchboard-events.ts'

export interface PreviewBoxProps {
  readonly preview: PreviewState | null
  readonly onStop: () => void
  readonly onAgain: () => void
}

/** Which invented cases would gain or lose a hint. */
export function PreviewBox({ preview, onStop, onAgain }: PreviewBoxProps) {
  if (preview === null) return null
  const { result, count, state } = preview
  return (
    <section className="sh-preview" aria-label="Forhåndsvisning">
      <p className="sh-preview-line">
        <b>Prøvet på {formatNumber(result.examined)}</b> af {plural(count, 'opdigtet sag', 'opdigtede sager')}
        {state === 'running' && (
          <Button look="link" onPress={onStop}>
            Stop
          </Button>
        )}
        {state === 'stopped' && (
          <Button look="link" onPress={onAgain}>
            Prøv igen
          </Button>
        )}
      </p>
      <progress max={count} value={result.examined} aria-label="Prøvede sager" />
      <div className="sh-preview-figures" role="status">
        <Figure number={result.lose} label="sager mister et hint" ink="soon" />
        <Figure number={result.gain} label="sager får et hint" ink="ok" />
        <Figure number={result.examined - result.lose - result.gain} label="sager er uændrede" ink="muted" />
      </div>
      {result.examples.length > 0 && (
        <ul className="sh-preview-examples">
          {result.examples.map((example) => (
            <Example key={`${example.caseNumber} ${example.change}`} example={example} />
          ))}
        </ul>
      )}
      <p className="sh-small" data-ink="muted">
        Sagerne er trukket, så hver regel bliver prøvet omtrent lige ofte. Tallene viser, hvad reglen gør, ikke hvor mange borgere det
        gælder. Alt er regnet på denne computer.
      </p>
    </section>
  )
}

function Figure({ number, label, ink }: { readonly number: number; readonly label: string; readonly ink: string }) {
  return (
    <p>
      <b data-ink={number > 0 ? ink : 'muted'}>{formatNumber(number)}</b> {label}
    </p>
  )
}

function Example({ example: { caseNumber, change, advice } }: { readonly example: PreviewExample }) {
  return (
    <li>
      <span>
        Opdigtet sag {caseNumber} {change === 'loses' ? 'mister' : 'får'}: {advice.title}
      </span>
      <StateBadge advice={advice} />
    </li>
  )
}
