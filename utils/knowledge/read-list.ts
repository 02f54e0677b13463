import type { Step, Unit } from './citation.ts'
import { isMark, pastComma, pastStop, valueAt, type Token } from './tokens.ts'
import { carriesOn, isConjunction } from './words.ts'

export interface ReadSteps {
  readonly items: readonly Step[]
  readonly next: number
}

interface ReadItem {
  readonly text: string
  readonly next: number
}

const ENDS = new Set([',', '.', ';', ':', ')', '(', '-', '/', '!', '?', '"', '”', '“', ']', '»', '«', "'"])
const ENDING_WORDS = new Set(['i', 'jf', 'stk', 'stykke', 'nr', 'nummer', 'litra', 'pkt', 'punktum', 'til', 'sidste'])
const WITH_LETTER: ReadonlySet<Unit> = new Set(['annex', 'chapter', 'paragraph', 'article', 'nr'])

/** A number or a row of them: "5", "35-40 a", "5, 7 og 9", "13 a-c". */
export function readList(tokens: readonly Token[], at: number, unit: Unit): ReadSteps | null {
  const first = readItem(tokens, at, unit)
  if (!first) return null
  const items: Step[] = []
  let next = withRange(tokens, first, unit, items)
  for (;;) {
    const item = readFurther(tokens, next, unit, items.at(-1))
    if (!item) return { items, next }
    next = withRange(tokens, item, unit, items)
  }
}

/** "1. pkt.", "1. og 2. pkt.", "2.-4. punktum", "sidste pkt.": the number stands in front. */
export function readOrdinals(tokens: readonly Token[], at: number): ReadSteps | null {
  if (valueAt(tokens, at) === 'sidste') return closed(tokens, at + 1, [{ unit: 'pkt', from: 'last', to: null }])
  const items: Step[] = []
  let next = at
  for (;;) {
    const item = ordinalItem(tokens, next)
    if (!item) return null
    items.push(item.step)
    const end = closed(tokens, item.next, items)
    if (end) return end
    if (!isMark(tokens, item.next, ',') && !isConjunction(valueAt(tokens, item.next))) return null
    next = item.next + 1
  }
}

/** "2." or "2.-4." */
function ordinalItem(tokens: readonly Token[], at: number): { readonly step: Step; readonly next: number } | null {
  const from = ordinal(tokens, at)
  if (from === null) return null
  if (!isMark(tokens, at + 2, '-')) return { step: { unit: 'pkt', from, to: null }, next: at + 2 }
  const to = ordinal(tokens, at + 3)
  return to === null ? null : { step: { unit: 'pkt', from, to }, next: at + 5 }
}

function closed(tokens: readonly Token[], at: number, items: readonly Step[]): ReadSteps | null {
  const word = valueAt(tokens, at)
  return word === 'pkt' || word === 'punktum' ? { items, next: pastStop(tokens, at + 1) } : null
}

function ordinal(tokens: readonly Token[], at: number): string | null {
  const number = wholeNumber(tokens, at)
  return number !== null && isMark(tokens, at + 1, '.') ? number : null
}

function readItem(tokens: readonly Token[], at: number, unit: Unit): ReadItem | null {
  if (unit === 'litra') return readLetters(tokens, at)
  if (unit === 'point') return readDotted(tokens, at)
  const number = wholeNumber(tokens, at)
  if (number === null) return null
  const letter = WITH_LETTER.has(unit) ? letterAt(tokens, at + 1) : null
  return letter === null ? { text: number, next: at + 1 } : { text: `${number}${letter}`, next: at + 2 }
}

function readLetters(tokens: readonly Token[], at: number): ReadItem | null {
  const token = tokens[at]
  return token?.kind === 'word' && /^(\p{Ll})\1?$/u.test(token.value) ? { text: token.value, next: at + 1 } : null
}

function readDotted(tokens: readonly Token[], at: number): ReadItem | null {
  const first = wholeNumber(tokens, at)
  if (first === null) return null
  let [text, next] = [first, at + 1]
  for (;;) {
    const more = isMark(tokens, next, '.') && tokens[next + 1]?.spaced === false ? wholeNumber(tokens, next + 1) : null
    if (more === null) return { text, next }
    text = `${text}.${more}`
    next += 2
  }
}

/** The letter of "13 b". */
function letterAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (token?.kind !== 'word' || !/^(\p{Ll})\1?$/u.test(token.value)) return null
  return token.value === 'i' && token.spaced && isPreposition(tokens, at) ? null : token.value
}

/** An "i" that leads on to an act or to another word of the sentence. */
function isPreposition(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  if (after?.kind === 'word') return after.value === 'i' || !endsPlace(tokens, at + 1)
  return after?.kind === 'number' || after?.kind === 'eli'
}

function withRange(tokens: readonly Token[], item: ReadItem, unit: Unit, items: Step[]): number {
  const end = isMark(tokens, item.next, '-') || valueAt(tokens, item.next) === 'til' ? readEnd(tokens, item, unit) : null
  items.push({ unit, from: item.text, to: end?.text ?? null })
  return end?.next ?? item.next
}

function readEnd(tokens: readonly Token[], item: ReadItem, unit: Unit): ReadItem | null {
  const at = pastRepeat(tokens, item.next + 1, unit)
  return readItem(tokens, at, unit) ?? lettered(tokens, at, item.text)
}

/** "§ 5-§ 7", "stk. 1-stk. 3": the sign once more. */
function pastRepeat(tokens: readonly Token[], at: number, unit: Unit): number {
  if (unit === 'paragraph' && tokens[at]?.kind === 'sign') return at + 1
  return valueAt(tokens, at) === unit ? pastStop(tokens, at + 1) : at
}

/** "13 a-c", "13 a og b": the letter alone, the number from before. */
function lettered(tokens: readonly Token[], at: number, before: string): ReadItem | null {
  const [, number] = /^(\d+)\p{Ll}+$/u.exec(before) ?? []
  const letter = number === undefined ? null : letterAt(tokens, at)
  return number === undefined || letter === null ? null : { text: `${number}${letter}`, next: at + 1 }
}

function readFurther(tokens: readonly Token[], at: number, unit: Unit, before: Step | undefined): ReadItem | null {
  const start = pastJoint(tokens, at)
  if (start === at || readOrdinals(tokens, start)) return null
  const item = readItem(tokens, start, unit) ?? lettered(tokens, start, before?.to ?? before?.from ?? '')
  return item && endsPlace(tokens, item.next) ? item : null
}

/** Past ",", "og" or ", og". */
function pastJoint(tokens: readonly Token[], at: number): number {
  const comma = pastComma(tokens, at)
  return isConjunction(valueAt(tokens, comma)) ? comma + 1 : comma
}

/** Whether a number could end here: not "§ 5 og 7 dage". */
function endsPlace(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'sign') return true
  if (token.kind === 'mark') return ENDS.has(token.value)
  return token.kind === 'word' && (ENDING_WORDS.has(token.value) || isConjunction(token.value) || carriesOn(token.value))
}

function wholeNumber(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  return token?.kind === 'number' && /^[0-9]{1,5}$/.test(token.value) ? String(Number(token.value)) : null
}
