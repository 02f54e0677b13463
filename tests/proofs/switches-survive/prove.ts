import { STORE_KINDS, type StoreKind } from '#tests/proxy/support/stores.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { findEditedRows } from './edited-rows.ts'
import type { Evidence } from './evidence.ts'
import { faultsIn } from './judge-survival.ts'
import { PLANTED } from './planted-faults.ts'
import { runMatrix, wrongCells } from './run-matrix.ts'
import { openStage, type Stage } from './stage.ts'
import { Survival } from './survive.ts'

/** Rounds on each store, each with at least one kill. */
const ROUNDS = 40
/** So much must be there before faults can be planted in it. */
const FEWEST_LINES = 12
/** After so many rounds more without a chance to plant every fault, there is something wrong with the proof. */
const MOST_EXTRA = 30

/**
 * People change switches while proxies are killed at random moments. Nothing that was acknowledged may be lost or doubled,
 * no update lost to another, the chain must hold, and what is served must be what the log says. Then: who may do what.
 * `--n`: rounds on each store.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const random = new Random(seed)
  const stage = await openStage()
  const figures: string[] = []
  try {
    for (const kind of STORE_KINDS) figures.push(await survive(stage, kind, { rounds: n ?? ROUNDS, random, tally, log }))
    for (const kind of STORE_KINDS) await matrix(stage, kind, tally, log)
  } finally {
    await stage.close()
  }
  return tally.result(figures.join('; '))
}

interface Run {
  readonly rounds: number
  readonly random: Random
  readonly tally: Tally
  readonly log: (line: string) => void
}

async function survive(stage: Stage, kind: StoreKind, { rounds, random, tally, log }: Run): Promise<string> {
  const survival = await Survival.open(stage, kind, random)
  const most = rounds + MOST_EXTRA
  let evidence: Evidence | null = null
  let planted = false
  try {
    for (let round = 0; round < rounds || (!planted && round < most); round += 1) {
      evidence = await survival.round()
      if (!planted && evidence.log.length >= FEWEST_LINES) planted = plant(evidence, stage.publicKey, { random, tally, log })
      const faults = faultsIn(evidence, stage.publicKey)
      tally.check(
        'round',
        faults.length === 0,
        () =>
          `${kind}, round ${round}: ${faults
            .map((fault) => `${fault.kind}: ${fault.what}`)
            .slice(0, 3)
            .join('; ')}`,
      )
    }
  } finally {
    await survival.close()
  }
  tally.check('planted fault', planted, () => `${kind}: the faults could not be planted`)
  const edits = kind === 'postgres' ? await findEditedRows(stage, survival, random, tally) : 0
  return report(kind, { survival, evidence, edits, tally, log })
}

/** Spoils what was found in every way the judge should notice. False: too little of some kind has happened yet. */
function plant(evidence: Evidence, publicKey: string, { random, tally, log }: Omit<Run, 'rounds'>): boolean {
  const spoiled = PLANTED.map(({ kind, spoil }) => ({ kind, evidence: spoil(evidence, random) }))
  if (spoiled.some((one) => one.evidence === null)) return false
  const found = spoiled.map(({ kind, evidence: faulty }) => ({
    kind,
    found: faulty !== null && faultsIn(faulty, publicKey).some((fault) => fault.kind === kind),
  }))
  requireFound(tally, found, log)
  return true
}

interface Report {
  readonly survival: Survival
  readonly evidence: Evidence | null
  readonly edits: number
  readonly tally: Tally
  readonly log: (line: string) => void
}

function report(kind: StoreKind, { survival, evidence, edits, tally, log }: Report): string {
  const wishes = evidence?.wishes ?? []
  const count = (outcome: 'refused' | 'unknown') => wishes.filter((wish) => wish.outcome === outcome).length
  const acknowledged = wishes.length - count('refused') - count('unknown')
  const unknownWritten = (evidence?.log.length ?? 0) - acknowledged
  tally.pass(acknowledged)
  const ready = survival.readyMs.toSorted((a, b) => a - b)
  log(
    `${kind}: ${survival.kills} kills, ${wishes.length} wishes: ${acknowledged} acknowledged, ${count('refused')} refused (conflicts and undone ones), ${count('unknown')} unanswered, of which ${unknownWritten} were written; ${edits} rows edited behind its back`,
  )
  log(`${kind}: ready again after ${Math.round(ready[ready.length >> 1] ?? 0)} ms (half), ${Math.round(ready.at(-1) ?? 0)} ms (slowest)`)
  return `${kind}: ${survival.kills} kills, ${acknowledged} acknowledged, ${tally.failuresOf('round')} rounds with a fault`
}

async function matrix(stage: Stage, kind: StoreKind, tally: Tally, log: (line: string) => void): Promise<void> {
  const cells = await runMatrix(stage, kind)
  const wrong = new Set(wrongCells(cells))
  const spoiled = cells.map((cell, index) => (index === 7 ? { ...cell, got: 200, wrote: true } : cell))
  requireFound(tally, [{ kind: `role matrix, ${kind}`, found: wrongCells(spoiled).length > wrong.size }], log)
  for (const cell of cells)
    tally.check(
      'role matrix',
      !wrong.has(cell),
      () => `${kind}: ${cell.role}: ${cell.action}: ${cell.got} for ${cell.expected}, wrote ${cell.wrote}`,
    )
  log(`${kind}: role matrix: ${cells.length - wrong.size} of ${cells.length} cells as the table says`)
}
