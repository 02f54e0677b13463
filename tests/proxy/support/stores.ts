import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEvent } from '#proxy/observe/log.ts'
import { createStore } from '#proxy/store/create-store.ts'
import type { PgliteConfig, PostgresConfig, StoreConfig } from '#proxy/store/store-config.ts'
import type { Store } from '#proxy/store/store.ts'
import { copyEmptyCluster } from './pglite-template.ts'
import { startCluster, type ClusterOptions, type PostgresCluster } from './postgres-cluster.ts'

export const STORE_KINDS = ['postgres', 'pglite'] as const
export type StoreKind = (typeof STORE_KINDS)[number]

/**
 * Real stores for tests: `const stores = testStores()`, `afterAll(() => stores.close())`. The PostgreSQL server is
 * started when first asked for, and shared by everything made from the same `stores`.
 */
export interface TestStores {
  /** A new, empty database of that kind, as the proxy's configuration names it. */
  config(kind: 'postgres', overrides?: Partial<PostgresConfig>): Promise<PostgresConfig>
  config(kind: 'pglite'): Promise<PgliteConfig>
  config(kind: StoreKind): Promise<StoreConfig>
  /** The same, opened and migrated. */
  open(kind: StoreKind): Promise<Store>
  /** Opens what a configuration names, as another replica would; closed with the rest. */
  reopen(config: StoreConfig): Promise<Store>
  cluster(): Promise<PostgresCluster>
  /** What the opened stores logged. */
  readonly logged: readonly LogEvent[]
  close(): Promise<void>
}

export function testStores(options: ClusterOptions = {}): TestStores {
  const folders: string[] = []
  const opened: Store[] = []
  const logged: LogEvent[] = []
  let cluster: Promise<PostgresCluster> | null = null
  const theCluster = () => (cluster ??= startCluster(options))

  async function config(kind: 'postgres', overrides?: Partial<PostgresConfig>): Promise<PostgresConfig>
  async function config(kind: 'pglite'): Promise<PgliteConfig>
  async function config(kind: StoreKind): Promise<StoreConfig>
  async function config(kind: StoreKind, overrides?: Partial<PostgresConfig>): Promise<StoreConfig> {
    if (kind === 'postgres') return (await theCluster()).newDatabase(overrides)
    const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-pglite-'))
    folders.push(folder)
    await copyEmptyCluster(folder)
    return { kind: 'pglite', folder }
  }

  const reopen = async (which: StoreConfig): Promise<Store> => {
    const store = await createStore(which, { log: (event) => logged.push(event) })
    opened.push(store)
    return store
  }

  return {
    config,
    reopen,
    open: async (kind) => reopen(await config(kind)),
    cluster: theCluster,
    logged,
    close: async () => {
      try {
        await Promise.all(opened.map((store) => store.close()))
        if (cluster !== null) await (await cluster).stop()
      } finally {
        for (const folder of folders) rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}
