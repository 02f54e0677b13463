import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { OverlayApp, type OverlayAppProps } from '#components/overlay/overlay-app.tsx'

/** Draws the overlay's components into an element. */
export interface OverlayRenderer {
  /** On the page when it returns. */
  draw(props: OverlayAppProps): void
  /** Nothing left when it returns. */
  clear(): void
}

export function createRenderer(layer: HTMLElement): OverlayRenderer {
  let root: Root | null = null
  return {
    draw: (props) => {
      root ??= createRoot(layer)
      const drawing = root
      flushSync(() => drawing.render(createElement(OverlayApp, props)))
    },
    clear: () => {
      const old = root
      root = null
      if (old) flushSync(() => old.unmount())
      layer.replaceChildren()
    },
  }
}
