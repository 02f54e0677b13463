import type { CategoryId, PersonRole } from '../model/finding.ts'
import type { FileNames } from './file-names.ts'
import type { Mark } from './mark.ts'
import type { NameText } from './name-sequence.ts'
import { SENSITIVE_STEMS } from './sensitive-words.ts'
import type { Token } from './tokens.ts'

/** A word worth a look when it stands near somebody else, or a word for such a person (`category` is `null`). */
export interface WordHit {
  readonly start: number
  readonly end: number
  readonly category: CategoryId | null
}

const SHORTEST_WORD = 2
const SHORTEST_STEM = 3
const LONGEST_STEM = 16
const stems = new Map<string, CategoryId>()
for (const [category, list] of Object.entries(SENSITIVE_STEMS))
  for (const stem of list.trim().split(/\s+/)) stems.set(stem, category as CategoryId)

/** Words that name a kind of sensitive data or a person beside the citizen, in one walk over the words. */
export function relatedWords({ tokens, names }: NameText): readonly WordHit[] {
  const found: WordHit[] = []
  const known = memories.get(names) ?? new Map<string, Kind>()
  memories.set(names, known)
  for (const token of tokens) {
    if (token.kind === 'number' || token.text.length < SHORTEST_WORD) continue
    const what = known.get(token.text) ?? remember(known, token, names)
    if (what !== 'nothing') found.push({ start: token.start, end: token.end, category: what === 'other-person' ? null : what })
  }
  return found
}

/** Also tells the file's memory of names which words stand in small letters. */
function remember(known: Map<string, Kind>, { text, kind }: Token, names: FileNames): Kind {
  if (kind === 'small') names.sawSmall(text)
  const what = kindOf(text.toLowerCase(), names)
  if (known.size < MOST_REMEMBERED) known.set(text, what)
  return what
}

type Kind = CategoryId | 'other-person' | 'nothing'

/** What each word of a file is, looked up once; gone with the file. */
const memories = new WeakMap<FileNames, Map<string, Kind>>()
const MOST_REMEMBERED = 200_000

function kindOf(word: string, names: FileNames): Kind {
  return categoryOf(word) ?? (isOther(names.role(word)) ? 'other-person' : 'nothing')
}

/** A stem with `=` at its end stands for that word alone; others for every word that begins so. */
function categoryOf(word: string): CategoryId | undefined {
  const whole = stems.get(`${word}=`)
  if (whole) return whole
  for (let length = Math.min(word.length, LONGEST_STEM); length >= SHORTEST_STEM; length -= 1) {
    const found = stems.get(word.slice(0, length))
    if (found) return found
  }
  return undefined
}

function isOther(role: PersonRole | null): boolean {
  return role === 'pårørende' || role === 'uvedkommende'
}

const REACH = 140
const SENTENCE_END = /[.!?]\s|\n/
const OTHERS: ReadonlySet<string | null | undefined> = new Set(['pårørende', 'uvedkommende', 'arbejdsgiver', 'sagsbehandler'])

/** Sensitive words near another person: medium in the same sentence, low in the next one. */
export function sensitiveMarks(text: string, words: readonly WordHit[], names: readonly Mark[]): readonly Mark[] {
  const others = [
    ...names.filter(({ role }) => OTHERS.has(role)).map(({ start, end }) => ({ start, end })),
    ...words.filter(({ category }) => category === null),
  ].toSorted((a, b) => a.start - b.start)
  if (others.length === 0) return []
  const found: Mark[] = []
  let from = 0
  for (const { start, end, category } of words) {
    if (category === null) continue
    while (from < others.length && (others[from]?.end ?? 0) < start - REACH) from += 1
    const near = nearness(text, { start, end }, others.slice(from, from + 12))
    if (near) found.push({ start, end, category, confidence: near, same: text.slice(start, end).toLowerCase(), why: 'near-person' })
  }
  return found
}

interface Range {
  readonly start: number
  readonly end: number
}

function nearness(text: string, word: Range, others: readonly Range[]): 'medium' | 'low' | null {
  let near: 'low' | null = null
  for (const other of others) {
    const [from, to] = other.start < word.start ? [other.end, word.start] : [word.end, other.start]
    if (to - from > REACH) continue
    if (!SENTENCE_END.test(text.slice(from, to))) return 'medium'
    near = 'low'
  }
  return near
}
