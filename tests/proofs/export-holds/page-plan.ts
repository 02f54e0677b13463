import type { PageBox } from '#utils/disclosure/model/screened-document.ts'
import type { Random } from '../support/random.ts'
import { type SecretKind, type Stranger, spell, words } from './secrets.ts'

/** A run of text on a page; a secret one must be gone from the export. Positions from the page's lower left, as PDF has them. */
export interface Run {
  readonly text: string
  readonly secret: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  /** Offset in the text of the page. */
  readonly start: number
}

export interface PagePlan {
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  readonly text: string
}

export const SIZE = 11
const LEADING = 19
const KINDS: readonly SecretKind[] = ['cpr', 'name', 'phone', 'address']

/** A small page with a few lines, some of which name a stranger. */
export function planPage(random: Random, people: readonly Stranger[], measure: (text: string) => number): PagePlan {
  const [width, height] = [420, 300]
  const runs: Run[] = []
  let text = ''
  for (let line = 0; line < random.int(4, 7); line += 1) {
    let x = 40
    const y = height - 50 - line * LEADING
    for (const piece of lineOf(random, people)) {
      const drawn = measure(piece.text)
      runs.push({ ...piece, x, y, width: drawn, start: text.length })
      text += `${piece.text} `
      x += drawn + measure(' ')
    }
    text = `${text.trimEnd()}\n`
  }
  return { width, height, runs, text }
}

function lineOf(random: Random, people: readonly Stranger[]): readonly { readonly text: string; readonly secret: boolean }[] {
  const before = { text: words(random, random.int(2, 3)), secret: false }
  if (random.chance(0.35)) return [before, { text: words(random, 4), secret: false }]
  return [
    before,
    { text: spell(random, random.pick(KINDS), random.pick(people)), secret: true },
    { text: words(random, random.int(1, 2)), secret: false },
  ]
}

/** Where a run stands on the page as it is shown: turned, and counted from the upper left. */
export function shownBox({ x, y, width }: Run, page: Pick<PagePlan, 'width' | 'height'>, turned: number): PageBox {
  const [left, right, low, high] = [x, x + width, y - SIZE * 0.22, y + SIZE * 0.75]
  switch (turned) {
    case 90:
      return { left: low, right: high, top: left, bottom: right }
    case 180:
      return { left: page.width - right, right: page.width - left, top: low, bottom: high }
    case 270:
      return { left: page.height - high, right: page.height - low, top: page.width - right, bottom: page.width - left }
    default:
      return { left, right, top: page.height - high, bottom: page.height - low }
  }
}
