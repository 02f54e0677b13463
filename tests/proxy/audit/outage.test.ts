import { afterAll, expect, it } from 'vitest'
import { verifyChain } from '#proxy/audit/verify.ts'
import { DONE, callStart, keepRecord } from '../support/audit-samples.ts'
import { testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())

it('no record is lost or doubled while every connection to PostgreSQL is cut again and again', { timeout: 60_000 }, async () => {
  const config = await stores.config('postgres')
  const store = await stores.reopen(config)
  const { audit } = await keepRecord(store, { longestWaitSeconds: 30 })
  const cluster = await stores.cluster()
  const over = new AbortController()
  const cutting = cluster.asSuperuser('postgres', async (client) => {
    for (; !over.signal.aborted; await new Promise((resolve) => setTimeout(resolve, 40)))
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [config.database])
  })
  for (let round = 0; round < 20; round += 1) await Promise.all(Array.from({ length: 30 }, () => audit.begin(callStart()).finish(DONE)))
  over.abort()
  await cutting
  await audit.close()
  const { records, faults } = await verifyChain(store, { keys: [], anchors: [], mostUnsigned: 0, keptSince: 0 })
  expect({ records, faults }).toEqual({ records: 600, faults: [] })
  expect(await store.query(`SELECT count(DISTINCT id) AS ids, count(*) FILTER (WHERE ending = 'done') AS done FROM audit_record`)).toEqual([
    { ids: 600, done: 600 },
  ])
})
