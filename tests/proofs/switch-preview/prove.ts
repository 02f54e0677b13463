import { requireRulePack } from '#build/rule-pack.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { valueFits } from '#utils/guidance/value-fits.ts'
import type { SwitchPreview } from '#utils/switchboard/preview-switch.ts'
import { sampleCases, type SampleCase } from '#utils/switchboard/sample-cases.ts'
import type { Proof } from '../claim.ts'
import { Tally } from '../support/tally.ts'
import { FAULTS, productPreview, type Subject } from './faults.ts'
import { recount, type Figures } from './recount.ts'
import { drawTrial } from './trial.ts'

const TRIALS = 50
const MANY = 20
const CASES = 500
const MOST_FAULT_TRIALS = 400
const FAULT_CASES = 40

/**
 * What the switchboard says that a switch would change, against a recount that shares nothing with it but the cases: a plain
 * walk over every rule's tree, and every decision of a random board read for itself.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const pack = requireRulePack()
  const tally = new Tally(log)
  const missed = missedFaults(pack, seed, log)
  for (const name of missed) tally.check('planted fault not found', false, () => name)
  const trials = n ?? TRIALS
  let changing = 0
  for (let index = 0; index < trials; index += 1) {
    const subject = subjectOf(pack, seed * 10_007 + index, CASES)
    for (const one of subject.cases) checkCase(one, tally)
    const [preview, truth] = [productPreview(subject), recount(subject.trial, pack, subject.cases)]
    if (truth.hintsGained + truth.hintsLost > 0) changing += 1
    compare(preview, truth, subject, tally)
  }
  // Among a handful of switches none may matter; among many some must.
  if (trials >= MANY) tally.check('no trial changes anything', changing > 0, () => 'every preview was empty')
  return tally.result(
    `${trials} considered switches × ${CASES} cases × ${pack.rules.length} rules, ${changing} of them change something: ` +
      `${tally.failed} differences; ${FAULTS.length - missed.length} of ${FAULTS.length} planted faults found`,
  )
}

function subjectOf(pack: RulePack, seed: number, count: number): Subject {
  const trial = drawTrial(seed, pack)
  return { trial, pack, cases: [...sampleCases({ seed, count, today: trial.considered.day, pack })] }
}

function compare(preview: SwitchPreview, truth: Figures, { trial, cases }: Subject, tally: Tally): void {
  const about = () =>
    `trial ${trial.seed}, ${JSON.stringify(trial.considered)}: preview ${JSON.stringify({ ...preview, examples: [] })}, recount ${JSON.stringify(truth)}`
  for (const [name, value] of Object.entries(truth)) tally.check(name, preview[name as keyof Figures] === value, about)
  for (const { caseNumber, change, advice } of preview.examples) {
    const fits = advice.rule === trial.considered.rule && (change === 'gains') === trial.considered.on
    tally.check('example', fits && cases.some((one) => one.number === caseNumber), about)
  }
}

/** What a case says must be something that a page could say: a value that fits nothing would count as unread. */
function checkCase({ input, number }: SampleCase, tally: Tally): void {
  const rows = Object.values(input.lists).flatMap((list) => list?.rows.map(({ facts }) => facts) ?? [])
  for (const facts of [input.facts, ...rows])
    for (const [key, fact] of Object.entries(facts))
      tally.check(
        'value',
        fact !== undefined && valueFits(key as FactKey, fact.value),
        () => `case ${number}: ${key} = ${JSON.stringify(fact?.value)}`,
      )
}

function differs(preview: SwitchPreview, truth: Figures): boolean {
  return (Object.keys(truth) as (keyof Figures)[]).some((name) => preview[name] !== truth[name])
}

/** The faults that the proof would have let through. */
function missedFaults(pack: RulePack, seed: number, log: (line: string) => void): readonly string[] {
  const left = new Map(FAULTS.map((fault) => [fault.name, fault]))
  for (let index = 0; index < MOST_FAULT_TRIALS && left.size > 0; index += 1) {
    const subject = subjectOf(pack, seed * 7 + index, FAULT_CASES)
    const truth = recount(subject.trial, pack, subject.cases)
    for (const [name, { preview }] of left) {
      if (!differs(preview(subject), truth)) continue
      log(`planted: ${name}: found in trial ${index + 1}`)
      left.delete(name)
    }
  }
  for (const name of left.keys()) log(`planted: ${name}: NOT FOUND`)
  return [...left.keys()]
}
