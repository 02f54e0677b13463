import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { storeConfig } from '#proxy/store/store-config.ts'
import { testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())

const HOLDER = `import { createStore } from '#proxy/store/create-store.ts'
const store = await createStore({ kind: 'pglite', folder: process.argv[1] }, { log: () => {} })
process.stdout.write('open')
setInterval(() => {}, 1000)`

function holdFolder(folder: string) {
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
}

describe('the embedded store', () => {
  it('lets one process at a time into a folder, and the next one in as soon as that is dead', { timeout: 60_000 }, async () => {
    const config = await stores.config('pglite')
    const holder = holdFolder(config.folder)
    try {
      await once(holder.stdout, 'data')
      await expect(stores.reopen(config)).rejects.toMatchObject({ code: 'folder-in-use' })
      holder.kill('SIGKILL')
      await once(holder, 'exit')
      const store = await stores.reopen(config)
      expect(await store.ready()).toBe(true)
    } finally {
      holder.kill('SIGKILL')
    }
  })

  it('says so when the folder cannot be used', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-file-'))
    writeFileSync(join(folder, 'file'), '')
    await expect(stores.reopen({ kind: 'pglite', folder: join(folder, 'file') })).rejects.toMatchObject({ code: 'folder-not-writable' })
    rmSync(folder, { recursive: true })
  })
})

describe('PostgreSQL', () => {
  it('is waited for at the start, and then given up with a reason', async () => {
    const config = storeConfig.parse({ kind: 'postgres', host: '127.0.0.1', port: 1, tls: 'off', startSeconds: 0.6 })
    await expect(stores.reopen(config)).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('is not spoken to without encryption over a network', async () => {
    const config = storeConfig.parse({ kind: 'postgres', host: 'db.kommune.example', tls: 'off' })
    await expect(stores.reopen(config)).rejects.toMatchObject({ code: 'tls-off-away-from-loopback' })
  })

  it('may cut every connection, and the next question is answered on a new one', { timeout: 60_000 }, async () => {
    const config = await stores.config('postgres')
    const store = await stores.reopen(config)
    const held = store.transaction(async (tx) => {
      await tx.query('SELECT 1')
      await (
        await stores.cluster()
      ).asSuperuser('postgres', (client) =>
        client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [config.database]),
      )
      await new Promise((resolve) => setTimeout(resolve, 100))
      return tx.query('SELECT 1')
    })
    await expect(held).rejects.toThrow(/terminat|not queryable/i)
    await expect.poll(() => store.query('SELECT 7 AS seven').catch(() => null)).toEqual([{ seven: 7 }])
    expect(stores.logged).toContainEqual({ event: 'store', state: 'down' })
  })

  it('breaks off a question that takes too long', { timeout: 60_000 }, async () => {
    const store = await stores.reopen(await stores.config('postgres', { statementSeconds: 0.3 }))
    await expect(store.query('SELECT pg_sleep(5)')).rejects.toThrow('statement timeout')
    expect(await store.ready()).toBe(true)
  })
})
