import { afterAll, describe, expect, it } from 'vitest'
import { migrate, type MigrationSession } from '#proxy/store/migrate.ts'
import type { Migration } from '#proxy/store/migration-files.ts'
import { StoreError } from '#proxy/store/store-error.ts'
import type { Queryable } from '#proxy/store/store.ts'
import { STORE_KINDS, testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())

const EXTRA: Migration = { number: 990, name: '990-extra.sql', sql: 'CREATE TABLE extra (a int)', checksum: 'aa' }

/** One statement at a time is enough here. */
function session(tx: Queryable): MigrationSession {
  return {
    query: (sql, values) => tx.query(sql, values),
    run: async (sql) => {
      await tx.query(sql)
    },
  }
}

describe.each(STORE_KINDS)('migrations on %s', (kind) => {
  it('run once, and a database that is newer than the program is refused', { timeout: 60_000 }, async () => {
    const config = await stores.config(kind)
    const first = await stores.reopen(config)
    const applied = await first.query<{ number: number; checksum: string }>(
      'SELECT number, name, checksum FROM schema_migration ORDER BY number',
    )
    expect(applied.length).toBeGreaterThan(3)
    const known = applied.map((row) => ({ ...row, sql: 'not run again' })) as unknown as readonly Migration[]
    expect(await first.transaction((tx) => migrate(session(tx), known))).toBe(0)
    expect(await first.transaction((tx) => migrate(session(tx), [...known, EXTRA]))).toBe(1)
    await first.close()
    await expect(stores.reopen(config)).rejects.toThrow(StoreError)
    await expect(stores.reopen(config)).rejects.toMatchObject({ code: 'schema-newer' })
  })

  it('that were changed after they ran are refused', { timeout: 60_000 }, async () => {
    const config = await stores.config(kind)
    const store = await stores.reopen(config)
    await store.query(`UPDATE schema_migration SET checksum = 'ff' WHERE number = 10`)
    await store.close()
    await expect(stores.reopen(config)).rejects.toMatchObject({ code: 'migration-changed' })
  })

  it('leave nothing behind when one of them fails', { timeout: 60_000 }, async () => {
    const store = await stores.open(kind)
    const applied = (await store.query('SELECT number, name, checksum FROM schema_migration')) as readonly Migration[]
    const broken: Migration = { ...EXTRA, number: 991, sql: 'CREATE TABLE extra (b int)' }
    const failing = store.transaction((tx) => migrate(session(tx), [...applied, EXTRA, broken]))
    await expect(failing).rejects.toThrow('already exists')
    expect(await store.query(`SELECT to_regclass('extra') AS there`)).toEqual([{ there: null }])
  })
})

describe('replicas that start at the same time', () => {
  it('bring one database up to date together', { timeout: 60_000 }, async () => {
    const config = await stores.config('postgres')
    const replicas = await Promise.all(Array.from({ length: 6 }, () => stores.reopen(config)))
    const counts = await Promise.all(
      replicas.map((store) => store.query('SELECT count(*) AS n, count(DISTINCT number) AS d FROM schema_migration')),
    )
    expect(new Set(counts.map((rows) => JSON.stringify(rows))).size).toBe(1)
    await Promise.all(replicas.map((store) => store.close()))
  })
})
