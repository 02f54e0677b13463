import { boxOf, isInside, overlaps, type Box, type Point } from './geometry.ts'
import { hostElementAt } from './host-control.ts'

/** Whether the user can see the place now: in the window, not scrolled out of a panel, not under a dialog. */
export function isInSight(anchor: Element, viewport: Box, self: Element): boolean {
  if (!anchor.isConnected) return false
  const box = boxOf(anchor)
  if (box.width === 0 || box.height === 0 || !overlaps(box, viewport)) return false
  return sightPoints(box, anchor).some((at) => {
    if (!isInside({ left: at.x, top: at.y, width: 1, height: 1 }, viewport)) return false
    const top = hostElementAt(anchor.ownerDocument, at, self)
    return top !== null && (anchor === top || anchor.contains(top) || top.contains(anchor) || top.getRootNode() !== anchor.getRootNode())
  })
}

/** Where the last line of an element's own text ends, halfway up the line; `null` when it has no text. */
export function textEndOf(anchor: Element): Point | null {
  const range = anchor.ownerDocument.createRange()
  range.selectNodeContents(anchor)
  const last = [...range.getClientRects()].findLast((rect) => rect.width > 0 && rect.height > 0)
  return last && !anchor.matches('input, textarea, select') ? { x: last.right, y: last.top + last.height / 2 } : null
}

function sightPoints(box: Box, anchor: Element): readonly Point[] {
  const end = textEndOf(anchor)
  const middle = box.top + box.height / 2
  return [...(end ? [{ x: end.x - 3, y: end.y }] : []), { x: box.left + box.width / 2, y: middle }, { x: box.left + 3, y: middle }]
}
