import { distance } from './distance.ts'

const MOST_LIKE = 24
const SHORTEST_PART = 4
const MOST_NEAR = 6
const SHORTEST_MISSPELT = 4

/** The stems that the passages hold, and in how many each stands. */
export type Vocabulary = ReadonlyMap<string, number>

/** Longer words that hold the stem: "samtal" in "jobsamtal". The commonest first. */
export function compoundsOf(stem: string, vocabulary: Vocabulary): readonly string[] {
  if (stem.length < SHORTEST_PART) return []
  const found: string[] = []
  for (const word of vocabulary.keys()) {
    if (word.length <= stem.length + 1) continue
    if (word.startsWith(stem) || word.endsWith(stem) || (stem.length > 5 && word.includes(stem))) found.push(word)
  }
  return found.sort((one, other) => (vocabulary.get(other) ?? 0) - (vocabulary.get(one) ?? 0)).slice(0, MOST_LIKE)
}

/** The two words a compound is made of, with or without "s" or "e" between: "sygesamtal" → "syg", "samtal". */
export function splitOf(stem: string, vocabulary: Vocabulary): readonly [string, string] | null {
  let best: readonly [string, string] | null = null
  let shortest = 0
  for (let at = 3; at <= stem.length - 3; at += 1) {
    const last = stem.slice(at)
    const first = vocabulary.has(last) ? headIn(stem.slice(0, at), vocabulary) : null
    const weakest = Math.min(first?.length ?? 0, last.length)
    if (first !== null && weakest > shortest) [best, shortest] = [[first, last], weakest]
  }
  return best
}

function headIn(head: string, vocabulary: Vocabulary): string | null {
  for (const form of [head, head.replace(/[es]$/u, ''), head.replace(/(?:es|er|ing|ings)$/u, '')])
    if (form.length >= 3 && vocabulary.has(form)) return form
  return null
}

/** Words that a misspelt one may have meant: one slip in a short word, two in a long one. The nearest and commonest first. */
export function nearTo(stem: string, vocabulary: Vocabulary): readonly string[] {
  if (stem.length < SHORTEST_MISSPELT) return []
  const most = stem.length < 8 ? 1 : 2
  const found: { readonly word: string; readonly slips: number; readonly passages: number }[] = []
  for (const [word, passages] of vocabulary) {
    if (Math.abs(word.length - stem.length) > most) continue
    const slips = distance(stem, word, most)
    if (slips <= most) found.push({ word, slips, passages })
  }
  found.sort((one, other) => one.slips - other.slips || other.passages - one.passages)
  return found.slice(0, MOST_NEAR).map(({ word }) => word)
}
