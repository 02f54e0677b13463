import type { PageBox } from '../../model/screened-document.ts'

/** The outline of single glyphs gives letters away, so the boxes of one hit become one a line, a quarter higher. */
const MORE_HEIGHT = 0.125
/** Wider than this eats the full stop behind. */
const MORE_WIDTH = 0.3
/** Words of one hit on a line are at most this many heights apart; farther apart is another column. */
const WORD_GAP = 1.5

/** Text may run up or down the page as it is shown. */
export function joinBoxes(boxes: readonly PageBox[]): readonly PageBox[] {
  const real = boxes.filter(({ left, right, top, bottom }) => right > left && bottom > top)
  const across = linesOf(real)
  const along = linesOf(real.map(turned))
  return runsAlong(real, across, along) ? along.map(padded).map(turned) : across.map(padded)
}

/** Whole words that are taller than wide, or single letters that stand one below the other; two lines of words are neither. */
function runsAlong(boxes: readonly PageBox[], across: readonly PageBox[], along: readonly PageBox[]): boolean {
  const tall = boxes.filter(({ left, right, top, bottom }) => bottom - top > right - left).length
  if (tall * 2 > boxes.length) return along.length <= across.length
  return along.length === 1 && across.length >= 3 && boxes.every(({ left, right, top, bottom }) => right - left < 2 * (bottom - top))
}

function turned({ left, top, right, bottom }: PageBox): PageBox {
  return { left: top, top: left, right: bottom, bottom: right }
}

function linesOf(boxes: readonly PageBox[]): readonly PageBox[] {
  const lines: PageBox[] = []
  for (const box of boxes.toSorted((a, b) => a.left - b.left)) {
    const at = lines.findIndex((line) => onOneLine(line, box))
    const line = lines[at]
    if (line === undefined) lines.push(box)
    else lines[at] = around(line, box)
  }
  return lines
}

function onOneLine(one: PageBox, two: PageBox): boolean {
  const lower = Math.min(one.bottom - one.top, two.bottom - two.top)
  const shared = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)
  const gap = Math.max(two.left - one.right, one.left - two.right)
  return shared >= lower / 2 && gap <= lower * WORD_GAP
}

function around(one: PageBox, two: PageBox): PageBox {
  return {
    left: Math.min(one.left, two.left),
    top: Math.min(one.top, two.top),
    right: Math.max(one.right, two.right),
    bottom: Math.max(one.bottom, two.bottom),
  }
}

function padded({ left, top, right, bottom }: PageBox): PageBox {
  const more = (bottom - top) * MORE_HEIGHT
  return { left: left - MORE_WIDTH, top: top - more, right: right + MORE_WIDTH, bottom: bottom + more }
}
