import type { Advice } from '#utils/domain/advice.ts'
import { isInForce } from '#utils/assistant/advice-groups.ts'
import type { HintSpot } from '#components/overlay/overlay-model.ts'
import type { PagePlaces } from './page-places.ts'

/** A hint spot and the element on the page that it stands beside. */
export interface AnchoredSpot extends HintSpot {
  readonly anchor: Element
}

/** Markers are kept few: what is first in the list is most urgent, the rest is in the bar. */
const MOST_SPOTS = 24

/** Gathers advice by the element it is about. Advice with no place on this page gets no spot; the bar still has it. */
export function spotsOf(open: readonly Advice[], places: PagePlaces): readonly AnchoredSpot[] {
  const byAnchor = new Map<Element, Advice[]>()
  for (const advice of open) {
    if (!isInForce(advice)) continue
    const anchor = anchorOf(advice, places)
    if (!anchor || (!byAnchor.has(anchor) && byAnchor.size >= MOST_SPOTS)) continue
    byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), advice])
  }
  return [...byAnchor].map(([anchor, advice]) => ({ id: spotId(advice), advice, anchor }))
}

/** Where advice is best shown: its fact in its row, the row, else the first fact it rests on that is on the page. */
export function anchorOf({ anchor, row, restsOn }: Advice, places: PagePlaces): Element | null {
  const own = anchor ? places.fact({ key: anchor, row: row?.key ?? null }) : null
  if (own) return own
  const ofRow = row ? places.row(row.group, row.key) : null
  if (ofRow || row) return ofRow
  for (const fact of restsOn) {
    const found = places.fact(fact)
    if (found) return found
  }
  return null
}

/** Stays the same when the page is redrawn, so that an open card stays with its marker. */
function spotId(advice: readonly Advice[]): string {
  const first = advice[0]
  return first ? `${first.rule}${first.row ? `-${first.row.key}` : ''}` : ''
}
