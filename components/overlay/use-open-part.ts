import { useRef, useState } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'

/** What is open: a card names its advice by key, so that a newer reading of the same case keeps it open and fresh. */
export type Open =
  | { readonly kind: 'list'; readonly entered: number }
  | { readonly kind: 'card'; readonly anchor: string; readonly keys: readonly string[] }

export interface OpenPart {
  readonly open: Open | null
  /** Opens a card from a marker or chip; from the list, the list's own opener stays the one to return to. */
  readonly openCard: (anchor: string, advice: readonly Advice[], from: HTMLElement | null) => void
  readonly openList: (entered: number, from: HTMLElement) => void
  /** Closes what is open and gives the focus back to what opened it. */
  readonly close: () => void
}

/** One part is open at a time. */
export function useOpenPart(): OpenPart {
  const [open, setOpen] = useState<Open | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  return {
    open,
    openCard: (anchor, advice, from) => {
      if (from) opener.current = from
      setOpen({ kind: 'card', anchor, keys: advice.map(adviceKey) })
    },
    openList: (entered, from) => {
      opener.current = from
      setOpen({ kind: 'list', entered })
    },
    close: () => {
      setOpen(null)
      giveBackFocus(opener.current)
      opener.current = null
    },
  }
}

/** To the opener, or to the bar when the opener has gone. */
function giveBackFocus(opener: HTMLElement | null): void {
  if (opener?.isConnected && opener.checkVisibility({ visibilityProperty: true })) opener.focus({ preventScroll: true })
}
