import { execFile } from 'node:child_process'
import { afterAll, expect, it } from 'vitest'
import { DONE, callStart, keepRecord } from '../support/audit-samples.ts'
import { testStores } from '../support/stores.ts'

const COMMAND = new URL('../../../proxy/audit-check.ts', import.meta.url).pathname
const stores = testStores()
afterAll(() => stores.close())

function check(folder: string): Promise<{ readonly code: number; readonly text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, '--folder', folder], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), text: `${stdout}${stderr}` }),
    )
  })
}

it('says on the command line whether the chain holds', { timeout: 90_000 }, async () => {
  const config = await stores.config('pglite')
  const store = await stores.reopen(config)
  const { audit } = await keepRecord(store)
  for (let at = 0; at < 5; at += 1) await audit.begin(callStart()).finish(DONE)
  await audit.close()
  // While the proxy has the folder, nobody else does.
  expect(await check(config.folder)).toMatchObject({ code: 2 })
  await store.close()

  const whole = await check(config.folder)
  expect(whole.text).toContain('Kæden holder.')
  expect(whole.code).toBe(0)

  const again = await stores.reopen(config)
  await again.query(`SELECT set_config('session_replication_role', 'replica', false)`)
  await again.query(`UPDATE audit_record SET subject = 'en-anden' WHERE seq = 3`)
  await again.close()
  const changed = await check(config.folder)
  expect(changed.text).toContain('Nr. 3: Posten siger noget andet')
  expect(changed.code).toBe(1)
})
