import { boxAt, boxOf, isInside, type Box, type Size } from './geometry.ts'
import { placeBar, type BarPlace, type BarWidth } from './place-bar.ts'
import { settle, sizeOf, take, type KeptBar, type Pass, type Placed } from './placed.ts'

/** Places the bar; where it stands well it stays, so that it does not hop about while the page moves. */
export function layOutBar(pass: Pass): void {
  const bar = pass.slots.get('bar')
  if (!bar) return
  const { element } = bar
  const measure = measurer(bar, pass.document)
  const header = pass.header?.isConnected ? boxOf(pass.header) : null
  const full = measure('wide')
  const before = { bar, header, full, measure }
  const place = keptPlace(pass, before) ?? placeBar({ header, viewport: pass.viewport, probe: pass.probe, measure })
  element.dataset['width'] = place?.width ?? 'badge'
  settle(pass, bar, place && { at: place.at, fixed: place.docked })
  bar.bar = keep(pass, place, before)
  if (place) take(pass, place.at, element)
}

/** The header is better than an edge of the window as soon as it has room: so often that is looked into anew. */
const DOCKED_PASSES = 6

function keep(pass: Pass, place: BarPlace | null, { bar, header, full }: Before): Placed['bar'] {
  if (!place || !header) return null
  const base = place.docked ? { x: 0, y: 0 } : { x: header.left, y: header.top }
  const { width, docked, at } = place
  const stayed = bar.bar?.docked === true && docked && bar.bar.passes < DOCKED_PASSES
  return {
    width,
    docked,
    from: { x: at.x - base.x, y: at.y - base.y },
    full,
    viewport: pass.viewport,
    header,
    passes: stayed && bar.bar ? bar.bar.passes + 1 : 0,
  }
}

interface Before {
  readonly bar: Placed
  readonly header: Box | null
  readonly full: Size
  readonly measure: (width: BarWidth) => Size
}

/** A docked bar looks for room in the header anew now and then, and when the header has changed. */
function isDue({ docked, passes, header: was }: KeptBar, header: Size): boolean {
  return docked && (passes >= DOCKED_PASSES || !sameSize(was, header))
}

/** The last place, if neither bar nor window have changed since and it still hides nothing. */
function keptPlace({ viewport, probe }: Pass, { bar, header, full, measure }: Before): BarPlace | null {
  const before = bar.bar
  if (!before || !header || !sameSize(before.full, full) || !sameSize(before.viewport, viewport)) return null
  if (isDue(before, header)) return null
  const base = before.docked ? { x: 0, y: 0 } : { x: header.left, y: header.top }
  const at = { x: Math.round(base.x + before.from.x), y: Math.round(base.y + before.from.y) }
  const box = boxAt(at, measure(before.width))
  // At an edge the page's text moves about under it anyhow, and a better place is looked for soon.
  const stands = before.docked ? probe.hasNoControl(box) : probe.isFree(box)
  return isInside(box, viewport) && stands ? { width: before.width, at, docked: before.docked } : null
}

/** The bar's size at each width. To ask is to lay out the page, so what has been measured is kept while the bar says the same. */
function measurer(bar: Placed, { defaultView: view }: Document): (width: BarWidth) => Size {
  const { element } = bar
  const of = `${element.textContent}|${element.getElementsByTagName('*').length}|${view?.innerWidth}|${view?.devicePixelRatio}`
  const sizes = bar.sizes?.of === of ? bar.sizes : { of, known: new Map<BarWidth, Size>() }
  bar.sizes = sizes
  return (width) => {
    const before = sizes.known.get(width)
    if (before) return before
    element.dataset['width'] = width
    const size = sizeOf(element)
    sizes.known.set(width, size)
    return size
  }
}

function sameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height
}
