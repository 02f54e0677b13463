import { draft, type Draft } from '../../utils/knowledge/draft.ts'
import type { Block } from './blocks.ts'
import { numberIn, numbersIn } from './lex-dania/labels.ts'
import { pointNumber } from './points.ts'

/** What the next line goes into. */
interface Open {
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
  const open: Open = { chapter: null, heading: null, paragraph: null, stk: null, nr: null, litra: null }
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
  Object.assign(open, { chapter, heading: null, paragraph: null, stk: null, nr: null, litra: null })
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
  const holder = holderOf(open, top)
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
  const { paragraph, stk } = open
  if (paragraph && stk) return addToParagraph(text, { ...open, paragraph, stk }, open)
  const holder = holderOf(open, top)
  if (holder === top) top.push({ ...draft('part'), content: [text] })
  else holder.push(text)
}

function holderOf({ heading, chapter }: Open, top: (string | Draft)[]): (string | Draft)[] {
  return heading?.content ?? chapter?.content ?? top
}

type InParagraph = Open & { readonly paragraph: Draft; readonly stk: Draft }

/** "Stk. 2.", "1)" and "a)" begin a part; what begins nothing goes on with the innermost. */
function addToParagraph(text: string, { paragraph, stk, nr, litra }: InParagraph, open: Open): void {
  const [stkLabel, nrLabel, litraLabel] = [STK.exec(text), NR.exec(text), LITRA.exec(text)]
  if (stkLabel) Object.assign(open, { stk: child(paragraph, 'stk', stkLabel, text), nr: null, litra: null })
  else if (nrLabel) Object.assign(open, { nr: child(stk, 'nr', nrLabel, text), litra: null })
  else if (litraLabel) open.litra = child(nr ?? stk, 'litra', litraLabel, text)
  else (litra ?? nr ?? stk).content.push(text)
}

/** A part of its own under `holder`, from a line that begins with its label. */
function child(holder: Draft, unit: 'stk' | 'nr' | 'litra', [whole, label = '']: RegExpExecArray, text: string): Draft {
  const part = draft(unit, unit === 'litra' ? label.slice(0, -1) : numberIn(label), label)
  const rest = text.slice(whole.length)
  if (rest !== '') part.content.push(rest)
  holder.content.push(part)
  return part
}
