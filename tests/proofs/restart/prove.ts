import { STORE_KINDS, testStores, type StoreKind, type TestStores } from '#tests/proxy/support/stores.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { faultsIn, type Deed, type Found } from './deeds.ts'
import { Survival } from './survival.ts'

/** So that both together end within five minutes on two cores. */
const KILLS: Readonly<Record<StoreKind, number>> = { postgres: 30, pglite: 20 }
/** Half of the starts, measured against a process that does nothing: the machine may be busy with other things. */
const READY_MS = 2000

interface Run {
  readonly random: Random
  readonly tally: Tally
  readonly log: (line: string) => void
}

/**
 * Proxies are killed at random moments while people use them: nothing that was acknowledged is lost or doubled, what was
 * under way is on record as an error, the chain holds, and they are back within two seconds (PostgreSQL). `--n`: rounds
 * on each store.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const random = new Random(seed)
  // The server waits for the disk, as in operation.
  const stores = testStores({ durable: true })
  const figures: string[] = []
  try {
    for (const kind of STORE_KINDS) figures.push(await survive(stores, kind, n ?? KILLS[kind], { random, tally, log }))
  } finally {
    await stores.close()
  }
  return tally.result(figures.join('; '))
}

async function survive(stores: TestStores, kind: StoreKind, rounds: number, { random, tally, log }: Run): Promise<string> {
  const survival = await Survival.open(stores, kind, random)
  try {
    for (let round = 0; round < rounds; round += 1) await survival.round()
    await survival.settle()
    const { records, verification, open } = await survival.evidence()
    const { deeds } = survival.writers
    plant(deeds, records, tally, log)
    const faults = faultsIn(deeds, records)
    for (const fault of faults) tally.check('record', false, () => `${kind}: ${fault.kind}: ${fault.key}`)
    tally.pass(deeds.length - faults.length)
    tally.check('chain', verification.faults.length === 0, () => `${kind}: ${JSON.stringify(verification.faults.slice(0, 3))}`)
    tally.check('under way', open === 0, () => `${kind}: ${open} calls of dead replicas are not closed`)
    const half = middle(survival.readyMs)
    if (kind === 'postgres') tally.check('ready', half <= READY_MS, () => `${kind}: ready after ${Math.round(half)} ms`)
    const acknowledged = deeds.filter(({ outcome }) => outcome === 'acknowledged').length
    const died = records.filter(({ code }) => code === 'replica-died').length
    log(
      `${kind}: ${survival.kills} kills (${survival.killsAtStart} while starting), ${deeds.length} deeds, ${acknowledged} acknowledged, ${records.length} records, ${died} of them calls that a killed replica had under way`,
    )
    log(`${kind}: ready again after ${Math.round(half)} ms (half), ${Math.round(Math.max(...survival.readyMs))} ms (slowest)`)
    return `${kind}: ${survival.kills} kills, ${acknowledged} acknowledged, ${faults.length} lost or doubled`
  } finally {
    await survival.close()
  }
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** The judge must see what it is for. */
function plant(deeds: readonly Deed[], records: readonly Found[], tally: Tally, log: (line: string) => void): void {
  const known = new Set(deeds.filter(({ kind, outcome }) => kind === 'call' && outcome === 'acknowledged').map(({ useId }) => useId))
  const one = records.find(({ kind, useId }) => kind === 'call' && useId !== null && known.has(useId))
  if (one === undefined) throw new Error('nothing was acknowledged, so no fault can be planted')
  const others = records.filter((record) => record !== one)
  const sees = (faulty: readonly Found[], kind: string) => faultsIn(deeds, faulty).some((fault) => fault.kind === kind)
  const faults = [
    { kind: 'an acknowledged record is lost', found: sees(others, 'lost') },
    { kind: 'a record is doubled', found: sees([...records, one], 'doubled') },
    { kind: 'a record of nothing', found: sees([...records, { ...one, useId: 'planted' }], 'from nowhere') },
    { kind: 'a whole answer stands as an error', found: sees([...others, { ...one, ending: 'error' }], 'ended otherwise') },
  ]
  requireFound(tally, faults, log)
}
