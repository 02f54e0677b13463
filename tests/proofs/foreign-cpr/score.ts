import type { CprHit } from '#utils/privacy/find-cpr.ts'
import type { Level } from './spellings.ts'

export interface Span {
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly level: Level
}

/** One text with what is to be found in it; no spans: nothing. */
export interface Sample {
  readonly id: string
  readonly text: string
  readonly ownCpr?: string
  readonly spans: readonly Span[]
  /** For the report: which spelling or look-alike, and which group of names. */
  readonly kind: string
  readonly group?: string
}

export type Finder = (text: string) => readonly CprHit[]

/** A share, kept as two counts. */
export interface Share {
  right: number
  of: number
}

export const shareOf = ({ right, of }: Share): number => (of === 0 ? 1 : right / of)

/** What a finder did with all samples. */
export interface Score {
  readonly recall: Record<Level, Share>
  /** Finds that are numbers, of all finds. */
  readonly precision: Share
  /** Found numbers whose ten digits are right, and so told apart from the citizen's own. */
  readonly digits: Share
  readonly ownOrOther: Share
  /** Texts without a number in which nothing was found. */
  readonly quiet: Share
  readonly byKind: Map<string, Share>
  readonly byGroup: Map<string, Share>
  /** `low` finds in texts without a number: nothing is marked, but somebody may look. */
  lowInQuiet: number
  /** The first texts that went wrong. */
  readonly wrong: string[]
}

const SHOWN = 12
const none = (): Share => ({ right: 0, of: 0 })

function count(share: Share, right: boolean): void {
  share.of += 1
  if (right) share.right += 1
}

function countIn(shares: Map<string, Share>, key: string | undefined, right: boolean): void {
  if (key === undefined) return
  const share = shares.get(key) ?? none()
  count(share, right)
  shares.set(key, share)
}

/** Runs a finder over samples. Only `high` and `medium` count as finds. */
export function score(samples: readonly Sample[], find: Finder): Score {
  const result: Score = {
    recall: { must: none(), should: none(), may: none() },
    precision: none(),
    digits: none(),
    ownOrOther: none(),
    quiet: none(),
    byKind: new Map(),
    byGroup: new Map(),
    lowInQuiet: 0,
    wrong: [],
  }
  for (const sample of samples) scoreOne(sample, find(sample.text), result)
  return result
}

function scoreOne(sample: Sample, all: readonly CprHit[], result: Score): void {
  const finds = all.filter(({ confidence }) => confidence !== 'low')
  for (const span of sample.spans) scoreSpan(sample, span, { finds, result })
  for (const find of finds) {
    const real = sample.spans.some((span) => overlaps(find, span))
    count(result.precision, real)
    if (!real) note(result, `not a number, ${sample.kind}: ${sample.text.slice(find.start, find.end)} in ${sample.text}`)
  }
  if (sample.spans.length > 0) return
  count(result.quiet, finds.length === 0)
  countIn(result.byKind, sample.kind, finds.length === 0)
  result.lowInQuiet += all.length - finds.length
}

function scoreSpan(sample: Sample, span: Span, { finds, result }: { finds: readonly CprHit[]; result: Score }): void {
  const found = finds.find((find) => covers(find, span))
  count(result.recall[span.level], found !== undefined)
  countIn(result.byKind, sample.kind, found !== undefined)
  if (span.level === 'must') countIn(result.byGroup, sample.group, found !== undefined)
  if (!found && span.level !== 'may') note(result, `missed, ${sample.kind}: ${sample.text}`)
  if (!found) return
  count(result.digits, bare(found.digits) === bare(span.digits))
  if (sample.ownCpr === undefined) return
  const own = bare(sample.ownCpr)
  count(result.ownOrOther, (bare(found.digits) === own) === (bare(span.digits) === own))
}

function note({ wrong }: Score, line: string): void {
  if (wrong.length < SHOWN) wrong.push(line)
}

const bare = (digits: string) => digits.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase()

interface Range {
  readonly start: number
  readonly end: number
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whatever lies outside would stay readable when the find is blackened: at most white space at an edge may. */
function covers(find: Range, span: Range): boolean {
  return find.start <= span.start + 1 && find.end >= span.end - 1 && overlaps(find, span)
}
