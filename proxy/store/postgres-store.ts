import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import type { Log } from '../observe/log.ts'
import type { MigrationSession } from './migrate.ts'
import { poolConfig } from './pool-config.ts'
import { prepareSchema } from './prepare-schema.ts'
import { statementNames, type NameOf } from './statement-names.ts'
import type { PostgresConfig } from './store-config.ts'
import { StoreError } from './store-error.ts'
import type { Queryable, Store } from './store.ts'
import { waitUntilReachable } from './wait-until-reachable.ts'

const READY_MS = 2000

/** A pool of connections to PostgreSQL, its schema brought up to date. @throws StoreError */
export async function openPostgres(config: PostgresConfig, log: Log): Promise<Store> {
  const pool = new Pool(poolConfig(config))
  // A connection that breaks while nobody waits for its answer tells it here; without listeners it would end the process.
  pool.on('error', () => log({ event: 'store', state: 'down' }))
  pool.on('connect', (client) => client.on('error', () => log({ event: 'store', state: 'down' })))
  try {
    await waitUntilReachable(pool, config.startSeconds * 1000)
    const vectors = await prepare(pool, config)
    return asStore(pool, vectors, config.preparedStatements ? statementNames() : () => undefined)
  } catch (error) {
    await pool.end()
    throw error
  }
}

function asStore(pool: Pool, vectors: boolean, nameOf: NameOf): Store {
  return {
    ...asQueryable(pool, nameOf),
    kind: 'postgres',
    vectors,
    transaction: (run) => inTransaction(pool, (client) => run(asQueryable(client, nameOf))),
    ready: () => answers(pool),
    close: async () => {
      if (!pool.ended) await pool.end()
    },
  }
}

function asQueryable(db: Pool | PoolClient, nameOf: NameOf): Queryable {
  return {
    async query<Row extends object>(sql: string, values: readonly unknown[] = []) {
      const name = nameOf(sql)
      const { rows } = await db.query<Row & QueryResultRow>({ text: sql, values: [...values], ...(name === undefined ? {} : { name }) })
      return rows
    },
  }
}

async function inTransaction<T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('BEGIN')
    const result = await run(client)
    const { command } = await client.query('COMMIT')
    // A transaction in which something failed answers COMMIT with a ROLLBACK and no error.
    broken = command !== 'COMMIT'
    if (broken) throw new StoreError('not-committed')
    return result
  } catch (error) {
    broken = broken && !(await rolledBack(client))
    throw error
  } finally {
    client.release(broken)
  }
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK')
    return true
  } catch {
    // The connection is gone, and the server rolls back by itself.
    return false
  }
}

function prepare(pool: Pool, { migrations }: PostgresConfig): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const session = asSession(client)
    if (migrations === 'apply') await session.run('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0')
    return prepareSchema(session, migrations)
  })
}

function asSession(client: PoolClient): MigrationSession {
  return {
    ...asQueryable(client, () => undefined),
    run: async (sql) => {
      await client.query(sql)
    },
  }
}

async function answers(pool: Pool): Promise<boolean> {
  try {
    return await Promise.race([
      pool.query('SELECT 1').then(() => true),
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(false), READY_MS).unref()
      }),
    ])
  } catch {
    // Not ready is the answer; why stands in the database's own log.
    return false
  }
}
