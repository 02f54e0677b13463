import { useRef } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { lookOf, stateText } from '#components/ui/advice/verdict.ts'
import { Icon } from '#components/ui/icon.tsx'
import { moveWithArrows } from './arrow-keys.ts'
import type { OverlayEvents, OverlayModel } from './overlay-model.ts'
import { StatusDot } from './status-dot.tsx'
import { useKeys } from './use-keys.ts'

/** How many next actions the bar can hold; the place decides how many of them are seen (`data-width`). */
const MOST_IN_BAR = 3

export interface ActionBarProps {
  readonly model: OverlayModel
  readonly listOpen: boolean
  readonly onToggleList: (from: HTMLElement) => void
  /** Opens the list, if it is not, and moves the focus into it. */
  readonly onEnterList: (from: HTMLElement) => void
  readonly onFollow: OverlayEvents['follow']
  readonly onOpenPanel: OverlayEvents['openPanel']
}

/** One line at the case header: how far reading has come, the most urgent next actions, and how many more there are. */
export function ActionBar(props: ActionBarProps) {
  const { model, listOpen } = props
  const bar = useRef<HTMLDivElement>(null)
  const inBar = model.actions.slice(0, MOST_IN_BAR)
  useKeys(bar, (event, part) => {
    const more = event.key === 'ArrowDown' ? part.querySelector<HTMLElement>('.sh-bar-more') : null
    if (!more) return moveWithArrows(event, part, 'across')
    event.preventDefault()
    props.onEnterList(more)
  })
  return (
    <div className="sh-bar" role="group" aria-label="Næste handlinger" ref={bar}>
      <StatusDot status={model.status} />
      {inBar.map((advice) => <BarAction key={adviceKey(advice)} advice={advice} onFollow={props.onFollow} />)}
      {inBar.length === 0 && <span className="sh-bar-quiet">{model.open.length === 0 ? 'Intet at gøre nu' : 'Ingen næste handling'}</span>}
      {model.open.length > 0 && (
        <button type="button" className="sh-bar-more" aria-expanded={listOpen} aria-label={moreLabel(model, inBar.length)} onClick={(event) => props.onToggleList(event.currentTarget)}>
          <MoreText open={model.open.length} inBar={inBar.length} />
          <Icon name="chevron" />
        </button>
      )}
      <button type="button" className="sh-bar-panel" data-act="open-panel" aria-label="Åbn Sagshjælps panel" title="Åbn panelet" onClick={() => props.onOpenPanel()}>
        <Icon name="panel" />
      </button>
    </div>
  )
}

function BarAction({ advice, onFollow }: { readonly advice: Advice; readonly onFollow: OverlayEvents['follow'] }) {
  const { action } = advice
  if (!action) return null
  return (
    <button type="button" className="sh-bar-action" data-act="follow" title={advice.title} onClick={() => onFollow(action.link)}>
      <span className="sh-bar-label">{action.label}</span>
      <span className="sh-bar-state" data-ink={lookOf(advice).tone}>{stateText(advice)}</span>
    </button>
  )
}

/** The count fits what the bar shows at each width; CSS picks one. */
function MoreText({ open, inBar }: { readonly open: number; readonly inBar: number }) {
  return (
    <>
      {[['wide', inBar], ['middle', Math.min(inBar, 2)], ['narrow', Math.min(inBar, 1)]].map(([width, shown]) => {
        const rest = open - Number(shown)
        return <span key={width} data-for={width} aria-hidden="true">{rest > 0 ? `${rest} mere` : 'Hvorfor?'}</span>
      })}
      <span data-for="badge" aria-hidden="true">{open}</span>
    </>
  )
}

function moreLabel(model: OverlayModel, inBar: number): string {
  const rest = model.open.length - inBar
  return rest > 0 ? `${rest} mere: vis alle ${model.open.length}` : `Hvorfor? Vis alle ${model.open.length}`
}
