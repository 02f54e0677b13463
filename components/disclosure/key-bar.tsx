import type { DecisionKind } from '#utils/disclosure/model/decision.ts'
import type { ReviewEvents } from './review-events.ts'
import { DECISION_ORDER, DECISIONS } from './words.ts'

export interface KeyBarProps {
  readonly usual: DecisionKind | null
  readonly decided: DecisionKind | 'mixed' | null
  readonly allLike: string | null
  readonly canUndo: boolean
  readonly on: ReviewEvents
}

/** The decisions and their keys. The usual one is marked, never made. */
export function KeyBar({ usual, decided, allLike, canUndo, on }: KeyBarProps) {
  return (
    <div className="sh-keys-bar">
      <div className="sh-decisions" role="group" aria-label="Beslutning">
        {DECISION_ORDER.map((kind) => (
          <button
            key={kind}
            type="button"
            className="sh-decision"
            data-kind={kind}
            data-usual={kind === usual || undefined}
            aria-pressed={decided === kind}
            onClick={() => on.decide(kind)}
          >
            <kbd>{DECISIONS[kind].key}</kbd>
            <span>{DECISIONS[kind].name}</span>
            {kind === usual && (
              <span className="sh-usual">
                <kbd>Enter</kbd> sædvanligt
              </span>
            )}
          </button>
        ))}
      </div>
      <div className="sh-row">
        <Small keyName="A" name={allLike ?? 'Alle af samme slags'} disabled={allLike === null} onPress={on.decideAllLike} />
        <Small keyName="Z" name="Fortryd" disabled={!canUndo} onPress={on.undo} />
        <Small keyName="K" name="Forrige" onPress={on.previous} />
        <Small keyName="J" name="Næste" onPress={on.next} />
      </div>
    </div>
  )
}

interface SmallProps {
  readonly keyName: string
  readonly name: string
  readonly disabled?: boolean
  readonly onPress: () => void
}

function Small({ keyName, name, disabled = false, onPress }: SmallProps) {
  return (
    <button type="button" className="sh-small-key" disabled={disabled} onClick={onPress}>
      <kbd>{keyName}</kbd> {name}
    </button>
  )
}
