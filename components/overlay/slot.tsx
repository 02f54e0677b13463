import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { OverlayPage, SlotName } from './overlay-model.ts'

export interface SlotProps {
  readonly name: SlotName
  readonly onSlot: OverlayPage['onSlot']
  /** The marker or bar it belongs to. */
  readonly anchor?: string
  readonly children: ReactNode
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
}

/** A part that is placed on the page from outside; it reports its element and knows nothing of where it stands. */
export function Slot({ name, onSlot, anchor, children, onKeyDown }: SlotProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    onSlot(name, element.current)
    return () => onSlot(name, null)
  }, [name, anchor, onSlot])
  return <div className="sh-slot" data-slot={name} data-anchor={anchor} ref={element} onKeyDown={onKeyDown}>{children}</div>
}
