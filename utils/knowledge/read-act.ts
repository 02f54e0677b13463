import type { ActRef } from './citation.ts'
import { clauseEnd, clauseStart, startsTitle, titleStart, wordsBetween } from './clause.ts'
import type { Reference } from './read-references.ts'
import { isMark, pastComma, pastStop, valueAt, type Token } from './tokens.ts'
import { carriesOn, isAbbreviation, isActWord, isConjunction, isContextWord } from './words.ts'

export interface ReadActs {
  readonly acts: readonly ActRef[]
  /** The first and the token past the last that the citation takes up. */
  readonly from: number
  readonly next: number
  readonly used: readonly Reference[]
}

const CONTEXT: ActRef = { form: 'context' }

/** The act in front of a place: "LAB", "sygedagpengelovens", "lov om …", "BEK nr. 1710 af 30. december 2024,". */
export function actBefore(tokens: readonly Token[], at: number, references: readonly Reference[]): ReadActs {
  const end = isMark(tokens, at - 1, ',') ? at - 1 : at
  const reference = references.find(({ next }) => next === end)
  if (!reference) return wordsBefore(tokens, end, at)
  const own: ReadActs = { acts: [reference.ref], from: reference.from, next: at, used: [reference] }
  const name = pastJf(tokens, reference.from)
  if (name === null) return own
  const words = wordsBefore(tokens, name, reference.from)
  return hasName(words) ? { ...own, acts: [...words.acts, reference.ref], from: words.from } : own
}

/** Before "jf." and its comma, where one stands in front of `at`. */
function pastJf(tokens: readonly Token[], at: number): number | null {
  const stop = isMark(tokens, at - 1, '.') ? at - 1 : at
  if (valueAt(tokens, stop - 1) !== 'jf') return null
  return isMark(tokens, stop - 2, ',') ? stop - 2 : stop - 1
}

function hasName({ acts }: ReadActs): boolean {
  return acts.some((act) => act.form === 'context' || (act.form === 'words' && act.named))
}

function wordsBefore(tokens: readonly Token[], end: number, at: number): ReadActs {
  const none: ReadActs = { acts: [], from: at, next: at, used: [] }
  const last = pastStopBefore(tokens, end)
  const token = tokens[last]
  if (!token || !canEndName(token)) return none
  if (isContext(tokens, last)) return { ...none, acts: [CONTEXT], from: last }
  const from = clauseStart(tokens, end)
  const title = titleStart(tokens, from, end)
  const named = title >= 0 || isShortName(tokens, last, end)
  if (!named && isPlainWord(token)) return none
  const words: ActRef = { form: 'words', side: 'before', ...wordsBetween(tokens, from, end), named }
  if (!named) return { ...none, acts: [words] }
  return { ...none, acts: [words], from: title >= 0 ? title : last }
}

function canEndName({ kind }: Token): boolean {
  return kind === 'word' || kind === 'mark'
}

/** The last token before `end`, a full stop aside. */
function pastStopBefore(tokens: readonly Token[], end: number): number {
  return isMark(tokens, end - 1, '.') ? end - 2 : end - 1
}

/** "sygedagpengelovens", "LAB", "offl." */
function isShortName(tokens: readonly Token[], last: number, end: number): boolean {
  const { value, raw } = tokens[last] ?? { value: '', raw: '' }
  return isActWord(value) || isAbbreviation(raw) || (last === end - 2 && /^\p{L}{3,}l$/u.test(value))
}

/** No name ends so. */
function isPlainWord({ kind, value }: Token): boolean {
  return kind === 'mark' || carriesOn(value) || isConjunction(value)
}

/** The act behind a place: ", i forvaltningsloven", "i lov nr. 1750 af …", ", jf. lovbekendtgørelse nr. …". */
export function actAfter(tokens: readonly Token[], at: number, references: readonly Reference[]): ReadActs {
  const none: ReadActs = { acts: [], from: at, next: at, used: [] }
  const start = pastComma(tokens, at)
  if (valueAt(tokens, start) !== 'i' && valueAt(tokens, start) !== 'til') return withPin(tokens, none, references)
  const reference = references.find(({ from }) => from === start + 1)
  if (reference) return { acts: [reference.ref], from: at, next: reference.next, used: [reference] }
  const named = namedFrom(tokens, start + 1)
  return withPin(tokens, named ?? none, references)
}

function namedFrom(tokens: readonly Token[], at: number): ReadActs | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const second = ['denne', 'samme', 'nævnte', 'den'].includes(token.value) ? at + 1 : at
  if (isContext(tokens, second)) return { acts: [CONTEXT], from: at, next: second + 1, used: [] }
  if (startsTitle(tokens, at)) return titled(tokens, at)
  if (!isActWord(token.value) && !isAbbreviation(token.raw)) return null
  const words = wordsBetween(tokens, at, at + 1)
  return { acts: [{ form: 'words', side: 'after', ...words, named: true }], from: at, next: at + 1, used: [] }
}

function titled(tokens: readonly Token[], at: number): ReadActs {
  const whole = clauseEnd(tokens, at)
  let next = at
  while (next < whole && tokens[next]?.kind !== 'sign' && !(valueAt(tokens, next) === 'jf' && next > at)) next += 1
  const end = isMark(tokens, next - 1, ',') ? next - 1 : next
  return { acts: [{ form: 'words', side: 'after', ...wordsBetween(tokens, at, end), named: true }], from: at, next: end, used: [] }
}

function isContext(tokens: readonly Token[], at: number): boolean {
  const word = valueAt(tokens, at)
  if (isContextWord(word)) return true
  return /^(?:lov|bekendtgørelse)s?$/u.test(word) && ['denne', 'samme', 'nærværende'].includes(valueAt(tokens, at - 1))
}

/** ", jf. lovbekendtgørelse nr. 280 af 1. marts 2024" behind it all says which text of the act. */
function withPin(tokens: readonly Token[], read: ReadActs, references: readonly Reference[]): ReadActs {
  const jf = pastComma(tokens, read.next)
  if (valueAt(tokens, jf) !== 'jf') return read
  const pin = references.find(({ from, ref }) => from === pastStop(tokens, jf + 1) && ref.form === 'number')
  return pin ? { ...read, acts: [...read.acts, pin.ref], next: pin.next, used: [pin] } : read
}
