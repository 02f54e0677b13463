import { drawSample } from '#utils/disclosure/estimate/draw-sample.ts'
import { estimateMissed } from '#utils/disclosure/estimate/estimate-missed.ts'
import type { SampleResult } from '#utils/disclosure/estimate/upper-bound.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'

const DEFAULT = 1000
const LEAST_COVERED = 0.93
/** Beside the share that the sample itself shows, an exact bound needs about this many more over the sample's size. */
const WIDEST = 1.35

interface Trial extends SampleResult {
  readonly truth: number
}

type Bound = (result: SampleResult) => number

/** `missed-estimate`: the upper bound covers the truth as often as it says, and is not wide for no reason. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const rounds = n ?? DEFAULT
  const trials = trialsOf(seed, rounds)
  const faulty = trialsOf(seed + 1, Math.max(rounds, 400))
  requireFound(
    tally,
    [
      { kind: 'the plain share of the sample', found: !holds(faulty, ({ pages, sample, missed }) => (missed / sample) * pages) },
      { kind: 'the normal approximation', found: !holds(faulty, normal) },
      { kind: 'everything may have been missed', found: !holds(faulty, ({ pages }) => pages) },
    ],
    log,
  )
  const covered = share(trials, ({ truth, ...result }) => estimateMissed(result).atMost >= truth)
  const width = meanWidth(trials, (result) => estimateMissed(result).atMost)
  tally.pass(Math.round(covered * rounds))
  log(`covered ${(covered * 100).toFixed(1)} % of ${rounds}; as wide as ${width.toFixed(3)} times an exact bound by other means`)
  tally.check('covers the truth', covered >= LEAST_COVERED, () => `${covered}`)
  tally.check('not wide for no reason', width <= WIDEST, () => `${width}`)
  for (const { truth, ...result } of trials) {
    const { atMostPercent, sentence } = estimateMissed(result)
    tally.check('the sentence says the figure', sentence.includes('%') || result.sample === result.pages, () => `${truth} ${atMostPercent}`)
  }
  return {
    ...tally.result(`covered ${(covered * 100).toFixed(1)} % of ${rounds} simulations, ${width.toFixed(2)} times as wide as need be`),
  }
}

/** Files of very different length and quality, looked at by a person who finds what is on the page. */
function trialsOf(seed: number, count: number): readonly Trial[] {
  const random = new Random(seed)
  return Array.from({ length: count }, () => {
    const pages = Math.round(10 ** (1.3 + random.next() * 2.2))
    const rate = random.pick([0, 0.002, 0.01, 0.03, 0.08, 0.2])
    const isBad = Array.from({ length: pages }, () => random.chance(rate))
    const sample = drawSample(isBad, Math.min(pages, random.int(10, 300)), () => random.next())
    return { pages, sample: sample.length, missed: sample.filter(Boolean).length, truth: isBad.filter(Boolean).length }
  })
}

function holds(trials: readonly Trial[], bound: Bound): boolean {
  return share(trials, ({ truth, ...result }) => bound(result) >= truth) >= LEAST_COVERED && meanWidth(trials, bound) <= WIDEST
}

function share(trials: readonly Trial[], test: (trial: Trial) => boolean): number {
  return trials.filter(test).length / trials.length
}

/** How wide beside the exact bound for pages without end (beta quantile by bisection of the binomial sum): another way to it. */
function meanWidth(trials: readonly Trial[], bound: Bound): number {
  const partial = trials.filter(({ pages, sample }) => sample < pages)
  const ratios = partial.map(
    (trial) => Math.max(bound(trial), 1) / Math.max(1, Math.min(trial.pages, Math.ceil(binomialBound(trial) * trial.pages))),
  )
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / Math.max(1, ratios.length)
}

function binomialBound({ sample, missed }: SampleResult): number {
  let [low, high] = [missed / sample, 1]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (binomialAtMost(sample, missed, middle) > 0.05) low = middle
    else high = middle
  }
  return high
}

function binomialAtMost(sample: number, missed: number, rate: number): number {
  if (rate >= 1) return missed >= sample ? 1 : 0
  let term = (1 - rate) ** sample
  let sum = term
  for (let count = 1; count <= missed; count += 1) {
    term *= ((sample - count + 1) / count) * (rate / (1 - rate))
    sum += term
  }
  return sum
}

function normal({ pages, sample, missed }: SampleResult): number {
  const rate = missed / sample
  return pages * (rate + 1.645 * Math.sqrt((rate * (1 - rate)) / sample))
}
