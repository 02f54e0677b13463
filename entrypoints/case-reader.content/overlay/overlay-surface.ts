import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { OverlayPage, SlotName } from '#components/overlay/overlay-model.ts'
import { installActGate, type ActGate } from './act-gate.ts'
import { createFocusOrigin } from './focus-origin.ts'
import { createFollower } from './follower.ts'
import { createHighlight } from './highlight.ts'
import { createShadowHost, type ShadowHost } from './shadow-host.ts'
import { createSightWatch, type SightWatch } from './sight-watch.ts'
import { createStillWatch } from './still-watch.ts'
import { createTamperWatch, type TamperWatch } from './tamper-watch.ts'

export interface SurfaceOptions {
  readonly document: Document
  readonly header: () => Element | null
  readonly anchorOf: (spot: string) => Element | null
  readonly onLost: () => void
  readonly onRefused: (code: ErrorCode) => void
  /** Ends what listens to the page. */
  readonly signal: AbortSignal
}

/** Our place in the page: the host, what guards it and what keeps its parts where they belong. */
export interface Surface {
  readonly shadow: ShadowHost
  readonly onSlot: OverlayPage['onSlot']
  /** Runs a rendering and places everything once after it. */
  render(draw: () => void): void
  ring(target: Element): void
  /** Whether what runs now may lead out of the overlay, see `act-gate.ts`. */
  mayAct(): boolean
  /** Empties the page of us, at once. */
  clear(): void
  /** Once all is empty: nothing is held against the page any more. */
  forget(): void
}

const now = () => performance.now()
/** Parts that lead somewhere; markers only open cards. */
const WATCHED: ReadonlySet<SlotName> = new Set<SlotName>(['bar', 'list', 'card'])

export function createSurface({ document, header, anchorOf, onLost, onRefused, signal }: SurfaceOptions): Surface {
  const shadow = createShadowHost(document)
  const tamper = createTamperWatch(shadow.root, shadow.layer)
  const highlight = createHighlight(shadow.layer)
  const follower = createFollower({ document, host: shadow.host, highlight, header, anchorOf, onLost, now })
  const parts = new Map<SlotName, HTMLElement>()
  const sight = createSightWatch({ now, parts: () => parts.values() })
  let rendering = false
  const gate = guard({ shadow, sight, tamper, parts, movedAt: follower.movedAt, onRefused, signal })

  const onSlot = (name: SlotName, element: HTMLElement | null) => {
    const before = parts.get(name)
    if (before) sight.unwatch(before)
    parts.delete(name)
    // A part is out of sight until it has a place, so that nothing flashes in the corner of the page.
    element?.toggleAttribute('data-away', true)
    follower.onSlot(name, element)
    if (!element) return
    parts.set(name, element)
    if (WATCHED.has(name)) sight.watch(element)
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
      gate.drawn()
    },
    mayAct: gate.isOpen,
    forget: tamper.forget,
    ring: (target) => {
      tamper.own(() => highlight.show(target))
      follower.place()
    },
    clear: () => {
      shadow.detach()
      highlight.clear()
      follower.stop()
      sight.stop()
      parts.clear()
    },
  }
}

interface Guarded extends Pick<SurfaceOptions, 'onRefused' | 'signal'> {
  readonly shadow: ShadowHost
  readonly sight: SightWatch
  readonly tamper: TamperWatch
  readonly parts: ReadonlyMap<SlotName, HTMLElement>
  readonly movedAt: (slot: Element) => number
}

function guard({ shadow: { root, host }, parts, signal, ...rest }: Guarded): ActGate {
  return installActGate({
    ...rest,
    root,
    now,
    still: createStillWatch({ host, now, signal }),
    focus: createFocusOrigin({ root, now, signal }),
    partOf: (element) => [...parts.values()].find((part) => part.contains(element)) ?? null,
  })
}
