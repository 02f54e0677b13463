import { findCpr } from '#utils/privacy/find-cpr.ts'
import { z } from '#utils/validation/zod.ts'
import type { Proof, ProofOptions, ProofResult } from '../claim.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { requireFound } from '../support/planted.ts'
import { Tally } from '../support/tally.ts'
import { throughFinder } from './through-finder.ts'
import { bars, failures, groupGap } from './bars.ts'
import { plantedFaults } from './faults.ts'
import { misreadNumbers, numbersAndLookAlikes, rarer } from './samples.ts'
import { type Sample, type Score, score, shareOf } from './score.ts'

const DEFAULT = 5000
const FOR_FAULTS = 60
const THROUGH_FINDER = 40_000
const OWN_OR_OTHER = 0.99
const MISREAD_RECALL = 0.98

/**
 * `foreign-cpr`: every CPR number in a text is found, in fourteen spellings, and what only looks like one is left alone. The
 * numbers are made and written by the proof itself, which knows nothing of how they are found.
 */
export const prove: Proof = async (options) => {
  const tally = new Tally(options.log)
  requireFound(tally, plantedFaults([...numbersAndLookAlikes(options.seed, FOR_FAULTS)], findCpr), options.log)
  return options.data === null ? ofGenerated(options, tally) : ofData(options.data, options, tally)
}

function ofGenerated({ seed, n, log }: ProofOptions, tally: Tally): ProofResult {
  const numbers = n ?? DEFAULT
  const samples = numbersAndLookAlikes(seed, numbers)
  const main = score(samples, findCpr)
  report('14 spellings and one look-alike for each', main, log)
  const more = score(rarer(seed, numbers), findCpr)
  report('rarer spellings', more, log)
  const misread = score(misreadNumbers(seed, numbers), findCpr)
  const read = shareOf(misread.recall.should)
  for (const line of misread.wrong) log(`    ${JSON.stringify(line)}`)
  log(`two characters in a hundred misread: recall ${read.toFixed(4)} of ${misread.recall.should.of}`)
  check(tally, main)
  checkFinder(samples.slice(0, THROUGH_FINDER), tally, log)
  tally.check('rarer spellings', shareOf(more.recall.should) >= 0.9, () => failures(more).join('; '))
  tally.check('misread', read >= MISREAD_RECALL, () => `recall ${read.toFixed(4)}, at least ${MISREAD_RECALL}`)
  return resultOf(tally, main)
}

function ofData(path: string, { log }: ProofOptions, tally: Tally): ProofResult {
  const samples = readSamples(path)
  const result = score(samples, findCpr)
  report(path, result, log)
  check(tally, result)
  checkFinder(samples, tally, log)
  return resultOf(tally, result)
}

function check(tally: Tally, result: Score): void {
  for (const { name, share, least, held } of bars(result))
    tally.check(name, held, () => `${shareOf(share).toFixed(5)} of ${share.of}, at least ${least.toFixed(3)}`)
  tally.check('one group of names is found less often', groupGap(result) <= 0.01, () => groupGap(result).toFixed(4))
}

/** The workbench reports every other person's number and never the citizen's own. */
function checkFinder(samples: readonly Sample[], tally: Tally, log: (line: string) => void): void {
  const { ownOrOther, wrong } = throughFinder(samples)
  if (ownOrOther.of === 0) return
  log(`through the workbench's finder: ${shareOf(ownOrOther).toFixed(5)} of ${ownOrOther.of} rightly reported or left alone`)
  for (const line of wrong) log(`    ${JSON.stringify(line)}`)
  tally.check('own told from others by the finder', shareOf(ownOrOther) >= OWN_OR_OTHER, () => shareOf(ownOrOther).toFixed(5))
}

function resultOf(tally: Tally, result: Score): ProofResult {
  const figure = `recall ${shareOf(result.recall.must).toFixed(5)}, precision ${shareOf(result.precision).toFixed(5)}`
  const { must, should, may } = result.recall
  const examined = must.of + should.of + may.of + result.quiet.of
  return { ...tally.result(`${figure} over ${examined} texts`), examined }
}

function report(name: string, result: Score, log: (line: string) => void): void {
  log(`${name}:`)
  for (const { name: bar, share } of bars(result)) log(`  ${bar}: ${shareOf(share).toFixed(5)} (${share.right} of ${share.of})`)
  const { may } = result.recall
  if (may.of > 0) log(`  that may be found: ${shareOf(may).toFixed(5)} (${may.right} of ${may.of})`)
  log(`  gap between groups of names: ${groupGap(result).toFixed(5)}; texts without a number given for a look: ${result.lowInQuiet}`)
  const weak = [...result.byKind].filter(([, share]) => shareOf(share) < 1)
  for (const [kind, share] of weak) log(`  ${kind}: ${share.right} of ${share.of}`)
  for (const line of result.wrong) log(`    ${JSON.stringify(line)}`)
}

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  own_cpr: z.string().nullish(),
  spans: z
    .array(
      z.object({
        start: z.int().min(0),
        end: z.int().min(1),
        digits: z.string(),
        level: z.enum(['must', 'should', 'may']),
      }),
    )
    .default([]),
})

function readSamples(path: string): readonly Sample[] {
  return readJsonLines(path, Line).map(({ id, text, own_cpr: own, spans }) => ({
    id,
    text,
    spans,
    kind: 'data',
    ...(own !== null && own !== undefined && { ownCpr: own }),
  }))
}
