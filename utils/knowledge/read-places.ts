import type { Step, Unit } from './citation.ts'
import { readList, readOrdinals, type ReadSteps } from './read-list.ts'
import { isMark, pastComma, pastStop, valueAt, type Token } from './tokens.ts'
import { isConjunction } from './words.ts'

export interface ReadPlaces {
  readonly places: readonly (readonly Step[])[]
  readonly next: number
}

interface Read extends ReadSteps {
  readonly unit: Unit
}

interface Joint {
  readonly next: number
  readonly joined: boolean
}

const LEVEL: Readonly<Record<Unit, number>> = { annex: 0, chapter: 0, paragraph: 1, article: 1, point: 1, stk: 2, nr: 3, litra: 4, pkt: 5 }
const ANCHORS: ReadonlyMap<string, Unit> = new Map([
  ['paragraf', 'paragraph'],
  ['paragraffer', 'paragraph'],
  ['paragrafferne', 'paragraph'],
  ['artikel', 'article'],
  ['artiklerne', 'article'],
  ['art', 'article'],
  ['kapitel', 'chapter'],
  ['kapitlerne', 'chapter'],
  ['kap', 'chapter'],
  ['bilag', 'annex'],
  ['punkt', 'point'],
  ['pkt', 'point'],
  ['afsnit', 'point'],
])
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['stk', 'stk'],
  ['stykke', 'stk'],
  ['nr', 'nr'],
  ['nummer', 'nr'],
  ['litra', 'litra'],
  ['pkt', 'pkt'],
  ['punktum', 'pkt'],
])

/** Everything from a "§" (or artikel, kapitel, bilag) to the end of its places; `null` where none begins. */
export function readPlaces(tokens: readonly Token[], at: number): ReadPlaces | null {
  const first = readAnchor(tokens, at) ?? readRelative(tokens, at)
  return first && collect(tokens, first)
}

function collect(tokens: readonly Token[], first: Read): ReadPlaces {
  const done: (readonly Step[])[] = []
  let open: readonly (readonly Step[])[] = first.items.map((item) => [item])
  let { next } = first
  for (;;) {
    const joint = readJoint(tokens, next)
    const read = joint && (readFurtherAnchor(tokens, joint, open.at(-1)) ?? readUnit(tokens, joint.next))
    if (!joint || !read) return { places: [...done, ...open], next }
    const base = baseOf(open.at(-1) ?? [], read.unit, joint.joined)
    done.push(...(base.deeper ? open.slice(0, -1) : open))
    open = read.items.map((item) => [...base.steps, item])
    next = isMark(tokens, read.next, ')') && isMark(tokens, next, '(') ? read.next + 1 : read.next
  }
}

/** What the new steps hang under: the last place itself, or what it has in common with a sibling. */
function baseOf(last: readonly Step[], unit: Unit, joined: boolean): { readonly steps: readonly Step[]; readonly deeper: boolean } {
  const same = last.findIndex((step) => step.unit === unit)
  if (same >= 0) return { steps: last.slice(0, same), deeper: false }
  const innermost = last.at(-1)
  if (innermost && LEVEL[unit] > LEVEL[innermost.unit]) return { steps: last, deeper: true }
  // "litra a, nr. 2" is a list within a list; "litra a, og nr. 2" is the next number.
  if (!joined && LEVEL[unit] > 1) return { steps: last, deeper: true }
  return { steps: last.filter((step) => LEVEL[step.unit] < LEVEL[unit] && LEVEL[unit] > 1), deeper: false }
}

function readAnchor(tokens: readonly Token[], at: number): Read | null {
  const token = tokens[at]
  if (token?.kind === 'sign') return listOf(tokens, at + 1, 'paragraph')
  const unit = token?.kind === 'word' ? ANCHORS.get(token.value) : undefined
  if (unit === undefined) return null
  const next = pastStop(tokens, at + 1)
  return unit === 'point' && !isDotted(tokens, next) ? null : listOf(tokens, next, unit)
}

/** A lone "pkt. 2" or "afsnit 2" is mostly prose; "pkt. 2.1" is a heading's number. */
function isDotted(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'number' && isMark(tokens, at + 1, '.') && tokens[at + 2]?.kind === 'number'
}

function readRelative(tokens: readonly Token[], at: number): Read | null {
  const word = valueAt(tokens, at)
  return word === 'stk' || word === 'stykke' ? listOf(tokens, pastStop(tokens, at + 1), 'stk') : null
}

function readFurtherAnchor(tokens: readonly Token[], { next, joined }: Joint, last: readonly Step[] | undefined): Read | null {
  const read = readAnchor(tokens, next)
  if (!read || read.unit === 'point') return null
  if (joined) return read
  return read.unit === 'paragraph' && (isChapter(last) || tokens[next]?.kind === 'sign') ? read : null
}

function isChapter(steps: readonly Step[] | undefined): boolean {
  return steps?.length === 1 && steps[0]?.unit === 'chapter'
}

function readUnit(tokens: readonly Token[], at: number): Read | null {
  const ordinals = readOrdinals(tokens, at)
  if (ordinals) return { ...ordinals, unit: 'pkt' }
  const unit = tokens[at]?.kind === 'word' ? UNITS.get(valueAt(tokens, at)) : undefined
  return unit === undefined ? null : listOf(tokens, pastStop(tokens, at + 1), unit)
}

/** Nothing, a comma, "og", "samt", ", jf. dog" or an opening parenthesis before a "§". */
function readJoint(tokens: readonly Token[], at: number): Joint | null {
  if (isMark(tokens, at, '(')) return tokens[at + 1]?.kind === 'sign' ? { next: at + 1, joined: true } : null
  const comma = pastComma(tokens, at)
  const word = valueAt(tokens, comma)
  if (isConjunction(word)) return { next: comma + 1, joined: true }
  if (word !== 'jf') return { next: comma, joined: false }
  const past = pastStop(tokens, comma + 1)
  return { next: valueAt(tokens, past) === 'dog' ? past + 1 : past, joined: true }
}

function listOf(tokens: readonly Token[], at: number, unit: Unit): Read | null {
  const list = readList(tokens, at, unit)
  return list && { ...list, unit }
}
