import { boxOf } from './geometry.ts'

const SHOWN_MS = 5000
const AIR = 4

/** The ring that shows where on the page a fact stands. Drawn in our layer: the page's element is not touched. */
export interface Highlight {
  show(target: Element): void
  /** Follows the target when the page moves. */
  follow(origin: { readonly x: number; readonly y: number }): void
  clear(): void
}

export function createHighlight(layer: HTMLElement): Highlight {
  let target: Element | null = null
  let ring: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const clear = () => {
    clearTimeout(timer)
    ring?.remove()
    ring = null
    target = null
  }
  return {
    clear,
    show: (next) => {
      clear()
      target = next
      ring = layer.ownerDocument.createElement('div')
      ring.className = 'sh-ring'
      ring.setAttribute('aria-hidden', 'true')
      layer.append(ring)
      timer = setTimeout(clear, SHOWN_MS)
    },
    follow: (origin) => {
      if (!ring || !target) return
      if (!target.isConnected) return clear()
      const box = boxOf(target)
      ring.style.translate = `${Math.round(box.left - AIR - origin.x)}px ${Math.round(box.top - AIR - origin.y)}px`
      ring.style.inlineSize = `${Math.round(box.width + 2 * AIR)}px`
      ring.style.blockSize = `${Math.round(box.height + 2 * AIR)}px`
    },
  }
}
