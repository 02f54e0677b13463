import { lookOf, stateText } from '#components/ui/advice/verdict.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { HintSpot } from './overlay-model.ts'

export interface HintMarkerProps {
  readonly spot: HintSpot
  readonly open: boolean
  readonly onToggle: (opener: HTMLElement) => void
}

/** A small sign beside the field or row that advice is about. */
export function HintMarker({ spot, open, onToggle }: HintMarkerProps) {
  const first = spot.advice[0]
  if (!first) return null
  const look = lookOf(first)
  const more = spot.advice.length > 1 ? ` og ${spot.advice.length - 1} mere` : ''
  const label = `${first.title}, ${stateText(first)}${more}`
  return (
    <button
      type="button"
      className="sh-marker"
      data-tone={look.tone}
      aria-expanded={open}
      aria-label={`Hvorfor? ${label}`}
      title={label}
      onClick={(event) => onToggle(event.currentTarget)}
    >
      <Icon name={look.icon} />
      {spot.advice.length > 1 && <span aria-hidden="true">{spot.advice.length}</span>}
    </button>
  )
}
