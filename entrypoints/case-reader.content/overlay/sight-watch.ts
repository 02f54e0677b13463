import { boxOf, overlaps } from './geometry.ts'

/** Knows of each part whether something lies over it, also something that lets clicks through. */
export interface SightWatch {
  watch(element: Element): void
  unwatch(element: Element): void
  isCovered(inside: Element): boolean
  stop(): void
}

/**
 * `IntersectionObserver` v2 sees covers, filters and opacity that hit testing cannot. Browsers without it (Firefox) leave
 * the other checks of the gate to do it. What has not been judged yet counts as seen.
 */
export function createSightWatch(): SightWatch {
  const covered = new WeakMap<Element, boolean>()
  const observer = canTrack()
    ? new IntersectionObserver(
        (entries) => {
          for (const entry of entries) covered.set(entry.target, entry.isIntersecting && entry.isVisible === false)
        },
        { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] } as IntersectionObserverInit,
      )
    : null
  return {
    watch: (element) => observer?.observe(element),
    unwatch: (element) => observer?.unobserve(element),
    isCovered: (inside) => {
      const part = inside.closest('[data-slot]')
      return part !== null && covered.get(part) === true && !liesUnderOurs(part)
    },
    stop: () => observer?.disconnect(),
  }
}

/** A card of ours may lie over the bar; what is left of it is told by hit testing. */
function liesUnderOurs(part: Element): boolean {
  const root = part.getRootNode()
  if (!(root instanceof ShadowRoot)) return false
  const box = boxOf(part)
  return [...root.querySelectorAll('[data-slot]:not([data-away])')].some((other) => other !== part && overlaps(boxOf(other), box))
}

interface V2Entry {
  readonly isVisible?: boolean
}
declare global {
  // The second version of the interface, which TypeScript's library does not have yet.
  interface IntersectionObserverEntry extends V2Entry {}
}

function canTrack(): boolean {
  return typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype
}
