import type { ActWords } from './citation.ts'
import { foldWords } from './fold.ts'
import { isMark, valueAt, type Token } from './tokens.ts'
import { carriesOn } from './words.ts'

const LONGEST = 60
const CLOSES = new Set([';', '!', '?', '"', '”', '“', '»', '«', ':'])
const TITLE_STARTS = new Set([
  'lov',
  'lovbekendtgørelse',
  'bekendtgørelse',
  'vejledning',
  'cirkulære',
  'forordning',
  'forslag',
  'anordning',
])

/** Where the clause that ends before `end` begins. */
export function clauseStart(tokens: readonly Token[], end: number): number {
  let at = end
  while (at > 0 && end - at < LONGEST && !closesAt(tokens, at - 1)) at -= 1
  return at
}

/** Where the clause that begins at `start` ends. */
export function clauseEnd(tokens: readonly Token[], start: number): number {
  let at = start
  while (at < tokens.length && at - start < LONGEST && !closesAt(tokens, at)) at += 1
  return at
}

function closesAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'mark') return false
  return CLOSES.has(token.value) || (token.value === '.' && endsSentence(tokens, at))
}

/** A full stop ends a sentence when a capital follows and the word before is none of the usual short forms. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (!after?.spaced || !/^\p{Lu}/u.test(after.raw)) return false
  return before?.kind !== 'word' || before.value.length > 4 || before.value === 'pkt' || before.value === 'lov'
}

/** The words from `start` up to `end`, with the pauses between them. */
export function wordsBetween(tokens: readonly Token[], start: number, end: number): Pick<ActWords, 'words' | 'pauses'> {
  const words: string[] = []
  const pauses: number[] = []
  let piece = ''
  const flush = (): void => {
    words.push(...foldWords(piece))
    piece = ''
  }
  for (const token of tokens.slice(start, end)) {
    if (token.kind === 'mark' && /^[,()[\]-]$/u.test(token.value)) {
      flush()
      pauses.push(words.length)
    } else piece += `${token.spaced ? ' ' : ''}${token.raw}`
  }
  flush()
  return { words, pauses }
}

/** Where the title that ends at `end` begins ("lov om …"), or -1: the first start of a title without a verb behind it. */
export function titleStart(tokens: readonly Token[], from: number, end: number): number {
  let start = -1
  for (let at = end - 1; at >= from; at -= 1) {
    const word = valueAt(tokens, at)
    if (tokens[at]?.kind === 'sign' || carriesOn(word)) break
    if (startsTitle(tokens, at)) start = at
  }
  return start
}

/** "lov om", "bekendtgørelse af lov om", "forslag til lov om". */
export function startsTitle(tokens: readonly Token[], at: number): boolean {
  if (!TITLE_STARTS.has(valueAt(tokens, at))) return false
  return ['om', 'af', 'til', 'vedrørende', 'for'].includes(valueAt(tokens, at + 1)) && !isMark(tokens, at + 2, ',')
}
