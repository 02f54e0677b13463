import { type Score, type Share, shareOf } from './score.ts'

/** What must hold, each with a name for the report. */
const BARS: readonly (readonly [name: string, share: (score: Score) => Share, least: number])[] = [
  ['recall of what must be found', ({ recall }) => recall.must, 0.999],
  ['recall of what should be found', ({ recall }) => recall.should, 0.9],
  ['precision', ({ precision }) => precision, 0.99],
  ['texts without a number left alone', ({ quiet }) => quiet, 34 / 35],
  ['own told from others', ({ ownOrOther }) => ownOrOther, 0.99],
  ['digits read right', ({ digits }) => digits, 0.99],
]
const WIDEST_GAP = 0.01

export interface Bar {
  readonly name: string
  readonly share: Share
  readonly least: number
  readonly held: boolean
}

/** Each bar that there is something to measure for. */
export function bars(score: Score): readonly Bar[] {
  return BARS.map(([name, of, least]) => ({ name, share: of(score), least, held: shareOf(of(score)) >= least })).filter(
    ({ share }) => share.of > 0,
  )
}

export function failures(score: Score): readonly string[] {
  const missed = bars(score).filter(({ held }) => !held)
  return [
    ...missed.map(({ name, share, least }) => `${name}: ${shareOf(share).toFixed(5)}, at least ${least.toFixed(3)}`),
    ...(groupGap(score) > WIDEST_GAP ? [`names of one group are found less often: ${groupGap(score).toFixed(4)}`] : []),
  ]
}

/** Between the groups of names that are found best and worst. */
export function groupGap({ byGroup }: Score): number {
  const shares = [...byGroup.values()].map(shareOf)
  return shares.length === 0 ? 0 : Math.max(...shares) - Math.min(...shares)
}
