import { useEffect, useRef } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { StateBadge } from '#components/ui/advice/state-badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { firstButton, moveWithArrows } from './arrow-keys.ts'
import type { OverlayEvents, OverlayModel } from './overlay-model.ts'
import { statusText } from './status-dot.tsx'
import { useKeys } from './use-keys.ts'

export interface ActionListProps {
  readonly model: OverlayModel
  /** Grows each time the keyboard asks to come in; 0 when the list was opened by a click. */
  readonly entered: number
  readonly onFollow: OverlayEvents['follow']
  readonly onWhy: (advice: Advice) => void
  readonly onOpenPanel: OverlayEvents['openPanel']
  readonly onClose: () => void
}

/** Everything open, unfolded from the bar. */
export function ActionList({ model, entered, onFollow, onWhy, onOpenPanel, onClose }: ActionListProps) {
  const list = useRef<HTMLElement>(null)
  const items = useRef<HTMLUListElement>(null)
  useKeys(list, (event, part) => moveWithArrows(event, part, 'down'))
  useEffect(() => { if (entered > 0) firstButton(items.current)?.focus({ preventScroll: true }) }, [entered])
  return (
    <section className="sh-card sh-list" aria-label="Alle hints i sagen" ref={list}>
      <header>
        <h2>{model.open.length} i denne sag</h2>
        <Button look="icon" icon="cross" label="Luk listen" onPress={onClose} />
      </header>
      <ul className="sh-scroll" ref={items}>
        {model.open.map((advice) => (
          <li key={adviceKey(advice)}>
            <div>
              <p>{advice.title}</p>
              <StateBadge advice={advice} />
            </div>
            <div className="sh-list-acts">
              {advice.action && <FollowButton advice={advice} onFollow={onFollow} />}
              <Button look="link" label={`Hvorfor? ${advice.title}`} onPress={() => onWhy(advice)}>
                {advice.verdict === 'unknown' ? 'Hvorfor ikke?' : 'Hvorfor?'}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <footer>
        <span data-ink="muted">{statusText(model.status)}</span>
        <span data-act="open-panel"><Button look="link" onPress={() => onOpenPanel()}>Se det hele i panelet</Button></span>
      </footer>
    </section>
  )
}

/** The quick link of one piece of advice. `data-act` puts it behind the overlay's check for real, seen clicks. */
export function FollowButton({ advice, onFollow, primary = false }: { readonly advice: Advice; readonly onFollow: OverlayEvents['follow']; readonly primary?: boolean }) {
  const { action } = advice
  if (!action) return null
  return (
    <span data-act="follow">
      <Button look={primary ? 'primary' : 'link'} {...(primary && { icon: 'arrow' as const })} onPress={() => onFollow(action.link)}>{action.label}</Button>
    </span>
  )
}
