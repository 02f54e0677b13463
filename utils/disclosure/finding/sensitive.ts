import type { CategoryId } from '../model/finding.ts'
import { roleOf } from './cues.ts'
import type { Mark } from './mark.ts'
import type { NameText } from './name-sequence.ts'
import { SENSITIVE_STEMS } from './sensitive-words.ts'

/** A word worth a look when it stands near somebody else, or a word for such a person (`category` is `null`). */
export interface WordHit {
  readonly start: number
  readonly end: number
  readonly category: CategoryId | null
}

const SHORTEST_STEM = 3
const LONGEST_STEM = 16
const stems = new Map<string, CategoryId>()
for (const [category, list] of Object.entries(SENSITIVE_STEMS))
  for (const stem of list.trim().split(/\s+/)) stems.set(stem, category as CategoryId)

/** Words that name a kind of sensitive data or a person beside the citizen, in one walk over the words. */
export function relatedWords({ tokens }: NameText): readonly WordHit[] {
  const found: WordHit[] = []
  for (const { text, start, end, kind } of tokens) {
    if (kind === 'number' || text.length < SHORTEST_STEM) continue
    const lower = kind === 'small' ? text : text.toLowerCase()
    const category = categoryOf(lower)
    if (category) found.push({ start, end, category })
    else if (isOther(lower)) found.push({ start, end, category: null })
  }
  return found
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

function isOther(word: string): boolean {
  const role = roleOf(word)
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
