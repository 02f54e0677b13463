import type { MigrationSession } from './migrate.ts'

/** Whether pgvector is there, and makes it so when the server has it and we may. Never a reason to stop: search is then lexical. */
export async function findVectors(session: MigrationSession, mayCreate: boolean): Promise<boolean> {
  if (await installed(session)) return true
  const offered = await session.query(`SELECT 1 FROM pg_available_extensions WHERE name = 'vector'`)
  if (!mayCreate || offered.length === 0) return false
  await session.run('SAVEPOINT before_vector')
  try {
    await session.run('CREATE EXTENSION IF NOT EXISTS vector')
  } catch {
    // Not ours to create: an administrator of the database can.
    await session.run('ROLLBACK TO SAVEPOINT before_vector')
  }
  return installed(session)
}

async function installed(session: MigrationSession): Promise<boolean> {
  const found = await session.query(`SELECT 1 FROM pg_extension WHERE extname = 'vector'`)
  return found.length > 0
}
