import { isInSight, textEndOf } from './anchor-sight.ts'
import { boxOf, isInside, overlaps, type Box, type Point } from './geometry.ts'
import { placeCard, placeChip, placeMarker } from './place-beside.ts'
import { settle, sizeOf, take, type Pass, type Placed } from './placed.ts'

/** A card with a worse score than this is tried lower too; being low costs this much. */
const POOR_SCORE = 60
const LOW_PENALTY = 30

/** What the user has opened: near what it was opened from, and never on a button that saves. */
export function layOutOpened(pass: Pass, name: 'list' | 'card'): void {
  const placed = pass.slots.get(name)
  if (!placed) return
  const { element } = placed
  const beside = anchorBoxes(pass, element.dataset['anchor'] ?? 'bar')
  if (placed.at && mayStay(pass, placed, beside?.anchor ?? null)) return
  if (!beside) return settle(pass, placed, null)
  settle(pass, placed, { at: bestPlace(pass, element, beside), fixed: false })
}

/** Rather a lower card that scrolls than one far away or on a button somebody needs. */
function bestPlace(pass: Pass, element: HTMLElement, beside: { anchor: Box; keep: Box }): Point {
  const find = (low: boolean) => {
    element.toggleAttribute('data-low', low)
    return placeCard({ ...beside, viewport: pass.viewport, probe: pass.probe, size: sizeOf(element) })
  }
  const tall = find(false)
  if (tall.score <= POOR_SCORE) return tall.at
  const low = find(true)
  if (low.score + LOW_PENALTY < tall.score) return low.at
  element.toggleAttribute('data-low', false)
  return tall.at
}

/** It stays as long as it hides no saving button, is wholly in the window or was scrolled away by the user. */
function mayStay({ probe, viewport }: Pass, { element }: Placed, anchor: Box | null): boolean {
  const box = boxOf(element)
  if (!overlaps(box, viewport)) return true
  if (probe.cost(box).saves > 0) return false
  return isInside(box, viewport) ? anchor === null || !overlaps(box, anchor) : anchor === null
}

/** Beside its field or row, else at the bar; where both would hide something of the page, it waits in the bar. */
export function layOutChip(pass: Pass): void {
  const placed = pass.slots.get('chip')
  if (!placed) return
  const { element } = placed
  const anchors = [anchorBoxes(pass, element.dataset['anchor'] ?? 'bar'), anchorBoxes(pass, 'bar')].filter((boxes) => boxes !== null)
  const around = { viewport: pass.viewport, probe: pass.probe, size: sizeOf(element) }
  const at = anchors.map((boxes) => placeChip({ ...boxes, ...around })).find((point) => point !== null)
  settle(pass, placed, at ? { at, fixed: false } : null)
  if (at) take(pass, at, element)
}

export function layOutMarker(pass: Pass, placed: Placed, anchor: Element | null): void {
  if (!anchor || !isInSight(anchor, pass.viewport, pass.host)) return settle(pass, placed, null)
  const { viewport, probe, taken } = pass
  const at = placeMarker({ anchor: boxOf(anchor), textEnd: textEndOf(anchor), viewport, probe, size: sizeOf(placed.element), taken })
  settle(pass, placed, at && { at, fixed: false })
  if (at) take(pass, at, placed.element)
}

/** What a part opens from (a marker, or the bar) and what it is about. */
function anchorBoxes({ slots, anchorOf, viewport, host }: Pass, anchor: string): { anchor: Box; keep: Box } | null {
  const found = anchor === 'bar' ? null : anchorOf(anchor)
  if (found && isInSight(found, viewport, host)) {
    const marker = slots.get(`marker:${anchor}`)
    return { anchor: boxOf(marker?.at ? marker.element : found), keep: boxOf(found) }
  }
  const bar = slots.get('bar')
  if (!bar?.at) return null
  const box = boxOf(bar.element)
  return { anchor: box, keep: box }
}
