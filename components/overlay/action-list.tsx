import { useEffect, useRef } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { whereToRead } from '#utils/assistant/where-to-read.ts'
import { StateBadge } from '#components/ui/advice/state-badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
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
  const items = useRef<HTMLDivElement>(null)
  useKeys(list, (event, part) => moveWithArrows(event, part, 'down'))
  useEffect(() => {
    if (entered > 0) firstButton(items.current)?.focus({ preventScroll: true })
  }, [entered])
  const [todo, unknown] = [model.open.filter((one) => one.verdict !== 'unknown'), model.open.filter((one) => one.verdict === 'unknown')]
  const line = (advice: Advice) => <Line key={adviceKey(advice)} advice={advice} onFollow={onFollow} onWhy={onWhy} />
  return (
    <section className="sh-card sh-list" aria-label="Alle hints i sagen" ref={list}>
      <header>
        <h2>{todo.length === 0 ? 'Intet at se på i det læste' : `${todo.length} at se på`}</h2>
        <Button look="icon" icon="cross" label="Luk listen" onPress={onClose} />
      </header>
      <div className="sh-scroll" ref={items}>
        <ul>{todo.map(line)}</ul>
        {unknown.length > 0 && (
          <Disclosure startsOpen={todo.length === 0} summary={<span data-ink="unknown">{unknown.length} kan ikke vurderes</span>}>
            <ul>{unknown.map(line)}</ul>
          </Disclosure>
        )}
      </div>
      <footer>
        <span data-ink="muted">{statusText(model.status)}</span>
        <span data-act="open-panel">
          <Button look="link" onPress={() => onOpenPanel()}>
            Se det hele i panelet
          </Button>
        </span>
      </footer>
    </section>
  )
}

function Line({ advice, onFollow, onWhy }: { readonly advice: Advice } & Pick<ActionListProps, 'onFollow' | 'onWhy'>) {
  const unknown = advice.verdict === 'unknown'
  return (
    <li>
      <div>
        <p>{advice.title}</p>
        {!unknown && <StateBadge advice={advice} />}
      </div>
      <div className="sh-list-acts">
        <FollowButton advice={advice} onFollow={onFollow} />
        <Button look="link" label={`${unknown ? 'Hvorfor ikke?' : 'Hvorfor?'} ${advice.title}`} onPress={() => onWhy(advice)}>
          {unknown ? 'Hvorfor ikke?' : 'Hvorfor?'}
        </Button>
      </div>
    </li>
  )
}

/**
 * Where one piece of advice leads: to the act, or, while it cannot be judged, to the screen that tells what is missing.
 * `data-act` puts it behind the overlay's check for real, seen clicks.
 */
export function FollowButton({
  advice,
  onFollow,
  primary = false,
}: {
  readonly advice: Advice
  readonly onFollow: OverlayEvents['follow']
  readonly primary?: boolean
}) {
  const action = advice.verdict === 'unknown' ? whereToRead(advice.missing) : advice.action
  if (!action) return null
  return (
    <span data-act="follow">
      <Button look={primary ? 'primary' : 'link'} {...(primary && { icon: 'arrow' as const })} onPress={() => onFollow(action.link)}>
        {action.label}
      </Button>
    </span>
  )
}
