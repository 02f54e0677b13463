import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { StoreError } from './store-error.ts'

const SQLITE_BUSY = 5
const TRIES = 30
const PAUSE_MS = 100

export interface FolderLock {
  release(): void
}

/**
 * Makes sure that one process at a time uses the folder: PGlite itself would let two in, and both would ruin the data.
 * SQLite holds a lock of the operating system's, which is gone when the process is, however it ended: a file with a
 * process number in it would outlive SIGKILL and mean nothing in a container, where every process is number 1.
 * @throws StoreError
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = open(folder)
  for (let tries = 1; ; tries += 1) {
    if (take(file)) return { release: () => file.close() }
    if (tries === TRIES) break
    // A process that is on its way out holds it a moment more.
    await wait(PAUSE_MS)
  }
  file.close()
  throw new StoreError('folder-in-use')
}

function open(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  } catch (cause) {
    throw new StoreError('folder-not-writable', { cause })
  }
}

function take(file: DatabaseSync): boolean {
  try {
    file.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false
    throw new StoreError('folder-not-writable', { cause: error })
  }
}
