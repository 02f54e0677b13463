import type { FileNames } from './file-names.ts'
import { PARTICLES } from './cues.ts'
import { WORD } from './lexicon.ts'
import { type Token, tokenAt } from './tokens.ts'

/** Words with capitals that stand together and may be one name. Places in the list of tokens, both ends included. */
export interface Sequence {
  readonly from: number
  readonly to: number
}

/** A text in words, with the memory of the file it belongs to. */
export interface NameText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly names: FileNames
}

const LONGEST = 6
const SHORTENED = new Set('chr dr hr fr frk joh th kr gl sdr ndr vestr adv prof st skt aa ed jr sr cand mag fru'.split(' '))
const COMPANY = /^(?:A\/S|ApS|I\/S|K\/S|P\/S|IVS|GmbH|Ltd|AB|Inc|a\.m\.b\.a)(?![\p{L}])/u
/** Before a line break inside a name stands a full line. */
const FULL_LINE = 45
const KNOWN = WORD.first | WORD.last

/** All sequences of a text, in one walk. */
export function sequencesOf(text: NameText): readonly Sequence[] {
  const found: Sequence[] = []
  for (let at = 0; at < text.tokens.length; at += 1) {
    if (!mayBegin(text, at)) continue
    const to = endOf(text, at)
    found.push({ from: at, to })
    at = to
  }
  return found
}

function mayBegin({ tokens, text }: NameText, at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'small' || token.kind === 'number') return false
  // The end of `I/S`.
  if (token.text.length === 1 && token.gap === 'slash') return false
  return !COMPANY.test(text.slice(token.start, token.start + 8))
}

function endOf(text: NameText, from: number): number {
  let to = from
  while (to - from < LONGEST) {
    const next = nextPart(text, to)
    if (next === null) return to
    to = next
  }
  return to
}

/** The next capital word of the same sequence, over small words that stand inside names. */
function nextPart(text: NameText, at: number): number | null {
  if (joins(text, at, at + 1) && mayBegin(text, at + 1)) return at + 1
  let step = at + 1
  while (step <= at + 2 && isParticle(tokenAt(text.tokens, step))) step += 1
  return step > at + 1 && tokenAt(text.tokens, step).gap === 'space' && mayBegin(text, step) ? step : null
}

const isParticle = ({ gap, text }: Token): boolean => gap === 'space' && PARTICLES.has(text)

function joins(text: NameText, at: number, next: number): boolean {
  const [one, two] = [text.tokens[at], text.tokens[next]]
  if (!one || !two) return false
  if (two.gap === 'space') return true
  if (two.gap === 'stop' || two.gap === 'none') return isShortened(one) && /^\.? ?$/.test(text.text.slice(one.end, two.start))
  return two.gap === 'newline' && isWrapped(text, at, next)
}

export function isShortened({ text }: Token): boolean {
  return (text.length === 1 && text !== 'I') || SHORTENED.has(text.toLowerCase())
}

/** A name broken by the end of a full line: both halves must look like parts of one. */
function isWrapped({ text, tokens, names }: NameText, at: number, next: number): boolean {
  const [one, two] = [tokens[at], tokens[next]]
  if (!one || !two || two.start - one.end > 3) return false
  const lineStart = text.lastIndexOf('\n', one.start) + 1
  return one.end - lineStart >= FULL_LINE && (names.bits(one.text) & KNOWN) > 0 && (names.bits(two.text) & (KNOWN | WORD.lastShape)) > 0
}

/** Whether a capital says nothing here, for a sentence, a line or a quotation begins. */
export function beginsSentence({ tokens }: NameText, at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !before) return true
  if (token.gap === 'stop') return !isAbbreviation(before)
  return token.gap === 'newline' || token.gap === 'blank' || token.gap === 'colon' || token.gap === 'other'
}

const ABBREVIATIONS = new Set(
  'ca bl fx f.eks eks a kl nr tlf hr dr fr frk jf jvf inkl ekskl vedr att ang mht pga evt dvs osv mv o.l kr stk adv prof gl sdr ndr chr f m d s v'.split(
    ' ',
  ),
)

function isAbbreviation({ text }: Token): boolean {
  return ABBREVIATIONS.has(text.toLowerCase())
}

/** What is cut off at the front: titles, roles and words that only begin the sentence. */
export function trimFront(text: NameText, { from, to }: Sequence): number {
  let at = from
  while (at < to && isNoNamePart(text, at)) at += 1
  return at
}

const NO_NAME = WORD.title | WORD.common

function isNoNamePart(text: NameText, at: number): boolean {
  const [token, next] = [tokenAt(text.tokens, at), tokenAt(text.tokens, at + 1)]
  const bits = text.names.bits(token.text)
  if (bits & NO_NAME && !(bits & KNOWN)) return true
  const nextIsFirst = (text.names.bits(next.text) & WORD.first) > 0
  if (!beginsSentence(text, at)) return false
  if (bits & KNOWN) return (bits & NO_NAME) > 0 && nextIsFirst
  if (bits & WORD.nounShape) return true
  return text.names.isSmallWord(token.text) || (nextIsFirst && token.text.length <= 3 && !isShortened(token))
}
