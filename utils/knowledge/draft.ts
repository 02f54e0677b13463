import type { Step, Unit } from './citation.ts'
import type { DocumentNode } from './document.ts'
import { formatPlace } from './format-citation.ts'
import { sentencesOf } from './sentences.ts'

/** A part while it is being read: words and numbered parts in the order they stand. */
export interface Draft {
  unit: Unit | 'part'
  number: string
  /** "§ 1.", "Stk. 2.", "a)": as printed. */
  label: string
  heading: string
  readonly content: (string | Draft)[]
}

export function draft(unit: Draft['unit'], number = '', label = ''): Draft {
  return { unit, number, label, heading: '', content: [] }
}

interface Above {
  readonly parent: number
  readonly steps: readonly Step[]
  readonly headings: readonly string[]
  readonly depth: number
  /** Lawyers do not write "stk. 1" of a paragraph that has no other. */
  readonly silentStk: boolean
}

const REPEALED = /^[\s(]*(?:ophævet|ophæves|udgået|bortfaldet|udgår)\b[^\p{L}]*$/iu
const DEEPEST = 100

/** Lays a tree of parts out in the order of the text. @throws RangeError when parts stand more than 100 deep in each other */
export function layOut(top: readonly Draft[]): readonly DocumentNode[] {
  const nodes: DocumentNode[] = []
  for (const part of top) add(part, { parent: -1, steps: [], headings: [], depth: 0, silentStk: false }, nodes)
  return nodes
}

function add(part: Draft, above: Above, nodes: DocumentNode[]): void {
  if (above.depth > DEEPEST) throw new RangeError('parts-too-deep')
  const steps = part.unit === 'stk' && above.silentStk ? above.steps : stepsOf(part, above.steps)
  const headings = headingsOf(part, above.headings)
  const index = nodes.length
  nodes.push(nodeOf(part, { ...above, steps, headings: holds(part) ? headings : above.headings, unitAbove: nodes[above.parent]?.unit }))
  const inner = part.content.filter((piece) => typeof piece !== 'string')
  const silentStk = part.unit === 'paragraph' && inner.filter(({ unit }) => unit === 'stk').length === 1
  for (const child of inner) add(child, { parent: index, steps, headings, depth: above.depth + 1, silentStk }, nodes)
}

interface Around extends Above {
  readonly unitAbove: DocumentNode['unit'] | undefined
}

function nodeOf(part: Draft, { parent, steps, headings, depth, unitAbove }: Around): DocumentNode {
  const own = ownText(part)
  return {
    unit: part.unit,
    number: part.number,
    parent,
    address: part.unit === 'part' ? '' : formatPlace(steps),
    headings: own === '' && holds(part) ? headings.slice(0, -1) : headings,
    own,
    text: wholeText(part, { depth, bare: own !== '' }),
    repealed: isRepealed(part),
    sentences: sentenceList(own).length,
    searchable: isSearchable(part, unitAbove, own),
  }
}

/** The sentences of a part's own words: each stretch between numbered parts ends one. */
export function sentenceList(own: string): readonly string[] {
  return own.split('\n').flatMap(sentencesOf)
}

/** Chapters and headings do not count in a Danish address: paragraphs run through the act. */
function stepsOf({ unit, number }: Draft, above: readonly Step[]): readonly Step[] {
  if (unit === 'part' || number === '') return above
  const outer = above.filter((step) => step.unit !== 'chapter')
  return [...outer, { unit, from: number, to: null }]
}

function headingsOf(part: Draft, above: readonly string[]): readonly string[] {
  const heading = headingOf(part)
  return heading === '' ? above : [...above, heading]
}

function headingOf({ unit, label, heading }: Draft): string {
  if (unit === 'stk' || unit === 'nr' || unit === 'litra') return ''
  if (unit === 'paragraph') return heading
  return [label, heading].filter((text) => text !== '').join(' ')
}

function ownText({ content }: Draft): string {
  const stretches: string[] = []
  let stretch: string[] = []
  for (const piece of [...content, null]) {
    if (typeof piece === 'string') stretch.push(piece)
    else if (stretch.length > 0) {
      stretches.push(stretch.join(' '))
      stretch = []
    }
  }
  return stretches.join('\n')
}

interface TextOptions {
  readonly depth: number
  /** Without the label and heading of its own, which stand among the headings. */
  readonly bare?: boolean
}

function wholeText(part: Draft, { depth, bare = false }: TextOptions): string {
  if (depth > DEEPEST) throw new RangeError('parts-too-deep')
  const isHolder = holds(part)
  const inner = part.content.map((piece) => (typeof piece === 'string' ? piece : textWithin(part, piece, depth + 1)))
  const [first = '', ...rest] = [isHolder && !bare ? part.heading : '', ...inner].filter((text) => text !== '')
  const label = isHolder && bare ? '' : part.label
  return [[label, first].filter((text) => text !== '').join(' '), ...rest].join('\n')
}

/** "(Ophævet)" is all that is left: in the part itself, or in everything below it. */
function isRepealed(part: Draft): boolean {
  const inner = part.content.filter((piece) => typeof piece !== 'string')
  const own = ownText(part)
  return inner.length === 0 ? REPEALED.test(own) : own === '' && inner.every(isRepealed)
}

/** A chapter or a part is shown by its heading: its paragraphs are shown by themselves. */
function textWithin(above: Draft, piece: Draft, depth: number): string {
  return holds(above) && (holds(piece) || piece.unit === 'paragraph') ? '' : wholeText(piece, { depth })
}

function holds({ unit }: Draft): boolean {
  return unit === 'part' || unit === 'chapter' || unit === 'point' || unit === 'annex'
}

function isSearchable({ unit }: Draft, above: DocumentNode['unit'] | undefined, own: string): boolean {
  if (REPEALED.test(own)) return false
  if (unit === 'stk') return true
  if (unit === 'nr' || unit === 'litra') return above !== 'stk' && above !== 'nr' && above !== 'litra'
  return own !== ''
}
