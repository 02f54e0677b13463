import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { OverlayPage, SlotName } from '#components/overlay/overlay-model.ts'
import { installActGate } from './act-gate.ts'
import { createFollower } from './follower.ts'
import { createHighlight } from './highlight.ts'
import { createShadowHost, type ShadowHost } from './shadow-host.ts'
import { createSightWatch } from './sight-watch.ts'

export interface SurfaceOptions {
  readonly document: Document
  readonly header: () => Element | null
  readonly anchorOf: (spot: string) => Element | null
  readonly onLost: () => void
  readonly onRefused: (code: ErrorCode) => void
}

/** Our place in the page: the host, what guards it and what keeps its parts where they belong. */
export interface Surface {
  readonly shadow: ShadowHost
  readonly onSlot: OverlayPage['onSlot']
  /** Runs a rendering and places everything once after it. */
  render(draw: () => void): void
  ring(target: Element): void
  /** Empties the page of us, at once. */
  clear(): void
}

const now = () => performance.now()
/** Parts that lead somewhere; markers only open cards. */
const WATCHED: ReadonlySet<SlotName> = new Set<SlotName>(['bar', 'list', 'card'])

export function createSurface({ document, header, anchorOf, onLost, onRefused }: SurfaceOptions): Surface {
  const shadow = createShadowHost(document)
  const highlight = createHighlight(shadow.layer)
  const follower = createFollower({ document, host: shadow.host, highlight, header, anchorOf, onLost, now })
  const sight = createSightWatch()
  const seen = new Map<SlotName, HTMLElement>()
  let rendering = false
  installActGate({ root: shadow.root, sight, now, movedAt: follower.movedAt, onRefused })

  const onSlot = (name: SlotName, element: HTMLElement | null) => {
    const before = seen.get(name)
    if (before) sight.unwatch(before)
    seen.delete(name)
    // A part is out of sight until it has a place, so that nothing flashes in the corner of the page.
    element?.toggleAttribute('data-away', true)
    follower.onSlot(name, element)
    if (!element) return
    if (WATCHED.has(name)) {
      seen.set(name, element)
      sight.watch(element)
    }
    // Placed before the browser paints, and before focus is moved into it.
    if (!rendering) follower.place()
  }
  return {
    shadow,
    onSlot,
    render: (draw) => {
      shadow.attach()
      follower.start()
      rendering = true
      draw()
      rendering = false
      follower.place()
    },
    ring: (target) => {
      highlight.show(target)
      follower.place()
    },
    clear: () => {
      shadow.detach()
      highlight.clear()
      follower.stop()
      sight.stop()
      seen.clear()
    },
  }
}
