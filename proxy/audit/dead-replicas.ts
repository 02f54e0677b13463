import type { Queryable } from '../store/store.ts'
import { makeRecord, type AuditRecord } from './record.ts'

interface Orphan {
  readonly id: string
  readonly beganAt: number
  readonly subject: string
  readonly unit: string | null
  readonly feature: string
  readonly purpose: string
  readonly caseHash: string | null
  readonly useId: string
  readonly callKind: string
  readonly model: string
  readonly promptBytes: number
}

const MOST = 1000

const ORPHANS = `SELECT o.id, o.began_at AS "beganAt", o.subject, o.unit, o.feature, o.purpose, encode(o.case_hash, 'hex') AS "caseHash",
    o.use_id AS "useId", o.call_kind AS "callKind", o.model, o.prompt_bytes AS "promptBytes"
  FROM audit_open o LEFT JOIN audit_instance i ON i.instance = o.instance
  WHERE o.instance <> $1::uuid AND (i.beat IS NULL OR i.beat < clock_timestamp() - make_interval(secs => $2::float8))
  LIMIT ${MOST}`

/**
 * Calls that were under way in a replica that died, as records of how they ended. In an embedded store no other replica
 * can be alive (`deadAfterSeconds` 0).
 */
export async function findOrphans(
  db: Queryable,
  { instance, deadAfterSeconds, at }: { readonly instance: string; readonly deadAfterSeconds: number; readonly at: number },
): Promise<readonly AuditRecord[]> {
  const orphans = await db.query<Orphan>(ORPHANS, [instance, deadAfterSeconds])
  return orphans.map((orphan) => makeRecord({ ...orphan, kind: 'call', at, ending: 'error', code: 'replica-died', answerBytes: 0 }))
}

export async function sayAlive(db: Queryable, instance: string): Promise<void> {
  await db.query('SELECT audit_beat($1::uuid)', [instance])
}

export async function sayGoodbye(db: Queryable, instance: string): Promise<void> {
  await db.query('SELECT audit_leave($1::uuid)', [instance])
}
