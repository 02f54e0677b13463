import { useCallback, useRef, useState, type KeyboardEvent } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { ActionBar } from './action-bar.tsx'
import { ActionList } from './action-list.tsx'
import { HintCard } from './hint-card.tsx'
import { HintMarker } from './hint-marker.tsx'
import type { Explain, OverlayEvents, OverlayModel, OverlayPage } from './overlay-model.ts'
import { ProactiveChip } from './proactive-chip.tsx'
import { Slot } from './slot.tsx'

export interface OverlayAppProps {
  readonly model: OverlayModel
  readonly explain: Explain
  readonly page: OverlayPage
  readonly events: OverlayEvents
  /** Something the user should be told now, such as why a click was refused. */
  readonly message: string | null
  readonly features: { readonly bar: boolean; readonly rowHints: boolean }
}

/** What is open: a card names its advice by key, so that a newer reading of the same case keeps it open and fresh. */
type Open = { readonly kind: 'list' } | { readonly kind: 'card'; readonly anchor: string; readonly keys: readonly string[] }

/** Everything of ours on the page. */
export function OverlayApp({ model, explain, page, events, message, features }: OverlayAppProps) {
  const { open, setOpen, close, opener, onEscape } = useOpenPart()
  const [chipClosed, setChipClosed] = useState<string | null>(null)
  const moreButton = useRef<HTMLButtonElement>(null)
  const openCard = (anchor: string, advice: readonly Advice[], from: HTMLElement | null) => {
    opener.current = from
    setOpen({ kind: 'card', anchor, keys: advice.map(adviceKey) })
  }
  const toggleList = () => {
    opener.current = moreButton.current
    if (open?.kind === 'list') close()
    else setOpen({ kind: 'list' })
  }
  const chip = model.chip && adviceKey(model.chip) !== chipClosed && open === null ? model.chip : null
  const cardAdvice = open?.kind === 'card' ? model.open.filter((one) => open.keys.includes(adviceKey(one))) : []
  return (
    <aside aria-label="Sagshjælp" lang="da">
      {features.bar && <Slot name="bar" onSlot={page.onSlot} onKeyDown={onEscape}>
        <ActionBar model={model} listOpen={open?.kind === 'list'} moreRef={moreButton} onToggleList={toggleList} onFollow={events.follow} onOpenPanel={events.openPanel} />
      </Slot>}
      {open?.kind === 'list' && (
        <Slot name="list" anchor="bar" onSlot={page.onSlot} onKeyDown={onEscape}>
          <ActionList
            model={model}
            onFollow={events.follow}
            onWhy={(advice) => openCard(anchorOf(model, advice), [advice], moreButton.current)}
            onOpenPanel={events.openPanel}
            onClose={close}
          />
        </Slot>
      )}
      {chip && (
        <Slot name="chip" anchor={anchorOf(model, chip)} onSlot={page.onSlot} onKeyDown={(event) => { if (event.key === 'Escape') setChipClosed(adviceKey(chip)) }}>
          <ProactiveChip
            advice={chip}
            onWhy={() => { setChipClosed(adviceKey(chip)); openCard(anchorOf(model, chip), [chip], moreButton.current) }}
            onClose={() => setChipClosed(adviceKey(chip))}
          />
        </Slot>
      )}
      {model.spots.map((spot) => {
        const isOpen = open?.kind === 'card' && open.anchor === spot.id
        return (
          <Slot key={spot.id} name={`marker:${spot.id}`} onSlot={page.onSlot} onKeyDown={onEscape}>
            <HintMarker spot={spot} open={isOpen} onToggle={(from) => (isOpen ? close() : openCard(spot.id, spot.advice, from))} />
          </Slot>
        )
      })}
      {open?.kind === 'card' && cardAdvice.length > 0 && (
        <Slot name="card" anchor={open.anchor} onSlot={page.onSlot} onKeyDown={onEscape}>
          <HintCard key={open.keys.join()} advice={cardAdvice} explain={explain} model={model} page={page} events={events} message={message} onClose={close} />
        </Slot>
      )}
      {open?.kind !== 'card' && <p className="sh-hidden-text" role="status">{message}</p>}
    </aside>
  )
}

/** One part is open at a time; closing it gives focus back to what opened it. */
function useOpenPart() {
  const [open, setOpen] = useState<Open | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const close = useCallback(() => {
    setOpen(null)
    opener.current?.focus({ preventScroll: true })
    opener.current = null
  }, [])
  const onEscape = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || open === null) return
    event.preventDefault()
    close()
  }
  return { open, setOpen, close, opener, onEscape }
}

/** The spot that advice is shown beside, or the bar when it has none on this page. */
function anchorOf(model: OverlayModel, advice: Advice): string {
  const key = adviceKey(advice)
  return model.spots.find((spot) => spot.advice.some((one) => adviceKey(one) === key))?.id ?? 'bar'
}
