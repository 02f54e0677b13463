import type { Advice } from '#utils/domain/advice.ts'
import { lookOf, stateText } from '#components/ui/advice/verdict.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

export interface ProactiveChipProps {
  readonly advice: Advice
  readonly onWhy: () => void
  readonly onClose: () => void
}

/** The one thing that may speak up by itself in a page view. It waits to be read and takes no focus. */
export function ProactiveChip({ advice, onWhy, onClose }: ProactiveChipProps) {
  const { tone, icon } = lookOf(advice)
  return (
    <div className="sh-chip" role="status" data-tone={tone}>
      <span data-ink={tone}>
        <Icon name={icon} />
      </span>
      <p>
        <b>{advice.title}</b> <span data-ink={tone}>{stateText(advice)}</span>
      </p>
      <Button look="link" label={`Hvorfor? ${advice.title}`} onPress={onWhy}>
        Hvorfor?
      </Button>
      <Button look="icon" icon="cross" label="Luk beskeden" onPress={onClose} />
    </div>
  )
}
