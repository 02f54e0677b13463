import { join } from 'node:path'
import type { PGliteInterface, Transaction } from '@electric-sql/pglite'
import { lockFolder } from './folder-lock.ts'
import type { MigrationSession } from './migrate.ts'
import { prepareSchema } from './prepare-schema.ts'
import type { PgliteConfig } from './store-config.ts'
import type { Queryable, Store } from './store.ts'

/** PostgreSQL's own numbers of its types. */
const DATE = 1082

/** A day is a day, not a moment somewhere; the same as in PostgresStore. */
const parsers = { [DATE]: (text: string) => text }

/** The default 128 MB would make the process twice as large. */
const SETTINGS = ['-c', 'shared_buffers=16MB', '-c', 'max_wal_size=64MB']

/** PostgreSQL inside the process, its data in a folder. @throws StoreError when another process uses the folder */
export async function openPglite({ folder }: PgliteConfig): Promise<Store> {
  const lock = await lockFolder(folder)
  try {
    // Loaded only here: a proxy on PostgreSQL must not carry 150 MB of WebAssembly.
    const [{ PGlite }, { vector }] = await Promise.all([import('@electric-sql/pglite'), import('@electric-sql/pglite-pgvector')])
    const db = await PGlite.create({
      dataDir: join(folder, 'pg'),
      extensions: { vector },
      startParams: [...PGlite.defaultStartParams, ...SETTINGS],
    })
    const vectors = await db.transaction((tx) => prepareSchema(asSession(tx), 'apply'))
    return asStore(db, vectors, lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

function asStore(db: PGliteInterface, vectors: boolean, release: () => void): Store {
  return {
    ...asQueryable(db),
    kind: 'pglite',
    vectors,
    transaction: (run) => db.transaction((tx) => run(asQueryable(tx))),
    ready: async () => !db.closed,
    close: async () => {
      if (db.closed) return
      await db.close()
      release()
    },
  }
}

function asQueryable(db: PGliteInterface | Transaction): Queryable {
  return {
    async query<Row extends object>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await db.query<Row>(sql, [...values], { parsers })
      return rows
    },
  }
}

function asSession(tx: Transaction): MigrationSession {
  return {
    ...asQueryable(tx),
    run: async (sql) => {
      await tx.exec(sql)
    },
  }
}
