import { boxAt, boxOf, isInside, type Box, type Size } from './geometry.ts'
import { placeBar, type BarPlace, type BarWidth } from './place-bar.ts'
import { settle, sizeOf, take, type Pass, type Placed } from './placed.ts'

/** Places the bar; where it stands well it stays, so that it does not hop about while the page moves. */
export function layOutBar(pass: Pass): void {
  const bar = pass.slots.get('bar')
  if (!bar) return
  const { element } = bar
  const measure = measurer(element)
  const header = pass.header?.isConnected ? boxOf(pass.header) : null
  const full = measure('wide')
  const place = keptPlace(pass, { bar, header, full, measure }) ?? placeBar({ header, viewport: pass.viewport, probe: pass.probe, measure })
  element.dataset['width'] = place?.width ?? 'badge'
  settle(pass, bar, place && { at: place.at, fixed: place.docked })
  bar.bar = keep(place, { header, full, viewport: pass.viewport })
  if (place) take(pass, place.at, element)
}

/** A place at an edge of the window is not kept: the header is better as soon as it has room. */
function keep(place: BarPlace | null, { header, full, viewport }: { header: Box | null; full: Size; viewport: Size }): Placed['bar'] {
  if (!place || !header || place.docked) return null
  return { width: place.width, full, viewport, fromHeader: { x: place.at.x - header.left, y: place.at.y - header.top } }
}

interface Before {
  readonly bar: Placed
  readonly header: Box | null
  readonly full: Size
  readonly measure: (width: BarWidth) => Size
}

/** The last place, if neither bar nor window have changed since and it still hides nothing. */
function keptPlace({ viewport, probe }: Pass, { bar, header, full, measure }: Before): BarPlace | null {
  const before = bar.bar
  if (!before || !header || !sameSize(before.full, full) || !sameSize(before.viewport, viewport)) return null
  const at = { x: Math.round(header.left + before.fromHeader.x), y: Math.round(header.top + before.fromHeader.y) }
  const box = boxAt(at, measure(before.width))
  return isInside(box, viewport) && probe.isFree(box) ? { width: before.width, at, docked: false } : null
}

/** The bar's size at each width; the width is set on the element, and CSS shows what belongs to it. */
function measurer(element: HTMLElement): (width: BarWidth) => Size {
  const known = new Map<BarWidth, Size>()
  return (width) => {
    const before = known.get(width)
    if (before) return before
    element.dataset['width'] = width
    const size = sizeOf(element)
    known.set(width, size)
    return size
  }
}

function sameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height
}
