import type { LogEntry } from '../contract/guidance.ts'
import type { Queryable } from '../store/store.ts'

/** Any number that no other lock of ours uses. */
const APPEND_LOCK = 7_303_001
const PAGE = 1000

const COLUMNS = `entry, at, unit, subject, role, action, switch, wanted AS "on", from_day AS "from", until_day AS "until",
  reason, about, previous, hash, key, signature`

/** Whoever holds it is alone in adding lines, in all replicas, until the transaction ends. */
export async function lockForAppend(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [APPEND_LOCK])
}

/** All lines after a number. Read in pages, so that one answer stays small. */
export async function readAfter(db: Queryable, after: number): Promise<readonly LogEntry[]> {
  const all: LogEntry[] = []
  for (;;) {
    const last = all.at(-1)?.entry ?? after
    const page = await db.query<LogEntry>(`SELECT ${COLUMNS} FROM guidance_log WHERE entry > $1 ORDER BY entry LIMIT ${PAGE}`, [last])
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

/** Lines of these units, or of all when `units` is `null`. */
export async function readPage(
  db: Queryable,
  { after, limit, units }: { readonly after: number; readonly limit: number; readonly units: readonly string[] | null },
): Promise<readonly LogEntry[]> {
  const sql = `SELECT ${COLUMNS} FROM guidance_log WHERE entry > $1 AND ($2::text[] IS NULL OR unit = ANY ($2)) ORDER BY entry LIMIT $3`
  return db.query<LogEntry>(sql, [after, units, limit])
}

export async function append(tx: Queryable, line: LogEntry): Promise<void> {
  const { entry, at, unit, subject, role, action, on, from, until, reason, about, previous, hash, key, signature } = line
  await tx.query(
    `INSERT INTO guidance_log
      (entry, at, unit, subject, role, action, switch, wanted, from_day, until_day, reason, about, previous, hash, key, signature)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [entry, at, unit, subject, role, action, line.switch, on, from, until, reason, about, previous, hash, key, signature],
  )
}
