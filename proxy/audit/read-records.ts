import type { Queryable } from '../store/store.ts'
import type { ExportAsk, UseCount } from './audit.ts'
import { SELECTED, type ChainedRecord } from './record.ts'

const PAGE = 500

const BY_CASE = `SELECT ${SELECTED} FROM audit_record
  WHERE case_hash = decode($2, 'hex') AND at >= $3 AND at < $4 AND seq > $1 ORDER BY seq LIMIT ${PAGE}`
const BY_PERIOD = `SELECT ${SELECTED} FROM audit_record WHERE at >= $2 AND at < $3 AND seq > $1 ORDER BY seq LIMIT ${PAGE}`

/** In pages, so that a year of records is never in memory at once. */
export async function* readRecords(db: Queryable, { from, to, caseHash }: ExportAsk): AsyncGenerator<ChainedRecord> {
  const period = [from ?? 0, to ?? Number.MAX_SAFE_INTEGER]
  let last = 0
  for (;;) {
    const page =
      caseHash === null
        ? await db.query<ChainedRecord>(BY_PERIOD, [last, ...period])
        : await db.query<ChainedRecord>(BY_CASE, [last, caseHash, ...period])
    yield* page
    last = page.at(-1)?.seq ?? last
    if (page.length < PAGE) return
  }
}

/** Calls to a model are not counted apart: each belongs to a use. */
const COUNTS = `SELECT feature, outcome, count(*) AS count FROM audit_record
  WHERE at >= $1 AND at < $2 AND ($3::text IS NULL OR unit = $3) AND kind = 'use' GROUP BY 1, 2 ORDER BY 1, 2`

export function readCounts(
  db: Queryable,
  ask: { readonly from: number; readonly to: number; readonly unit: string | null },
): Promise<readonly UseCount[]> {
  return db.query<UseCount>(COUNTS, [ask.from, ask.to, ask.unit])
}
