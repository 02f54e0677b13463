import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SpaceProbe } from '../../../../../entrypoints/case-reader.content/overlay/free-space.ts'
import { boxAt, isInside, overlaps, type Box, type Size } from '../../../../../entrypoints/case-reader.content/overlay/geometry.ts'
import { placeBar, type BarWidth } from '../../../../../entrypoints/case-reader.content/overlay/place-bar.ts'
import { placeCard, placeMarker } from '../../../../../entrypoints/case-reader.content/overlay/place-beside.ts'

const VIEWPORT: Box = { left: 0, top: 0, width: 1280, height: 800 }
const SIZES: Readonly<Record<BarWidth, Size>> = {
  wide: { width: 700, height: 32 },
  middle: { width: 480, height: 32 },
  narrow: { width: 300, height: 32 },
  badge: { width: 70, height: 28 },
}

/** A page that is nothing but boxes: controls, and buttons that save. */
function pageOf(controls: readonly Box[], saves: readonly Box[] = []): SpaceProbe {
  const all = [...controls, ...saves]
  const hit = (box: Box, boxes: readonly Box[]) => boxes.filter((one) => overlaps(one, box)).length
  return {
    isFree: (box) => hit(box, all) === 0,
    hasNoControl: (box) => hit(box, all) === 0,
    cost: (box) => ({ saves: hit(box, saves), total: 1000 * hit(box, saves) + 5 * hit(box, controls) }),
  }
}

const anyBox = fc.record({
  left: fc.integer({ min: 0, max: 1200 }),
  top: fc.integer({ min: 0, max: 760 }),
  width: fc.integer({ min: 20, max: 400 }),
  height: fc.integer({ min: 20, max: 120 }),
})
const measure = (width: BarWidth) => SIZES[width]

it('the bar stands wholly in the window and on nothing, or nowhere', () => {
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 30 }), anyBox, (controls, header) => {
      const place = placeBar({ header, viewport: VIEWPORT, probe: pageOf(controls), measure })
      if (!place) return
      const box = boxAt(place.at, SIZES[place.width])
      expect(isInside(box, VIEWPORT)).toBe(true)
      expect(controls.filter((control) => overlaps(control, box))).toEqual([])
    }),
  )
})

it('the bar is as wide as the header has room for', () => {
  const header: Box = { left: 0, top: 50, width: 1280, height: 80 }
  const blocked = (from: number): Box => ({ left: from, top: 0, width: 1280 - from, height: 800 })
  const left: Box = { left: 0, top: 0, width: 200, height: 800 }
  const widthWith = (...controls: readonly Box[]) => placeBar({ header, viewport: VIEWPORT, probe: pageOf(controls), measure })?.width
  expect(widthWith()).toBe('wide')
  expect(widthWith(left, blocked(800))).toBe('middle')
  expect(widthWith(left, blocked(600))).toBe('narrow')
  expect(widthWith(left, blocked(350))).toBe('badge')
  expect(widthWith({ left: 0, top: 0, width: 1280, height: 800 })).toBeUndefined()
})

it('without a header in the window it is a badge at an edge', () => {
  for (const header of [null, { left: 0, top: -300, width: 1280, height: 80 }]) {
    expect(placeBar({ header, viewport: VIEWPORT, probe: pageOf([]), measure })).toMatchObject({ width: 'badge', docked: true })
  }
})

it('a card near a saving button goes beside it, never on it, as long as there is room', () => {
  const anchor: Box = { left: 600, top: 300, width: 80, height: 20 }
  fc.assert(
    fc.property(fc.record({ left: fc.integer({ min: 400, max: 900 }), top: fc.integer({ min: 330, max: 700 }) }), (at) => {
      const save: Box = { ...at, width: 90, height: 32 }
      const place = placeCard({ anchor, keep: anchor, viewport: VIEWPORT, probe: pageOf([], [save]), size: { width: 360, height: 280 } })
      expect(place.saves).toBe(0)
      expect(isInside(boxAt(place.at, { width: 360, height: 280 }), VIEWPORT)).toBe(true)
    }),
  )
})

it('a marker with no free place is not shown', () => {
  const anchor: Box = { left: 600, top: 300, width: 80, height: 20 }
  const size = { width: 24, height: 24 }
  const around: Box = { left: 500, top: 200, width: 300, height: 300 }
  expect(placeMarker({ anchor, textEnd: null, viewport: VIEWPORT, probe: pageOf([around]), size, taken: [] })).toBeNull()
  const first = placeMarker({ anchor, textEnd: { x: 640, y: 310 }, viewport: VIEWPORT, probe: pageOf([]), size, taken: [] })
  expect(first).toEqual({ x: 646, y: 298 })
  const second = placeMarker({
    anchor,
    textEnd: { x: 640, y: 310 },
    viewport: VIEWPORT,
    probe: pageOf([]),
    size,
    taken: [boxAt(first ?? { x: 0, y: 0 }, size)],
  })
  expect(second).not.toBeNull()
  expect(overlaps(boxAt(first ?? { x: 0, y: 0 }, size), boxAt(second ?? { x: 0, y: 0 }, size))).toBe(false)
})
