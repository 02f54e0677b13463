import { randomUUID } from 'node:crypto'
import type { ChainEnd } from '#proxy/audit/chain.ts'
import { verifyAsSeen } from '#proxy/audit/verify.ts'
import type { Queryable } from '#proxy/store/store.ts'
import type { Random } from '../support/random.ts'
import type { Tally } from '../support/tally.ts'
import type { AuditStage } from './stage.ts'
import { TAMPERINGS, type Tampering } from './tamper.ts'

const TRIES = 20

class Undo extends Error {}

/** Changes the record behind the proxy's back in every way, and takes it back; each must be found. Returns how many. */
export async function findTampering(stage: AuditStage, rounds: number, random: Random, tally: Tally): Promise<number> {
  let tried = 0
  for (const tampering of TAMPERINGS) {
    for (let round = 0; round < rounds; round += 1) {
      const { what, isFound: found } = await tamperAndLook(stage, tampering, random)
      tally.check('tampering', found, () => `${stage.store.kind}: not found: ${tampering.name} (${what})`)
      tried += 1
    }
  }
  const { faults } = await stage.store.transaction((tx) => verifyAsSeen(tx, stage.examiner('anchor')))
  tally.check(
    'tampering',
    faults.length === 0,
    () => `${stage.store.kind}: found something in a record that nobody changed: ${faults[0]?.kind}`,
  )
  return tried
}

async function tamperAndLook(
  stage: AuditStage,
  tampering: Tampering,
  random: Random,
): Promise<{ readonly what: string; readonly isFound: boolean }> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let result: { readonly what: string; readonly isFound: boolean } | null = null
    try {
      await stage.store.transaction(async (tx) => {
        // As one who rules over the database: the triggers that refuse it do not hold him up.
        await tx.query(`SELECT set_config('session_replication_role', 'replica', true)`)
        const end = await endOf(tx)
        const what = await tampering.run(tx, random)
        if (what !== null) result = { what, isFound: await isFound(tx, { stage, needs: tampering.needs, end }) }
        throw new Undo()
      })
    } catch (error) {
      if (!(error instanceof Undo)) throw error
    }
    if (result !== null) return result
  }
  return { what: 'it could not be done', isFound: false }
}

function endOf(tx: Queryable): Promise<readonly ChainEnd[]> {
  return tx.query<ChainEnd>(`SELECT seq, encode(link, 'hex') AS link FROM audit_head`)
}

interface Look {
  readonly stage: AuditStage
  readonly needs: Tampering['needs']
  /** As a running replica saw it before. */
  readonly end: readonly ChainEnd[]
}

async function isFound(tx: Queryable, { stage, needs, end: [end] }: Look): Promise<boolean> {
  if (needs !== 'replica') return (await verifyAsSeen(tx, stage.examiner(needs))).faults.length > 0
  // What a replica does at its next record.
  const sql = `SELECT intact FROM audit_write($1::uuid, '[]', '[]', $2::bigint, $3::text)`
  const [written] = await tx.query<{ intact: boolean }>(sql, [randomUUID(), end?.seq, end?.link])
  return written?.intact === false
}
