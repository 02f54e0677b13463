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
const SHOWN = { wide: 3, middle: 2, narrow: 1 } as const

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
  const todo = todoCount(model.open)
  useKeys(bar, (event, part) => {
    const more = event.key === 'ArrowDown' ? part.querySelector<HTMLElement>('.sh-bar-more') : null
    if (!more) return moveWithArrows(event, part, 'across')
    event.preventDefault()
    props.onEnterList(more)
  })
  return (
    <div className="sh-bar" role="group" aria-label="Næste handlinger" ref={bar}>
      <StatusDot status={model.status} />
      {inBar.map((advice) => (
        <BarAction key={adviceKey(advice)} advice={advice} onFollow={props.onFollow} />
      ))}
      {inBar.length === 0 && <span className="sh-bar-quiet">{quietText(model)}</span>}
      {model.open.length > 0 && (
        <button type="button" className="sh-bar-more" aria-expanded={listOpen} onClick={(event) => props.onToggleList(event.currentTarget)}>
          <MoreText todo={todo} unknown={model.open.length - todo} inBar={inBar.length} />
          <span className="sh-hidden-text">: {moreLabel(model)}</span>
          <Icon name="chevron" />
        </button>
      )}
      <button
        type="button"
        className="sh-bar-panel"
        data-act="open-panel"
        aria-label="Åbn Sagshjælps panel"
        title="Åbn panelet"
        onClick={() => props.onOpenPanel()}
      >
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
      <span className="sh-bar-state" data-ink={lookOf(advice).tone}>
        {stateText(advice)}
      </span>
    </button>
  )
}

/** The count fits what the bar shows at each width; CSS picks one. What cannot be judged is counted apart: it is no work yet. */
function MoreText({ todo, unknown, inBar }: { readonly todo: number; readonly unknown: number; readonly inBar: number }) {
  return (
    <>
      {(['wide', 'middle', 'narrow'] as const).map((width) => {
        const rest = todo - Math.min(inBar, SHOWN[width])
        return (
          <span key={width} data-for={width}>
            {rest > 0 ? `${rest} mere` : restText(todo, unknown)}
          </span>
        )
      })}
      <span data-for="badge">{todo > 0 ? todo : `${unknown} ?`}</span>
    </>
  )
}

function restText(todo: number, unknown: number): string {
  return todo === 0 && unknown > 0 ? `${unknown} kan ikke vurderes` : 'Hvorfor?'
}

function quietText({ open }: OverlayModel): string {
  return todoCount(open) > 0 ? 'Ingen næste handling' : 'Intet at gøre i det læste'
}

function moreLabel(model: OverlayModel): string {
  const todo = todoCount(model.open)
  const unknown = model.open.length - todo
  return `vis alle: ${todo} at se på${unknown > 0 ? `, ${unknown} kan ikke vurderes` : ''}`
}

function todoCount(open: readonly Advice[]): number {
  return open.filter((one) => one.verdict !== 'unknown').length
}
