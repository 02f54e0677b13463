import type { Queryable, Store } from '../store/store.ts'
import { CHAIN_START, type ChainEnd, type Checkpoint } from './chain.ts'
import { checkSignatures } from './check-signatures.ts'
import { SELECTED, type ChainedRecord } from './record.ts'
import type { Verification, VerifyOptions } from './verification.ts'
import { Walk } from './walk.ts'

const PAGE = 1000

/** Reads the whole chain and reckons it anew. Needs nothing but the right to read, and holds nobody up. */
export function verifyChain(store: Store, options: VerifyOptions): Promise<Verification> {
  return store.transaction(async (tx) => {
    // One picture of everything, although records go on being written and removed.
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    return verifyAsSeen(tx, options)
  })
}

/** The same on what a transaction sees. */
export async function verifyAsSeen(tx: Queryable, options: VerifyOptions): Promise<Verification> {
  const [head = CHAIN_START] = await tx.query<ChainEnd>(`SELECT seq, encode(link, 'hex') AS link FROM audit_head`)
  const checkpoints = await tx.query<Checkpoint>(
    `SELECT seq, encode(link, 'hex') AS link, at, key, signature FROM audit_checkpoint ORDER BY seq`,
  )
  const walk = new Walk(checkpoints, options)
  for await (const record of readAll(tx)) walk.take(record)
  walk.finish(head)
  const { keys, mostUnsigned } = options
  const faults = [...walk.faults, ...checkSignatures(checkpoints, { keys, mostUnsigned, endSeq: head.seq })]
  return { records: walk.records, checkpoints: checkpoints.length, end: head, faults }
}

async function* readAll(db: Queryable): AsyncGenerator<ChainedRecord> {
  let last = 0
  for (;;) {
    const page = await db.query<ChainedRecord>(`SELECT ${SELECTED} FROM audit_record WHERE seq > $1 ORDER BY seq LIMIT ${PAGE}`, [last])
    yield* page
    last = page.at(-1)?.seq ?? last
    if (page.length < PAGE) return
  }
}
