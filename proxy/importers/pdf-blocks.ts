import { BlockList, type Block } from './blocks.ts'

export interface PdfLine {
  readonly text: string
  /** Height of its letters. */
  readonly size: number
  readonly y: number
}

const HEADING = 1.15
const BEGINS = /^(?:§|Stk\.|Kapitel\s\d|\d{1,3}\)|\p{Ll}\)|\d+(?:\.\d+)+\.?\s|[•–-]\s)/u

/** Lines of pages as headings and paragraphs: what runs at the head or foot of every page is left out, broken words are mended. */
export function blocksOf(pages: readonly (readonly PdfLine[])[]): readonly Block[] {
  const running = runningLines(pages)
  const lines = pages.flatMap((page) => page.filter((line, index) => !(isEdge(page, index) && runs(line, running))))
  const body = commonestSize(lines)
  const list = new BlockList()
  for (const stretch of stretches(lines, body)) {
    if (isHeading(stretch, body)) list.heading(Math.max(1, 6 - Math.round((stretch.size / body) * 2)), stretch.text)
    else list.text(stretch.text)
  }
  return list.blocks
}

/** Lines that go on with each other, as one. */
function stretches(lines: readonly PdfLine[], body: number): readonly PdfLine[] {
  const whole: PdfLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last && goesOn(last, line, body)) whole.splice(-1, 1, { ...line, text: joined(last.text, line.text) })
    else whole.push(line)
  }
  return whole
}

function isHeading({ text, size }: PdfLine, body: number): boolean {
  return size > body * HEADING && text.length < 200 && !BEGINS.test(text)
}

/** A line goes on with the one before when it is as large, as near as lines are, and begins nothing of its own. */
function goesOn(before: PdfLine, line: PdfLine, body: number): boolean {
  if (BEGINS.test(line.text) || Math.abs(before.size - line.size) > body * 0.1) return false
  const gap = before.y - line.y
  // A negative gap is the next page or column: the sentence may go on there.
  return gap < 0 ? !/[.:]$/u.test(before.text) : gap < Math.max(before.size, body) * 1.9
}

function joined(before: string, next: string): string {
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(next) ? `${before.slice(0, -1)}${next}` : `${before} ${next}`
}

/** Lines at the edge of most pages, page numbers aside. */
function runningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const edges = page.filter((_, index) => isEdge(page, index)).map(({ text }) => numberless(text))
    for (const text of new Set(edges)) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => pages.length > 2 && count > pages.length / 2).map(([text]) => text))
}

function runs({ text }: PdfLine, running: ReadonlySet<string>): boolean {
  return running.has(numberless(text)) || /^(?:side )?\d{1,4}(?: af \d{1,4})?$/iu.test(text)
}

function isEdge(page: readonly PdfLine[], index: number): boolean {
  return index < 2 || index >= page.length - 2
}

function numberless(text: string): string {
  return text.replace(/\d+/gu, '#')
}

/** The size that most letters have. */
function commonestSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  const commonest = [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
  return commonest === 0 ? 1 : commonest
}
