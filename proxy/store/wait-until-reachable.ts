import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { StoreError } from './store-error.ts'

const PAUSE_MS = 250

/** A cluster starts its parts in any order: the database may come after us. @throws StoreError */
export async function waitUntilReachable(pool: pg.Pool, longestMs: number): Promise<void> {
  const end = Date.now() + longestMs
  for (;;) {
    try {
      await pool.query('SELECT 1')
      return
    } catch (cause) {
      if (isRefusal(cause) || Date.now() + PAUSE_MS > end) throw new StoreError('unreachable', { cause })
    }
    await wait(PAUSE_MS)
  }
}

/** Class 28: the server is there and does not let us in. 3D: no such database. Waiting does not help. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('28') || code.startsWith('3D')
}
