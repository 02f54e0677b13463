import { useEffect, useId, useRef, useState } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { ExplanationBody } from '#components/ui/advice/explanation-body.tsx'
import { StateBadge } from '#components/ui/advice/state-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { FollowButton } from './action-list.tsx'
import type { Explain, OverlayEvents, OverlayModel, OverlayPage } from './overlay-model.ts'
import { PutAway } from './put-away.tsx'

export interface HintCardProps {
  readonly advice: readonly Advice[]
  readonly explain: Explain
  readonly model: Pick<OverlayModel, 'today' | 'locked'>
  readonly page: OverlayPage
  readonly events: OverlayEvents
  readonly message: string | null
  readonly onClose: () => void
}

/** "Hvorfor?" of one field or row. Not modal: the page stays in use behind it. */
export function HintCard({ advice, explain, model, page, events, message, onClose }: HintCardProps) {
  const [index, setIndex] = useState(0)
  const card = useRef<HTMLElement>(null)
  const titleId = useId()
  // It opens only by the user's own press, so taking focus along is hers, not stolen.
  useEffect(() => card.current?.focus({ preventScroll: true }), [])
  const current = advice[Math.min(index, advice.length - 1)]
  if (!current) return null
  return (
    <section className="sh-card" role="dialog" aria-modal="false" aria-labelledby={titleId} tabIndex={-1} ref={card}>
      <header>
        <div>
          <StateBadge advice={current} />
          <h2 id={titleId}>{current.title}</h2>
        </div>
        {advice.length > 1 && <Pager index={index} count={advice.length} onMove={setIndex} />}
        <Button look="icon" icon="cross" label="Luk" onPress={onClose} />
      </header>
      <div className="sh-scroll">
        <ExplanationBody explanation={explain(current)} placeOf={page.placeOf} mayShow={page.mayShow} onShowFact={events.showFact} />
      </div>
      <p className="sh-message" role="status">
        {message}
      </p>
      <footer>
        <FollowButton advice={current} onFollow={events.follow} primary />
        {model.locked.includes(current.rule) ? (
          <Badge icon="lock">Styres af din organisation</Badge>
        ) : (
          <PutAway
            key={current.rule}
            advice={current}
            today={model.today}
            onSnooze={(until) => events.snooze(current.rule, until)}
            onDismiss={(reason) => events.dismiss(current.rule, reason)}
          />
        )}
      </footer>
    </section>
  )
}

function Pager({ index, count, onMove }: { readonly index: number; readonly count: number; readonly onMove: (index: number) => void }) {
  return (
    <div className="sh-row">
      <Button
        look="icon"
        icon="arrow"
        label={`Næste hint, nr. ${((index + 1) % count) + 1} af ${count}`}
        onPress={() => onMove((index + 1) % count)}
      />
      <span data-ink="muted">
        {index + 1}/{count}
      </span>
    </div>
  )
}
