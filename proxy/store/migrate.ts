import type { Migration } from './migration-files.ts'
import { StoreError } from './store-error.ts'
import type { Queryable } from './store.ts'

/** What a migration needs of a store: values in one call, and many statements without values in another. */
export interface MigrationSession extends Queryable {
  run(sql: string): Promise<void>
}

/** Any number that no other lock of ours uses. */
const MIGRATION_LOCK = 7_300_000

const TABLE = `CREATE TABLE IF NOT EXISTS schema_migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

interface Applied {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

/** Whoever holds it is alone in changing the schema until the transaction ends; another replica that starts waits here. */
export async function lockSchema(session: MigrationSession): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
}

/**
 * Applies what is missing, in order of number, inside the transaction that holds the lock: a crash leaves nothing half
 * done. Returns how many were applied.
 * @throws StoreError when the database is newer than this program, or a migration was changed after it had run
 */
export async function migrate(session: MigrationSession, migrations: readonly Migration[]): Promise<number> {
  await session.run(TABLE)
  const missing = findMissing(await readApplied(session), migrations)
  for (const { number, name, sql, checksum } of missing) {
    await session.run(sql)
    await session.query('INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)', [number, name, checksum])
  }
  return missing.length
}

/** For a role that may not change the schema. @throws StoreError when something is missing, newer or changed */
export async function checkMigrated(db: Queryable, migrations: readonly Migration[]): Promise<void> {
  const [found] = await db.query<{ there: boolean }>(`SELECT to_regclass('schema_migration') IS NOT NULL AS there`)
  const [missing] = findMissing(found?.there === true ? await readApplied(db) : [], migrations)
  if (missing !== undefined) throw new StoreError('schema-older', { about: missing.name })
}

function readApplied(db: Queryable): Promise<readonly Applied[]> {
  return db.query<Applied>('SELECT number, name, checksum FROM schema_migration ORDER BY number')
}

function findMissing(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const { number, name, checksum } of applied) {
    const ours = known.get(number)
    if (ours === undefined) throw new StoreError('schema-newer', { about: name })
    if (ours.checksum !== checksum) throw new StoreError('migration-changed', { about: name })
  }
  const done = new Set(applied.map(({ number }) => number))
  return migrations.filter(({ number }) => !done.has(number))
}
