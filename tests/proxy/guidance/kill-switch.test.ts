import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#proxy/auth/caller.ts'
import { createGuidance } from '#proxy/guidance/create-guidance.ts'
import { guidanceConfig } from '#proxy/guidance/guidance-config.ts'
import type { Guidance } from '#proxy/guidance/guidance.ts'
import type { LogEvent } from '#proxy/observe/log.ts'
import type { Store } from '#proxy/store/store.ts'
import { testStores } from '../support/stores.ts'
import { newFolder } from './guidance-server.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const DAY_MS = 86_400_000
const administrator: Caller = { subject: 'a', unit: 'it', roles: new Set(['administrator']), expiresAt: 0 }

const folder = newFolder()
const key = folder.newKey('municipality')
const stores = testStores()
let real: Store

/** The real store behind a wire that can be cut, and a clock that can be set. */
function replica(clock: { now: number }) {
  const wire = { isCut: false }
  const logged: LogEvent[] = []
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    if (wire.isCut) throw new Error('cut')
    return call()
  }
  const store: Store = {
    kind: real.kind,
    vectors: real.vectors,
    query: (sql, values) => through(async () => real.query(sql, values)),
    transaction: (run) => through(async () => real.transaction(run)),
    ready: async () => !wire.isCut,
    close: async () => {},
  }
  const config = guidanceConfig.parse({ signingKey: { file: key.file }, pollSeconds: 0.1 })
  const start = async () =>
    createGuidance(config, { store, now: () => clock.now, log: (event) => void logged.push(event), municipality: '751' })
  return { wire, logged, start }
}

async function stop(guidance: Guidance, unit: string, dates: { from?: string; until?: string | null } = {}): Promise<void> {
  const seen = guidance.switchboard(administrator, unit)
  const wish = { caller: administrator, ifMatch: seen.ok ? seen.etag : '' }
  const done = await guidance.change(wish, 'model-use', { on: false, reason: 'Vi har set et forkert svar', until: null, ...dates, unit })
  expect(done).toMatchObject({ ok: true })
}

beforeAll(async () => {
  real = await stores.open('postgres')
}, 120_000)

afterAll(async () => {
  await stores.close()
  folder.remove()
}, 60_000)

describe('the kill switch', () => {
  it('holds for a unit or for all, on its days, in every replica', async () => {
    const clock = { now: NOW }
    const [here, there] = [await replica(clock).start(), await replica(clock).start()]
    const off = (unit: string) => [here, there].map(({ killSwitch }) => killSwitch.isOff(unit))
    expect(off('nord')).toEqual([false, false])
    await stop(here, 'nord', { until: '2026-11-25' })
    expect(here.killSwitch.isOff('nord')).toBe(true)
    await sleep(500)
    expect([off('nord'), off('syd')]).toEqual([
      [true, true],
      [false, false],
    ])
    await stop(there, '*', { from: '2026-11-27' })
    clock.now += 2 * DAY_MS
    await sleep(500)
    expect([off('nord'), off('syd')]).toEqual([
      [false, false],
      [false, false],
    ])
    clock.now += DAY_MS
    await sleep(500)
    expect([off('nord'), off('vest')]).toEqual([
      [true, true],
      [true, true],
    ])
    await here.close()
    await there.close()
  }, 60_000)

  it('says off when the store has been silent for more than a minute, and goes on by itself when it is back', async () => {
    // Two days before anything was switched off.
    const clock = { now: NOW - 5 * DAY_MS }
    const { wire, logged, start } = replica(clock)
    const guidance = await start()
    wire.isCut = true
    clock.now += 59_000
    await sleep(300)
    expect(guidance.killSwitch.isOff('syd')).toBe(false)
    clock.now += 2_000
    expect(guidance.killSwitch.isOff('syd')).toBe(true)
    expect(logged.filter(({ event }) => event === 'store')).toEqual([{ event: 'store', state: 'down' }])
    wire.isCut = false
    await sleep(300)
    expect(guidance.killSwitch.isOff('syd')).toBe(false)
    expect(logged.filter(({ event }) => event === 'store')).toHaveLength(2)
    await guidance.close()
  }, 60_000)

  it('believes nothing after a line that somebody slipped into the table, and says so', async () => {
    const clock = { now: NOW - 5 * DAY_MS }
    const { logged, start } = replica(clock)
    const guidance = await start()
    const before = guidance.answerFor('nord').etag
    await real.query(`INSERT INTO guidance_log
      SELECT entry + 1, at, unit, subject, role, action, 'rule:slipped-in', wanted, from_day, until_day, reason, about, hash, 'f' || hash, key, signature
      FROM guidance_log ORDER BY entry DESC LIMIT 1`)
    await sleep(500)
    expect(logged).toContainEqual({ event: 'guidance-log-broken', entry: 3 })
    expect(guidance.answerFor('nord').etag).toBe(before)
    clock.now += 61_000
    expect(guidance.killSwitch.isOff('nord')).toBe(true)
    await guidance.close()
  }, 60_000)
})
