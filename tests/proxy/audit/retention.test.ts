import { afterAll, describe, expect, it } from 'vitest'
import { forgetOld } from '#proxy/audit/retention.ts'
import { verifyChain } from '#proxy/audit/verify.ts'
import type { Store } from '#proxy/store/store.ts'
import { DONE, callStart, keepRecord } from '../support/audit-samples.ts'
import { STORE_KINDS, testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())

const DAY = 86_400_000
const now = Date.now()

/** Ten records every tenth day, from `from` days ago to `to` days ago, with a checkpoint after each ten. */
async function fill(store: Store, from: number, to: number): Promise<void> {
  let ago = from
  const { audit } = await keepRecord(store, { checkpointRecords: 10, retentionDays: 3660 }, () => now - ago * DAY)
  for (; ago >= to; ago -= 10) {
    for (let at = 0; at < 10; at += 1) await audit.begin(callStart()).finish(DONE)
  }
  await audit.close()
}

describe.each(STORE_KINDS)('records on %s', (kind) => {
  it('go when they are old enough, and the rest still verifies', { timeout: 60_000 }, async () => {
    const store = await stores.open(kind)
    await fill(store, 300, 0)
    const check = () => verifyChain(store, { keys: [], anchors: [], mostUnsigned: 0, keptSince: now - 184 * DAY })
    const before = await check()
    expect(before.faults).toEqual([])
    expect(before.records).toBe(310)

    expect(await forgetOld(store, { now, days: 250 })).toBeGreaterThan(30)
    const [oldest] = await store.query<{ at: number }>('SELECT min(at) AS at FROM audit_record')
    expect(oldest?.at).toBeGreaterThanOrEqual(now - 261 * DAY)
    expect((await check()).faults).toEqual([])

    // Asked for less than the law's six months, the database keeps what is younger all the same.
    await forgetOld(store, { now, days: 1 })
    const [youngest] = await store.query<{ at: number }>('SELECT min(at) AS at FROM audit_record')
    expect(youngest?.at).toBeLessThanOrEqual(now - 170 * DAY)
    expect((await check()).faults).toEqual([])
    expect(await forgetOld(store, { now, days: 1 })).toBe(0)

    // And what follows is written to the same chain.
    const { audit, logged } = await keepRecord(store)
    await audit.begin(callStart()).finish(DONE)
    await audit.close()
    expect((await check()).faults).toEqual([])
    expect(logged.filter(({ event }) => event === 'chain-broken')).toEqual([])
  })
})
