import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { OverlayPage, SlotName } from './overlay-model.ts'
import { useKeys } from './use-keys.ts'

export interface SlotProps {
  readonly name: SlotName
  readonly onSlot: OverlayPage['onSlot']
  /** The marker or bar it belongs to. */
  readonly anchor?: string
  readonly children: ReactNode
  readonly onEscape: () => void
}

/** A part that is placed on the page from outside; it reports its element and knows nothing of where it stands. */
export function Slot({ name, onSlot, anchor = 'bar', children, onEscape }: SlotProps) {
  const part = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = part.current
    // With another anchor it is another place: report it anew.
    element?.setAttribute('data-anchor', anchor)
    onSlot(name, element)
    return () => onSlot(name, null)
  }, [name, anchor, onSlot])
  useKeys(part, (event) => {
    if (event.key === 'Escape') onEscape()
  })
  return (
    <div className="sh-slot" data-slot={name} ref={part}>
      {children}
    </div>
  )
}
