import type { PageBox } from '../../model/screened-document.ts'

/** A stretch of text, or `null` for one that is struck out: its length is not told. */
export type Piece = string | null

export interface LaidOutLine {
  readonly text: string
  /** From the top left. `y` is the line's foot. */
  readonly x: number
  readonly y: number
}

export interface LaidOutPage {
  readonly lines: readonly LaidOutLine[]
  readonly bars: readonly PageBox[]
}

export type Measure = (text: string) => number

export const PAPER = { width: 595, height: 842, margin: 56, size: 10.5, leading: 15, bar: 48 } as const
const LINES_A_PAGE = Math.floor((PAPER.height - 2 * PAPER.margin) / PAPER.leading)
const LINE_WIDTH = PAPER.width - 2 * PAPER.margin

type Item =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'bar' }
  | { readonly kind: 'break' }
  | { readonly kind: 'space' }

/** Breaks text into lines and pages; each bar is as wide as every other. */
export function layOutText(pieces: readonly Piece[], measure: Measure): readonly LaidOutPage[] {
  const sheet = new Sheet(measure)
  for (const item of pieces.flatMap(itemsOf)) sheet.add(item)
  return sheet.done()
}

function itemsOf(piece: Piece): readonly Item[] {
  if (piece === null) return [{ kind: 'bar' }]
  return Array.from(piece.matchAll(/\r\n?|\n|[^\S\r\n]+|\S+/g), ([text]): Item => {
    if (/[\r\n]/.test(text)) return { kind: 'break' }
    return /\s/.test(text) ? { kind: 'space' } : { kind: 'word', text }
  })
}

class Sheet {
  readonly #measure: Measure
  readonly #space: number
  readonly #pages: { lines: LaidOutLine[]; bars: PageBox[] }[] = [{ lines: [], bars: [] }]
  #row = 0
  #x = 0

  constructor(measure: Measure) {
    this.#measure = measure
    this.#space = measure(' ')
  }

  add(item: Item): void {
    switch (item.kind) {
      case 'break':
        this.#nextLine()
        break
      case 'space':
        if (this.#x > 0) this.#x += this.#space
        break
      case 'bar':
        this.#bar()
        break
      case 'word':
        this.#word(item.text)
        break
    }
  }

  done(): readonly LaidOutPage[] {
    return this.#pages
  }

  #word(text: string): void {
    const width = this.#measure(text)
    if (this.#x > 0 && this.#x + width > LINE_WIDTH) this.#nextLine()
    if (width <= LINE_WIDTH) {
      this.#page().lines.push({ text, x: PAPER.margin + this.#x, y: this.#foot() })
      this.#x += width
    } else this.#split(text)
  }

  /** Longer than a line: by letters, none of them cut in two. */
  #split(text: string): void {
    const letters = Array.from(text)
    let count = letters.length
    while (count > 1 && this.#measure(letters.slice(0, count).join('')) > LINE_WIDTH) count = Math.ceil(count / 2)
    this.#page().lines.push({ text: letters.slice(0, count).join(''), x: PAPER.margin, y: this.#foot() })
    this.#nextLine()
    if (count < letters.length) this.#word(letters.slice(count).join(''))
  }

  #bar(): void {
    if (this.#x > 0 && this.#x + PAPER.bar > LINE_WIDTH) this.#nextLine()
    const left = PAPER.margin + this.#x
    this.#page().bars.push({ left, top: this.#foot() - PAPER.size + 1, right: left + PAPER.bar, bottom: this.#foot() + 2.5 })
    this.#x += PAPER.bar
  }

  #nextLine(): void {
    this.#x = 0
    this.#row += 1
    if (this.#row < LINES_A_PAGE) return
    this.#row = 0
    this.#pages.push({ lines: [], bars: [] })
  }

  #foot(): number {
    return PAPER.margin + (this.#row + 1) * PAPER.leading - 4
  }

  #page(): { lines: LaidOutLine[]; bars: PageBox[] } {
    const page = this.#pages.at(-1)
    if (page === undefined) throw new RangeError('no-page')
    return page
  }
}
