import { draft, type Draft } from '../../utils/knowledge/draft.ts'
import type { Block } from './blocks.ts'
import { pointNumber } from './points.ts'

/** About as long as a search hit should be. */
const LONGEST = 1600

/** A document as sections under its headings; a long section becomes several pieces, so that a hit is a place and not a chapter. */
export function procedureDrafts(blocks: readonly Block[]): readonly Draft[] {
  const top: Draft[] = []
  const open: Section[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') openSection(block, open, top)
    else if (open.length === 0) top.push({ ...draft('part'), content: [block.text] })
    else open.at(-1)?.part.content.push(block.text)
  }
  for (const part of top) cutLong(part)
  return top
}

interface Section {
  readonly level: number
  readonly part: Draft
}

/** A heading closes those of its own rank and below. */
function openSection({ level, text }: Extract<Block, { kind: 'heading' }>, open: Section[], top: Draft[]): void {
  const above = open.findLastIndex((section) => section.level < level)
  open.length = above + 1
  const part = headed(text)
  const holder = open.at(-1)?.part.content ?? top
  holder.push(part)
  open.push({ level, part })
}

function headed(text: string): Draft {
  const number = pointNumber(text)
  const part = number === null ? draft('part') : draft('point', number)
  part.heading = text
  return part
}

function cutLong(part: Draft): void {
  const { content } = part
  for (const piece of content) if (typeof piece !== 'string') cutLong(piece)
  const texts = content.filter((piece) => typeof piece === 'string')
  if (texts.reduce((sum, text) => sum + text.length, 0) <= LONGEST) return
  const cut: (string | Draft)[] = []
  for (const piece of content) addPiece(cut, piece)
  content.splice(0, content.length, ...cut)
}

function addPiece(cut: (string | Draft)[], piece: string | Draft): void {
  const last = cut.at(-1)
  if (typeof piece !== 'string') cut.push(piece)
  else if (last !== undefined && typeof last !== 'string' && last.heading === '' && lengthOf(last) + piece.length <= LONGEST)
    last.content.push(piece)
  else cut.push({ ...draft('part'), content: [piece] })
}

function lengthOf({ content }: Draft): number {
  return content.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0)
}
