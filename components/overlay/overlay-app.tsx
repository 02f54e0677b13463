import { useState } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { ActionBar } from './action-bar.tsx'
import { ActionList } from './action-list.tsx'
import { HintCard } from './hint-card.tsx'
import { HintMarker } from './hint-marker.tsx'
import type { Explain, OverlayEvents, OverlayModel, OverlayPage } from './overlay-model.ts'
import { ProactiveChip } from './proactive-chip.tsx'
import { Slot } from './slot.tsx'
import { useOpenPart, type OpenPart } from './use-open-part.ts'

export interface OverlayAppProps {
  readonly model: OverlayModel
  readonly explain: Explain
  readonly page: OverlayPage
  readonly events: OverlayEvents
  /** Something the user should be told now, such as why a click was refused. */
  readonly message: string | null
  readonly features: { readonly bar: boolean; readonly rowHints: boolean }
}

type PartProps = OverlayAppProps & { readonly part: OpenPart }

/** Everything of ours on the page. */
export function OverlayApp(props: OverlayAppProps) {
  const part = useOpenPart()
  const { model, message, features } = props
  return (
    <aside aria-label="Sagshjælp" lang="da">
      {features.bar && <Bar {...props} part={part} />}
      {part.open === null && model.chip && <Chip key={adviceKey(model.chip)} {...props} part={part} chip={model.chip} />}
      <Markers {...props} part={part} />
      <Card {...props} part={part} />
      {part.open?.kind !== 'card' && (
        <p className="sh-hidden-text" role="status">
          {message}
        </p>
      )}
    </aside>
  )
}

function Bar({ model, page, events, part }: PartProps) {
  const { open, openList, openCard, close } = part
  const list = open?.kind === 'list' ? open : null
  return (
    <>
      <Slot name="bar" onSlot={page.onSlot} onEscape={close}>
        <ActionBar
          model={model}
          listOpen={list !== null}
          onToggleList={(from) => (list ? close() : openList(0, from))}
          onEnterList={(from) => openList((list?.entered ?? 0) + 1, from)}
          onFollow={events.follow}
          onOpenPanel={events.openPanel}
        />
      </Slot>
      {list && (
        <Slot name="list" onSlot={page.onSlot} onEscape={close}>
          <ActionList
            model={model}
            entered={list.entered}
            onFollow={events.follow}
            onWhy={(advice) => openCard(anchorOf(model, advice), [advice], null)}
            onOpenPanel={events.openPanel}
            onClose={close}
          />
        </Slot>
      )}
    </>
  )
}

function Chip({ model, page, part, chip }: PartProps & { readonly chip: Advice }) {
  const [closed, setClosed] = useState(false)
  if (closed) return null
  const anchor = anchorOf(model, chip)
  return (
    <Slot name="chip" anchor={anchor} onSlot={page.onSlot} onEscape={() => setClosed(true)}>
      <ProactiveChip advice={chip} onWhy={() => part.openCard(anchor, [chip], null)} onClose={() => setClosed(true)} />
    </Slot>
  )
}

function Markers({ model, page, part }: PartProps) {
  const { open, openCard, close } = part
  return model.spots.map((spot) => {
    const isOpen = open?.kind === 'card' && open.anchor === spot.id
    return (
      <Slot key={spot.id} name={`marker:${spot.id}`} onSlot={page.onSlot} onEscape={close}>
        <HintMarker spot={spot} open={isOpen} onToggle={(from) => (isOpen ? close() : openCard(spot.id, spot.advice, from))} />
      </Slot>
    )
  })
}

function Card({ model, explain, page, events, message, part }: PartProps) {
  const { open, close } = part
  if (open?.kind !== 'card') return null
  const advice = model.open.filter((one) => open.keys.includes(adviceKey(one)))
  if (advice.length === 0) return null
  return (
    <Slot name="card" anchor={open.anchor} onSlot={page.onSlot} onEscape={close}>
      <HintCard
        key={open.keys.join()}
        advice={advice}
        explain={explain}
        model={model}
        page={page}
        events={events}
        message={message}
        onClose={close}
      />
    </Slot>
  )
}

/** The spot that advice is shown beside, or the bar when it has none on this page. */
function anchorOf(model: OverlayModel, advice: Advice): string {
  const key = adviceKey(advice)
  return model.spots.find((spot) => spot.advice.some((one) => adviceKey(one) === key))?.id ?? 'bar'
}
