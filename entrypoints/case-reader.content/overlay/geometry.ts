/** A rectangle in the viewport's coordinates. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const right = (box: Box): number => box.left + box.width
export const bottom = (box: Box): number => box.top + box.height
export const boxAt = (at: Point, size: Size): Box => ({ left: at.x, top: at.y, ...size })

export function overlaps(a: Box, b: Box): boolean {
  return a.left < right(b) && b.left < right(a) && a.top < bottom(b) && b.top < bottom(a)
}

/** Whether `box` lies wholly inside `area`. */
export function isInside(box: Box, area: Box): boolean {
  return box.left >= area.left && box.top >= area.top && right(box) <= right(area) && bottom(box) <= bottom(area)
}

/** The place nearest to `at` where a box of that size lies inside `area` with a margin. */
export function clampInto(at: Point, size: Size, area: Box): Point {
  const margin = 8
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))
  return {
    x: clamp(at.x, area.left + margin, Math.max(area.left + margin, right(area) - size.width - margin)),
    y: clamp(at.y, area.top + margin, Math.max(area.top + margin, bottom(area) - size.height - margin)),
  }
}

/** The part of the window that shows the page; without the scrollbars. */
export function viewportOf(document: Document): Box {
  const { clientWidth, clientHeight } = document.documentElement
  const { innerWidth = clientWidth, innerHeight = clientHeight } = document.defaultView ?? {}
  return { left: 0, top: 0, width: Math.min(clientWidth || innerWidth, innerWidth), height: innerHeight }
}

export function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}
