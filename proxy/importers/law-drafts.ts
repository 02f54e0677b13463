import { draft, type Draft } from '../../utils/knowledge/draft.ts'
import type { Block } from './blocks.ts'
import { numberIn, numbersIn } from './lex-dania/labels.ts'
import { pointNumber } from './points.ts'

interface Open {
  part: Draft | null
  chapter: Draft | null
  heading: Draft | null
  paragraph: Draft | null
  stk: Draft | null
  nr: Draft | null
  litra: Draft | null
}

const PARAGRAPH = /^(§§?\s?\d+(?:\s?[a-zæøå](?![\p{L}]))?(?:\s?[-–]\s?\d+(?:\s?[a-zæøå](?![\p{L}]))?)?\s?\.)\s*/iu
const STK = /^(Stk\.\s?\d+\.)\s*/u
const NR = /^(\d{1,3}\))\s*/u
const LITRA = /^(\p{Ll}\))\s*/u
const CHAPTER = /^(Kapitel\s\d+(?:\s?\p{L}(?!\p{L}))?)\.?\s*/iu

/** An act that came as plain text: its structure is read from how the lines begin ("§ 5.", "Stk. 2.", "1)", "a)"). */
export function lawDrafts(blocks: readonly Block[]): readonly Draft[] {
  const top: Draft[] = []
  const open: Open = { part: null, chapter: null, heading: null, paragraph: null, stk: null, nr: null, litra: null }
  for (const block of blocks) {
    const text = block.text
    if (CHAPTER.test(text)) openChapter(text, open, top)
    else if (PARAGRAPH.test(text)) openParagraph(text, open, top)
    else if (block.kind === 'heading') openHeading(text, open, top)
    else addText(text, open, top)
  }
  return top
}

function openChapter(text: string, open: Open, top: Draft[]): void {
  const [, label = ''] = CHAPTER.exec(text) ?? []
  const chapter = draft('chapter', numberIn(label), label)
  chapter.heading = text.replace(CHAPTER, '')
  top.push(chapter)
  Object.assign(open, { part: null, chapter, heading: null, paragraph: null, stk: null, nr: null, litra: null })
}

/** A heading names the chapter that has just begun, or stands above the paragraphs that follow. */
function openHeading(text: string, open: Open, top: Draft[]): void {
  if (open.chapter && open.chapter.heading === '' && open.chapter.content.length === 0) {
    open.chapter.heading = text
    return
  }
  const number = open.chapter ? null : pointNumber(text)
  const part = number === null ? draft('part') : draft('point', number)
  part.heading = text
  const holder = open.chapter?.content ?? top
  holder.push(part)
  Object.assign(open, { heading: part, paragraph: null, stk: null, nr: null, litra: null })
}

function openParagraph(text: string, open: Open, top: Draft[]): void {
  const [whole = '', label = ''] = PARAGRAPH.exec(text) ?? []
  const holder = open.heading?.content ?? open.chapter?.content ?? top
  const [number = '', ...others] = numbersIn(label)
  const paragraph = draft('paragraph', number, label)
  const stk = draft('stk', '1')
  paragraph.content.push(stk)
  holder.push(paragraph)
  for (const other of others) holder.push({ ...paragraph, number: other })
  Object.assign(open, { paragraph, stk, nr: null, litra: null })
  const rest = text.slice(whole.length)
  if (rest !== '') addText(rest, open, top)
}

function addText(text: string, open: Open, top: Draft[]): void {
  if (!open.stk || !open.paragraph) {
    const holder = open.heading?.content ?? open.chapter?.content ?? top
    if (holder === top) top.push({ ...draft('part'), content: [text] })
    else holder.push(text)
    return
  }
  const stk = STK.exec(text)
  const nr = NR.exec(text)
  const litra = LITRA.exec(text)
  if (stk) open.stk = child(open.paragraph, draft('stk', numberIn(stk[1] ?? ''), stk[1]), text.slice(stk[0].length))
  else if (nr) open.nr = child(open.stk, draft('nr', numberIn(nr[1] ?? ''), nr[1]), text.slice(nr[0].length))
  else if (litra) open.litra = child(open.nr ?? open.stk, draft('litra', litra[1]?.[0] ?? '', litra[1]), text.slice(litra[0].length))
  else (open.litra ?? open.nr ?? open.stk).content.push(text)
  if (stk) open.nr = null
  if (stk || nr) open.litra = null
}

function child(holder: Draft, part: Draft, text: string): Draft {
  if (text !== '') part.content.push(text)
  holder.content.push(part)
  return part
}
