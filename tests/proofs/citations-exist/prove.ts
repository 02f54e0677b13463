import { testStores, type StoreKind } from '#tests/proxy/support/stores.ts'
import type { Proof, ProofResult } from '../claim.ts'
import { Random } from '../support/random.ts'
import { FAULTS, foundBy } from './faults.ts'
import { proveData } from './given-data.ts'
import { inventLibrary } from './invent-library.ts'
import { judge, type Judged } from './judge.ts'
import { loadLibrary } from './load-library.ts'

const CITATIONS = 6000
const ACTS = 60
/** Of the citations, and of the acts, that PostgreSQL gets. */
const SLICE = 6
const SHOWN = 20

/**
 * Citations of invented acts in Lex Dania form, half of them made up, through the real importer and the real store. None
 * that is made up may be led anywhere; every other is led to exactly its passage. `--data FOLDER` takes real law.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const stores = testStores()
  try {
    if (data !== null) return await proveData(await stores.open('pglite'), data, log)
    const missed = await plantFaults()
    const count = n ?? CITATIONS
    const whole = await examine('pglite', ACTS, count)
    const slice = await examine('postgres', Math.ceil(ACTS / SLICE), Math.ceil(count / SLICE))
    return resultOf([whole, slice], missed)
  } finally {
    await stores.close()
  }

  async function examine(kind: StoreKind, acts: number, count: number): Promise<Judged> {
    const library = inventLibrary(seed, acts)
    const knowledge = await loadLibrary(await stores.open(kind), library)
    const judged = await judge((ask) => knowledge.cite(ask), library, { random: new Random(seed + 1), count })
    log(`${kind}: ${library.length} acts, ${judged.examined} citations, ${judged.failures.length} wrong`)
    for (const { what, kind: part, text } of judged.failures.slice(0, SHOWN)) log(`  ${what} (${part}): ${text}`)
    return judged
  }

  /** The faults that would have gone through. */
  async function plantFaults(): Promise<number> {
    let missed = 0
    for (const fault of FAULTS) {
      const found = await foundBy(fault, { seed, open: () => stores.open('pglite') })
      log(`planted: ${fault.name}: ${found === null ? 'NOT FOUND' : `found (${found.what}: ${found.text})`}`)
      if (found === null) missed += 1
    }
    return missed
  }
}

function resultOf(judged: readonly Judged[], missed: number): ProofResult {
  const examined = judged.reduce((sum, each) => sum + each.examined, 0)
  const failures = judged.flatMap((each) => each.failures)
  const invented = failures.filter(({ what }) => what === 'invented resolved').length
  const failed = failures.length + missed
  return {
    figure: `${examined} citations: ${invented} invented resolved, ${failures.length - invented} existing lost or led elsewhere; ${FAULTS.length - missed} of ${FAULTS.length} planted faults found`,
    passed: examined - failures.length,
    failed,
    examined,
    held: failed === 0 && examined > 0,
  }
}
