import { checkMigrated, lockSchema, migrate, type MigrationSession } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import { findVectors } from './vectors.ts'

/** Brings the schema up to date, or only checks it. Runs inside one transaction; says whether vectors can be stored. @throws StoreError */
export async function prepareSchema(session: MigrationSession, mode: 'apply' | 'check'): Promise<boolean> {
  if (mode === 'check') {
    await checkMigrated(session, readMigrations())
    return findVectors(session, false)
  }
  await lockSchema(session)
  const vectors = await findVectors(session, true)
  await migrate(session, readMigrations())
  return vectors
}
