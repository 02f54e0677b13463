import type { CaseRecord } from '#demo/data/case-record.ts'
import { generateCases } from '#demo/data/generate.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { DIALECTS, startStage, type Dialect, type Stage } from '../support/stage.ts'
import { Tally } from '../support/tally.ts'
import { plantedFaults } from './faults.ts'
import { honestPresses } from './honest.ts'
import { play } from './play.ts'
import { takeStance } from './stance.ts'
import type { Trick } from './trick.ts'
import { TRICKS } from './tricks/all.ts'

/** Of all tricks, so many in the time that a proof may take; `--n` with more tries them all. */
const DEFAULT = 48

/** `redress`: no trick of the page gets an act out of the overlay, and no honest press is refused. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const cases = generateCases({ seed, today: danishDay(new Date()) }).filter(({ lock }) => lock === null)
  const tricks = spread(TRICKS, n ?? DEFAULT, seed)
  const stages: Stage[] = []
  // One after the other: they build the same page.
  for (const _ of DIALECTS) stages.push(await startStage({ seed, cases }))
  try {
    await Promise.all(
      DIALECTS.map(async (dialect, at) => {
        const stage = stages[at]
        if (stage) await inDialect({ stage, dialect, cases, tricks, tally, log })
      }),
    )
    for (const { errors } of stages) for (const error of errors) tally.check('uncaught error', false, () => error)
    return tally.result(`${tricks.length} tricks in both dialects`)
  } finally {
    for (const stage of stages) await stage.close()
  }
}

interface Run {
  readonly stage: Stage
  readonly dialect: Dialect
  readonly cases: readonly CaseRecord[]
  readonly tricks: readonly Trick[]
  readonly tally: Tally
  readonly log: (line: string) => void
}

async function inDialect({ stage, dialect, cases, tricks, tally, log }: Run): Promise<void> {
  const stance = await takeStance(stage, dialect, cases)
  requireFound(tally, await plantedFaults(stance), log)
  for (const trick of tricks) await play({ stance, tally }, trick)
  const pressed = await honestPresses(stance, tally)
  log(`dialect ${dialect}: ${tricks.length} tricks, ${pressed} honest presses`)
  await stance.page.close()
}

/** So many of them, from all kinds; the seed decides which. */
function spread<T>(all: readonly T[], most: number, seed: number): readonly T[] {
  const turned = [...all.slice(seed % all.length), ...all.slice(0, seed % all.length)]
  return turned.filter((_, at) => Math.floor(((at + 1) * most) / all.length) > Math.floor((at * most) / all.length))
}
