import type { SizeClass } from './case-record.ts'
import type { Random } from './random.ts'

/** How large a case is: a proposal, as no public distribution was found. */
export interface CaseSize {
  readonly years: readonly [number, number]
  readonly notes: readonly [number, number]
  /** Words a note: half are under `median`, one in twenty over `long`. */
  readonly median: number
  readonly long: number
  readonly documents: readonly [number, number]
  readonly pages: readonly [number, number]
  readonly meetings: readonly [number, number]
  readonly caseworkers: readonly [number, number]
  readonly offers: readonly [number, number]
  readonly share: number
}

export const SIZES: Readonly<Record<SizeClass, CaseSize>> = {
  light: {
    years: [0, 1],
    notes: [5, 40],
    median: 60,
    long: 300,
    documents: [0, 15],
    pages: [1, 6],
    meetings: [0, 6],
    caseworkers: [1, 2],
    offers: [0, 2],
    share: 0.3,
  },
  ordinary: {
    years: [1, 5],
    notes: [40, 250],
    median: 90,
    long: 500,
    documents: [15, 90],
    pages: [1, 10],
    meetings: [6, 30],
    caseworkers: [2, 5],
    offers: [1, 8],
    share: 0.5,
  },
  heavy: {
    years: [5, 12],
    notes: [250, 900],
    median: 120,
    long: 900,
    documents: [90, 350],
    pages: [1, 14],
    meetings: [20, 60],
    caseworkers: [4, 9],
    offers: [5, 20],
    share: 0.17,
  },
  extreme: {
    years: [12, 20],
    notes: [900, 2400],
    median: 140,
    long: 1500,
    documents: [350, 900],
    pages: [1, 16],
    meetings: [50, 120],
    caseworkers: [8, 15],
    offers: [15, 35],
    share: 0.03,
  },
}

export function drawSize(random: Random): SizeClass {
  let left = random.next()
  for (const [name, size] of Object.entries(SIZES)) {
    left -= size.share
    if (left < 0) return name as SizeClass
  }
  return 'ordinary'
}

/** Words of one note: skewed, so that most are short and a few very long. */
export function drawWords(size: CaseSize, random: Random): number {
  const skew = random.next()
  if (skew > 0.95) return random.int(size.long, Math.round(size.long * 1.4))
  return Math.max(12, Math.round(size.median * (0.25 + 1.5 * skew)))
}
