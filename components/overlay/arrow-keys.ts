import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Moves focus among the visible buttons of a part with arrow keys, Home and End. Returns whether the key was used. */
export function moveWithArrows(event: KeyboardEvent<HTMLElement>, keys: 'across' | 'down'): boolean {
  const buttons = visibleButtons(event.currentTarget)
  const target = goal(event.key, keys, { buttons, at: buttons.findIndex((button) => isFocused(button)) })
  if (!target) return false
  event.preventDefault()
  target.focus()
  return true
}

/** The first button of a part that can be seen. */
export function firstButton(container: ParentNode | null): HTMLElement | null {
  return container ? (visibleButtons(container)[0] ?? null) : null
}

function goal(key: string, keys: 'across' | 'down', now: { buttons: readonly HTMLElement[]; at: number }): HTMLElement | null {
  if (key === 'Home') return now.buttons[0] ?? null
  if (key === 'End') return now.buttons.at(-1) ?? null
  const isMine = keys === 'across' ? key === 'ArrowRight' || key === 'ArrowLeft' : key === 'ArrowDown' || key === 'ArrowUp'
  const step = isMine ? STEPS[key] : undefined
  if (step === undefined || now.buttons.length === 0) return null
  return now.buttons[(now.at + step + now.buttons.length) % now.buttons.length] ?? null
}

function visibleButtons(container: ParentNode): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('button:not([disabled])')].filter((button) => button.checkVisibility())
}

/** Focus inside a shadow root is seen from that root only. */
function isFocused(button: HTMLElement): boolean {
  const root = button.getRootNode()
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === button
}
