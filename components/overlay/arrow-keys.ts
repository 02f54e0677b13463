const STEPS = { across: { ArrowRight: 1, ArrowLeft: -1 }, down: { ArrowDown: 1, ArrowUp: -1 } } as const

/** Moves focus among the visible buttons of a part with arrow keys, Home and End. */
export function moveWithArrows(event: KeyboardEvent, part: HTMLElement, keys: keyof typeof STEPS): void {
  const buttons = visibleButtons(part)
  const target = goal(event.key, buttons, STEPS[keys])
  if (!target) return
  event.preventDefault()
  target.focus()
}

/** The first button of a part that can be seen. */
export function firstButton(part: ParentNode | null): HTMLElement | null {
  return part ? (visibleButtons(part)[0] ?? null) : null
}

function goal(key: string, buttons: readonly HTMLElement[], steps: Readonly<Record<string, number>>): HTMLElement | undefined {
  if (key === 'Home') return buttons[0]
  if (key === 'End') return buttons.at(-1)
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (step === undefined || buttons.length === 0) return undefined
  const at = buttons.findIndex((button) => isFocused(button))
  return buttons[(at + step + buttons.length) % buttons.length]
}

function visibleButtons(part: ParentNode): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>('button:not([disabled])')].filter((button) =>
    button.checkVisibility({ visibilityProperty: true }),
  )
}

/** Focus inside a shadow root is seen from that root only. */
function isFocused(button: HTMLElement): boolean {
  const root = button.getRootNode() as Partial<DocumentOrShadowRoot>
  return root.activeElement === button
}
