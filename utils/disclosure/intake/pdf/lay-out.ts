import type { TextBox } from '../../model/screened-document.ts'
import { readingOrder } from './columns.ts'
import { linesOf, type Line } from './text-lines.ts'
import type { TextRun } from './text-run.ts'

export interface LaidOut {
  readonly text: string
  readonly boxes: readonly TextBox[]
}

/** Letters closer than this, in letter sizes, are one word, even where the page draws them one by one. */
const WORD_GAP = 0.17

/** A page's runs as text in reading order, each with its box. Lines stay lines: a number may be broken over two of them. */
export function layOut(runs: readonly TextRun[]): LaidOut {
  const writer = new Writer()
  const angles = [...new Set(runs.map(({ angle }) => angle))].toSorted((a, b) => a - b)
  for (const angle of angles) {
    for (const line of readingOrder(linesOf(runs.filter((run) => run.angle === angle)))) writer.line(line)
  }
  return writer.result()
}

class Writer {
  #text = ''
  readonly #boxes: TextBox[] = []

  line({ segments }: Line): void {
    if (this.#text !== '') this.#text += '\n'
    for (const [at, { runs }] of segments.entries()) {
      if (at > 0) this.#text += '\t'
      this.#segment(runs)
    }
  }

  result(): LaidOut {
    return { text: this.#text, boxes: this.#boxes }
  }

  #segment(runs: readonly TextRun[]): void {
    let right: number | null = null
    for (const run of runs) {
      const gap = right === null ? 0 : run.left - right
      const blank = run.text.trim() === ''
      if ((blank || gap > WORD_GAP * run.size) && this.#text.at(-1)?.trim()) this.#text += ' '
      if (!blank) this.#write(run)
      right = Math.max(right ?? run.right, run.right)
    }
  }

  #write({ text, box }: TextRun): void {
    const start = this.#text.length
    this.#text += text
    this.#boxes.push({ start, end: this.#text.length, box })
  }
}
