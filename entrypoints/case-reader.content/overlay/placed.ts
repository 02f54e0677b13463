import type { SlotName } from '#components/overlay/overlay-model.ts'
import type { SpaceProbe } from './free-space.ts'
import { boxAt, type Box, type Point, type Size } from './geometry.ts'
import type { BarWidth } from './place-bar.ts'

/** Where the bar last stood well: counted from the header, or from the window when it is docked at its edge. */
export interface KeptBar {
  readonly width: BarWidth
  readonly docked: boolean
  readonly from: Point
  readonly full: Size
  readonly viewport: Size
  readonly header: Size
  /** For how many passes it has stayed. */
  readonly passes: number
}

/** A part of the overlay that has been placed. */
export interface Placed {
  readonly element: HTMLElement
  /** Where it was put, in the coordinates of its origin (page or window). */
  at: Point | null
  /** When it last was put somewhere else. */
  movedAt: number
  /** The bar's sizes, as long as it says the same in the same window. */
  sizes: { readonly of: string; readonly known: Map<BarWidth, Size> } | null
  /** The bar's last place, so that it stays put while it can. */
  bar: KeptBar | null
}

export interface LayoutInput {
  readonly document: Document
  readonly host: HTMLElement
  readonly slots: ReadonlyMap<SlotName, Placed>
  readonly header: Element | null
  readonly anchorOf: (spot: string) => Element | null
  readonly now: () => number
}

/** What one pass shares: where the window is, where our layer begins, and what lies under what. */
export interface Pass extends LayoutInput {
  readonly viewport: Box
  readonly origin: Point
  readonly probe: SpaceProbe
  /** Where markers may not stand any more. */
  readonly taken: Box[]
}

/** Writes the place and keeps it; a part with no place is taken away, from keyboard and readers too. */
export function settle(pass: Pass, placed: Placed, place: { readonly at: Point; readonly fixed: boolean } | null): void {
  const { element } = placed
  element.toggleAttribute('data-away', place === null)
  element.toggleAttribute('data-fixed', place?.fixed === true)
  if (!place) {
    placed.at = null
    return
  }
  const origin = place.fixed ? { x: 0, y: 0 } : pass.origin
  const at = { x: place.at.x - origin.x, y: place.at.y - origin.y }
  if (!placed.at || Math.hypot(at.x - placed.at.x, at.y - placed.at.y) > 4) placed.movedAt = pass.now()
  placed.at = at
  write(element, at)
}

/** Keeps markers off a part. */
export function take(pass: Pass, at: Point, element: HTMLElement): void {
  pass.taken.push(boxAt(at, sizeOf(element)))
}

export function sizeOf({ offsetWidth, offsetHeight }: HTMLElement): Size {
  return { width: offsetWidth, height: offsetHeight }
}

export function write(element: HTMLElement, at: Point): void {
  const value = `${Math.round(at.x)}px ${Math.round(at.y)}px`
  if (element.style.translate !== value) element.style.translate = value
}
