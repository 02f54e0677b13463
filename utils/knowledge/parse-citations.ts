import type { ActRef, Citation, Step } from './citation.ts'
import { actAfter, actBefore, type ReadActs } from './read-act.ts'
import { readPlaces } from './read-places.ts'
import { readReferences, type Reference } from './read-references.ts'
import { tokenise, type Token } from './tokens.ts'

/**
 * Every reference to a provision in a text, in any of the spellings lawyers use, in the order they stand. Knows no act's
 * name: what stands beside a place is handed on as words, and who has the names decides.
 */
export function parseCitations(text: string): readonly Citation[] {
  const tokens = tokenise(text)
  const references = readReferences(tokens)
  const used = new Set<Reference>()
  const found: Citation[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const inside = references.find(({ from, next }) => from <= at && at < next)
    const read = inside ? null : readCited(tokens, at, references)
    if (inside) at = inside.next - 1
    if (!read) continue
    for (const reference of read.used) used.add(reference)
    found.push(...read.citations)
    at = read.next - 1
  }
  const alone = references.filter((reference) => !used.has(reference)).map((reference) => byItself(tokens, reference))
  return [...found, ...alone].sort((one, other) => one.start - other.start)
}

interface ReadCited {
  readonly citations: readonly Citation[]
  readonly used: readonly Reference[]
  readonly next: number
}

/** The places that begin here, each with the act that stands beside it. */
function readCited(tokens: readonly Token[], at: number, references: readonly Reference[]): ReadCited | null {
  const read = readPlaces(tokens, at)
  if (!read) return null
  const { acts, earlier } = actsAround(tokens, { from: at, next: read.next }, references)
  const last = read.places.at(-1)?.[0]
  return {
    citations: read.places.map((steps) => citation(tokens, steps[0] === last ? acts : (earlier ?? acts), steps)),
    used: [...acts.used, ...(earlier?.used ?? [])],
    next: Math.max(read.next, acts.next),
  }
}

interface Span {
  readonly from: number
  readonly next: number
}

interface ActsAround {
  readonly acts: ReadActs
  /** Of all but the last paragraph, where each has its own: "LAB § 5 og § 7 i SDL". */
  readonly earlier: ReadActs | null
}

/** An act that stands behind wins over words in front, which may belong to the sentence. */
function actsAround(tokens: readonly Token[], { from, next }: Span, references: readonly Reference[]): ActsAround {
  const before = actBefore(tokens, from, references)
  const after = actAfter(tokens, next, references)
  const behind = after.acts.some(({ form }) => form !== 'number') || (after.acts.length > 0 && before.acts.length === 0)
  if (behind || hasDocument(after, next, tokens))
    return { acts: { ...after, from }, earlier: before.acts.some(isNamed) ? { ...before, next } : null }
  const used = [...before.used, ...after.used]
  return { acts: { acts: [...before.acts, ...after.acts], from: before.from, next: after.next, used }, earlier: null }
}

function isNamed(act: ActRef): boolean {
  return act.form !== 'words' || act.named
}

/** "§ 4 i lov nr. 1750 …", unlike "LAB § 4, jf. lovbekendtgørelse nr. …", which only says which text. */
function hasDocument(after: ReadActs, next: number, tokens: readonly Token[]): boolean {
  const [used] = after.used
  return used !== undefined && tokens.slice(next, used.from).every(({ value }) => value !== 'jf')
}

function citation(tokens: readonly Token[], { acts, from, next }: ReadActs, steps: readonly Step[]): Citation {
  return { ...offsets(tokens, from, next), acts, steps }
}

function byItself(tokens: readonly Token[], { ref, from, next, paragraph }: Reference): Citation {
  const steps: readonly Step[] = paragraph === null ? [] : [{ unit: 'paragraph', from: paragraph, to: null }]
  const acts: readonly ActRef[] = [ref]
  return { ...offsets(tokens, from, next), acts, steps }
}

function offsets(tokens: readonly Token[], from: number, next: number): { readonly start: number; readonly end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 }
}
