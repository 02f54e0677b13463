import { boxOf, overlaps } from './geometry.ts'

/** Knows of each part whether it can be seen, and since when: also what lies over it and lets clicks through. */
export interface SightWatch {
  watch(element: Element): void
  unwatch(element: Element): void
  /** Whether a part has been in plain sight for so long. */
  isSeenFor(part: Element, ms: number): boolean
  stop(): void
}

export interface SightOptions {
  readonly now: () => number
  /** All parts of ours, of which one may lie over another. */
  readonly parts: () => Iterable<Element>
}

interface Sight {
  /** As the browser says. */
  readonly visible: boolean
  /** Or hidden by nothing but a part of ours. */
  readonly shown: boolean
  readonly since: number
}

/**
 * `IntersectionObserver` v2 sees covers, filters and opacity that hit testing cannot. What was covered a moment ago counts as
 * covered: the user has not seen what lay under it. Browsers without it (Firefox) leave the other checks of the gate to do it.
 */
export function createSightWatch({ now, parts }: SightOptions): SightWatch {
  const sights = new WeakMap<Element, Sight>()
  const judge = (part: Element, visible: boolean) => {
    const before = sights.get(part)
    // A card of ours may lie over the bar; what is left of it is told by hit testing.
    const shown = visible || liesUnderOurs(part, parts())
    sights.set(part, { visible, shown, since: before?.shown === shown ? before.since : now() })
  }
  const observer = canTrack()
    ? new IntersectionObserver(
        (entries) => {
          for (const entry of entries) judge(entry.target, entry.isIntersecting && entry.isVisible !== false)
        },
        { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] } as IntersectionObserverInit,
      )
    : null
  return {
    watch: (element) => observer?.observe(element),
    unwatch: (element) => {
      observer?.unobserve(element)
      sights.delete(element)
    },
    isSeenFor: (part, ms) => {
      if (!observer) return true
      const sight = sights.get(part)
      if (!sight?.shown || now() - sight.since < ms) return false
      return sight.visible || liesUnderOurs(part, parts())
    },
    stop: () => observer?.disconnect(),
  }
}

function liesUnderOurs(part: Element, parts: Iterable<Element>): boolean {
  const box = boxOf(part)
  return [...parts].some((other) => other !== part && !other.hasAttribute('data-away') && overlaps(boxOf(other), box))
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
