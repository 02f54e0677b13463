import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createStore } from '#proxy/store/create-store.ts'
import type { Store } from '#proxy/store/store.ts'

export interface Named {
  readonly where: string
  readonly bytes: Buffer | string
}

/** The embedded store in a folder, opened as the proxy opens it. */
export function openFolder(folder: string): Promise<Store> {
  return createStore({ kind: 'pglite', folder }, { log: () => undefined })
}

/** Every row of every table, as text. */
export async function dumpTables(store: Store): Promise<readonly Named[]> {
  const tables = await store.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  )
  const dumps: Named[] = []
  for (const { name } of tables) {
    const rows = await store.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`)
    dumps.push({ where: `table ${name}, ${rows.length} rows`, bytes: rows.map(({ line }) => line).join('\n') })
  }
  return dumps
}

/** Every file below a folder, as it lies on the disk: the store's log of changes too. */
export function readFolder(folder: string): readonly Named[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ where: `file ${path.slice(folder.length)}`, bytes: readFileSync(path) }))
}
