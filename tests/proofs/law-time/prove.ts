import { requireRulePack } from '#build/rule-pack.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import type { Proof } from '../claim.ts'
import { hardDaysOf, holidaysOf } from './brute-calendar.ts'
import { check, productJudge, type Failure, type Subject } from './checks.ts'
import { FAULTS, splitPack } from './faults.ts'
import { draw, randomFrom } from './situation.ts'
import { readTable, type LawTable } from './table.ts'

const OWN_TABLE = `${import.meta.dirname}/law-states.yaml`
const DATES = 10_000
/** Dates a rule for each planted fault. */
const FAULT_DATES = 400
const SHOWN = 20

/**
 * Judges the pack on random dates against a table of law states written by hand: version, status, last timely day by a
 * walk through the calendar, and that a verdict never survives the loss of a fact it rests on. `--data` takes another table.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const table = readTable(data ?? OWN_TABLE)
  const pack = requireRulePack()
  const dates = n ?? DATES
  const missed = missedFaults(pack, table, seed, log)
  const uncovered = data === null ? uncoveredRules(pack, table) : []
  for (const rule of uncovered) log(`not in the table of law states: ${rule}`)

  const { failures, examined } = examine({ packs: splitPack(pack), judge: productJudge, holidays: holidaysOf(table) }, table, seed, dates)
  for (const { rule, what } of failures.slice(0, SHOWN)) log(`${rule}: ${what}`)
  const failed = failures.length + missed.length + uncovered.length
  return {
    figure: `${dates} dates × ${table.rules.length} rules, ${failures.length} differences; ${FAULTS.length - missed.length} of ${FAULTS.length} planted faults found`,
    passed: examined - failures.length,
    failed,
    examined,
    held: failed === 0 && examined > 0,
  }
}

function examine(subject: Subject, table: LawTable, seed: number, dates: number): { failures: readonly Failure[]; examined: number } {
  const failures: Failure[] = []
  let examined = 0
  const random = randomFrom(seed)
  const hardDays = hardDaysOf(table)
  for (const row of table.rules) {
    for (let index = 0; index < dates; index += 1) {
      const result = check(subject, draw(row, random, hardDays))
      examined += result.examined
      failures.push(...result.failures)
    }
  }
  return { failures, examined }
}

/** The faults that the proof would have let through. */
function missedFaults(pack: RulePack, table: LawTable, seed: number, log: (line: string) => void): readonly string[] {
  const holidays = holidaysOf(table)
  return FAULTS.flatMap(({ name, pack: change, judge }) => {
    const found = firstFailure({ packs: splitPack(change(pack)), judge, holidays }, table, seed)
    log(`planted: ${name}: ${found ? `found (${found.rule}: ${found.what})` : 'NOT FOUND'}`)
    return found ? [] : [name]
  })
}

/** Rule by rule, as one is enough to find a fault. */
function firstFailure(subject: Subject, table: LawTable, seed: number): Failure | undefined {
  for (const row of table.rules) {
    const [failure] = examine(subject, { ...table, rules: [row] }, seed, FAULT_DATES).failures
    if (failure) return failure
  }
  return undefined
}

function uncoveredRules(pack: RulePack, table: LawTable): readonly string[] {
  const known = new Set(table.rules.map(({ rule }) => rule))
  return pack.rules.map(({ id }) => String(id)).filter((id) => !known.has(id))
}
