import type { AdviceChange } from '#utils/assistant/advice-changes.ts'
import { Button } from '#components/ui/button.tsx'
import { plural } from '#components/ui/format-da.ts'
import { ChangeList } from './change-list.tsx'

export interface SinceLastLookProps {
  readonly changes: readonly AdviceChange[]
  readonly onSeen: () => void
}

/** "Siden sidst": what has changed in the open case since it was last looked at. */
export function SinceLastLook({ changes, onSeen }: SinceLastLookProps) {
  return (
    <>
      <p className="sh-hidden-text" role="status">
        {changes.length > 0 ? `${plural(changes.length, 'ændring', 'ændringer')} siden sidst` : ''}
      </p>
      {changes.length > 0 && (
        <section className="sh-since" aria-label="Siden sidst">
          <h3 className="sh-group-title">
            Siden sidst <span className="sh-count">{changes.length}</span>
          </h3>
          <ChangeList changes={changes} />
          <Button look="outline" icon="check" onPress={onSeen}>
            Set
          </Button>
        </section>
      )}
    </>
  )
}
