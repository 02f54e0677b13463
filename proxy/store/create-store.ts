import type { Log } from '../observe/log.ts'
import { openPglite } from './pglite-store.ts'
import { openPostgres } from './postgres-store.ts'
import type { StoreConfig } from './store-config.ts'
import type { Store } from './store.ts'

/** Opens the store and brings its schema up to date. @throws StoreError with a text for the operator */
export function createStore(config: StoreConfig, { log }: { readonly log: Log }): Promise<Store> {
  return config.kind === 'pglite' ? openPglite(config) : openPostgres(config, log)
}
