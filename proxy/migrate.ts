/**
 * `npm run proxy:migrate -- --config FIL [--user EJER] [--grants]`: brings the database's tables up to date. `--user`:
 * the role that owns them, with its password in the variable SAGSHJAELP_OWNER_PASSWORD, when the proxy itself signs in
 * as one that may not change them. `--grants`: then gives the proxy's role its few rights (store/grants.sql).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { loadConfig } from './config/load-config.ts'
import { createStore } from './store/create-store.ts'
import { poolConfig } from './store/pool-config.ts'
import type { PostgresConfig, StoreConfig } from './store/store-config.ts'

const USAGE = 'Brug: node proxy/migrate.ts --config FIL [--user EJER] [--grants]'
const OWNER_PASSWORD = 'SAGSHJAELP_OWNER_PASSWORD'
const GRANTS = join(import.meta.dirname, 'store', 'grants.sql')

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Databasen kunne ikke bringes op på den rette udgave.'}\n`)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { config: { type: 'string' }, user: { type: 'string' }, grants: { type: 'boolean', default: false } },
  })
  if (values.config === undefined) throw new Error(USAGE)
  const config = asOwner(loadConfig(values.config).store, values.user)
  const store = await createStore(config, { log: () => {} })
  await store.close()
  if (values.grants && config.kind === 'postgres') await grant(config)
  process.stdout.write('Databasen er bragt op på den rette udgave.\n')
}

function asOwner(store: StoreConfig, user: string | undefined): StoreConfig {
  if (store.kind === 'pglite') return store
  const owner = user === undefined ? {} : { user, password: { env: OWNER_PASSWORD } }
  return { ...store, ...owner, migrations: 'apply' }
}

async function grant(config: PostgresConfig): Promise<void> {
  const pool = new Pool({ ...poolConfig(config), max: 1 })
  try {
    await pool.query(readFileSync(GRANTS, 'utf8'))
  } finally {
    await pool.end()
  }
}
