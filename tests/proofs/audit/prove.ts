import { verifyChain } from '#proxy/audit/verify.ts'
import { STORE_KINDS, testStores, type StoreKind, type TestStores } from '#tests/proxy/support/stores.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { someAction, type World } from './actions.ts'
import { mismatches, type Expected } from './expected.ts'
import { findTampering } from './find-tampering.ts'
import { people } from './people.ts'
import { openAuditStage, type AuditStage } from './stage.ts'

const ACTIONS = 10_000
/** The embedded store takes its share of them. */
const SHARES: Readonly<Record<StoreKind, number>> = { postgres: 0.7, pglite: 0.3 }
const AT_ONCE = 24
/** Tampering is tried on a record of this size: each try reads all of it. */
const BEFORE_TAMPERING = 500

interface Run {
  readonly seed: number
  readonly tally: Tally
  readonly log: (line: string) => void
}

/**
 * One record for each action and one action for each record, over the whole proxy on both stores; and whatever is changed
 * in it afterwards is found. `--n`: actions in all.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const stores = testStores()
  const figures: string[] = []
  try {
    for (const kind of STORE_KINDS) {
      const actions = Math.max(1, Math.round((n ?? ACTIONS) * SHARES[kind]))
      figures.push(await actAndCompare(stores, kind, actions, { seed, tally, log }))
    }
  } finally {
    await stores.close()
  }
  return tally.result(figures.join('; '))
}

async function actAndCompare(stores: TestStores, kind: StoreKind, actions: number, { seed, tally, log }: Run): Promise<string> {
  const stage = await openAuditStage(stores, kind)
  try {
    const random = new Random(seed)
    const world: World = { url: stage.url, ...people(stage.issuer), random, expected: new Map(), refusals: new Map() }
    await act(world, Math.min(actions, BEFORE_TAMPERING))
    await settled(stage)
    plantMismatches(world.expected, await stage.records(), tally, log)
    const tried = await findTampering(stage, actions > BEFORE_TAMPERING ? 3 : 1, random, tally)
    await act(world, actions - BEFORE_TAMPERING)
    await settled(stage)
    const records = await stage.records()
    const found = mismatches(world.expected, records)
    for (const one of found)
      tally.check('one to one', false, () => `${kind}: ${one.kind}: ${one.key}${one.kind === 'wrong' ? `, ${one.field}` : ''}`)
    tally.pass(world.expected.size - found.length)
    const { faults, checkpoints } = await verifyChain(stage.store, stage.examiner('anchor'))
    tally.check('chain', faults.length === 0, () => `${kind}: ${faults[0]?.kind} at ${faults[0]?.seq}`)
    tally.pass(records.length)
    // Without a sign-in and with free text: refused on purpose. For want of the disk: now and then on a busy machine, no more.
    const unwritten = (world.refusals.get('not-ready') ?? 0) + (world.refusals.get('internal') ?? 0)
    tally.check('acknowledged', unwritten <= actions * 0.01, () => `${kind}: ${unwritten} records of use were not taken`)
    log(`${kind}: refused: ${JSON.stringify(Object.fromEntries(world.refusals))}`)
    log(`${kind}: ${actions} actions, ${records.length} records, ${checkpoints} checkpoints, ${tried} tamperings`)
    return `${kind}: ${actions} actions, ${records.length} records, ${found.length} that do not fit, ${tried} tamperings`
  } finally {
    await stage.close()
  }
}

async function act(world: World, count: number): Promise<void> {
  let left = count
  const one = async () => {
    while (left > 0) {
      left -= 1
      await someAction(world.random)(world)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

/** A client that left has its record a moment later. */
async function settled(stage: AuditStage): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await stage.store.query<{ open: number }>('SELECT count(*) AS open FROM audit_open')
    if (row?.open === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The comparison itself must see what it is for. */
function plantMismatches(
  expected: ReadonlyMap<string, Expected>,
  records: Awaited<ReturnType<AuditStage['records']>>,
  tally: Tally,
  log: (line: string) => void,
): void {
  const [first] = records
  if (first === undefined) throw new Error('no record to plant a fault in')
  const sees = (faulty: typeof records, kind: string) => mismatches(expected, faulty).some((one) => one.kind === kind)
  const faults = [
    { kind: 'a lost record', found: sees(records.slice(1), 'lost') },
    { kind: 'a doubled record', found: sees([...records, first], 'doubled') },
    { kind: 'a record from nowhere', found: sees([...records, { ...first, kind: 'call', useId: 'planted' }], 'from nowhere') },
    { kind: 'another person', found: sees([{ ...first, subject: 'planted' }, ...records.slice(1)], 'wrong') },
  ]
  requireFound(tally, faults, log)
}
