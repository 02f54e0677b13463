import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Caller } from '#proxy/auth/caller.ts'
import { createLimits } from '#proxy/limits/create-limits.ts'
import type { Limits } from '#proxy/limits/limits.ts'
import { limitsConfig } from '#proxy/limits/limits-config.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Store } from '#proxy/store/store.ts'
import type { AllowedModel } from '#proxy/upstream/upstreams.ts'
import { STORE_KINDS, testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())
const PLENTY = { requestsPerMinute: 1_000_000, callsAtOnce: 1000, tokensPerDay: 1_000_000_000 }
const MODEL: AllowedModel = { id: 'dear', kind: 'chat', purpose: 'prøve', contextTokens: 1000, maxAnswerTokens: 100 }

describe.each(STORE_KINDS)('limits on %s', { timeout: 30_000 }, (kind) => {
  let store: Store
  let now: number
  let opened: Limits[]
  beforeAll(async () => {
    store = await stores.open(kind)
  }, 60_000)
  beforeEach(async () => {
    await Promise.all((opened ?? []).map((limits) => limits.close()))
    opened = []
    now = Date.parse('2026-06-10T08:00:10Z')
    await store.query('DELETE FROM limit_meter')
    await store.query('DELETE FROM limit_lease')
  })

  function replica(own: object, from: Store = store): Limits {
    const config = limitsConfig.parse({ user: PLENTY, unit: PLENTY, municipality: PLENTY, settleMilliseconds: 20, leaseSeconds: 2, ...own })
    const limits = createLimits(config, { store: from, now: () => now, metrics: createMetrics(), models: [MODEL] })
    opened.push(limits)
    return limits
  }
  const caller = (subject = 'a', unit = 'north'): Caller => ({ subject, unit, roles: new Set(['caseworker']), expiresAt: 0 })
  const ask = (limits: Limits, tokens = 0, who = caller()) => limits.reserve(who, { model: 'm', tokens })
  async function spend(limits: Limits, tokens: number, who = caller()): Promise<boolean> {
    const answer = await ask(limits, tokens, who)
    if (answer.granted) answer.settle({ tokens })
    return answer.granted
  }
  const taken = async (scope: string) =>
    Number((await store.query<{ taken: number }>(`SELECT taken FROM limit_meter WHERE meter = 'tokens' AND scope = $1`, [scope]))[0]?.taken)

  it("count a user's requests over all replicas, and begin anew with the minute", async () => {
    const [one, two] = [replica({ user: { ...PLENTY, requestsPerMinute: 10 } }), replica({ user: { ...PLENTY, requestsPerMinute: 10 } })]
    const granted = []
    for (let i = 0; i < 30; i += 1) granted.push((await ask(i % 2 === 0 ? one : two)).granted)
    expect(granted.filter(Boolean)).toHaveLength(10)
    expect(await ask(one)).toEqual({ granted: false, code: 'too-many-requests', retryAfterSeconds: 50 })
    expect(await spend(one, 1, caller('b'))).toBe(true)
    now += 50_000
    expect(await spend(two, 1)).toBe(true)
  })

  it("count a unit's tokens over all its users and replicas, and begin anew at Danish midnight", async () => {
    const own = { unit: { ...PLENTY, tokensPerDay: 1000 } }
    const [one, two] = [replica(own), replica(own)]
    let used = 0
    for (let i = 0; i < 150; i += 1) if (await spend(i % 2 === 0 ? one : two, 10, caller(`user-${i % 7}`))) used += 10
    expect(used).toBeGreaterThanOrEqual(980)
    expect(used).toBeLessThanOrEqual(1000)
    expect(await ask(one, 100)).toMatchObject({ granted: false, code: 'budget-spent' })
    expect(await spend(one, 100, caller('c', 'south'))).toBe(true)
    now = Date.parse('2026-06-10T22:00:00Z')
    expect(await spend(one, 100)).toBe(true)
  })

  it('give back what a call did not use, and count all of it when nobody knows', async () => {
    const limits = replica({ user: { ...PLENTY, tokensPerDay: 1000 } })
    const first = await ask(limits, 900)
    expect((await ask(limits, 200)).granted).toBe(false)
    if (first.granted) first.settle({ tokens: 100 })
    const second = await ask(limits, 900)
    expect(second.granted).toBe(true)
    if (second.granted) second.settle(null)
    expect((await ask(limits, 1)).granted).toBe(false)
  })

  it('take one word for each call', async () => {
    const limits = replica({ user: { ...PLENTY, tokensPerDay: 1000, callsAtOnce: 1 } })
    const first = await ask(limits, 500)
    if (!first.granted) throw new Error('refused')
    first.settle({ tokens: 10 })
    first.settle({ tokens: 500 })
    first.settle(null)
    const second = await ask(limits, 990)
    expect(second.granted).toBe(true)
    expect(await ask(limits, 0)).toMatchObject({ code: 'too-many-requests' })
  })

  it('tell in seconds when a call under way may give something back', async () => {
    const limits = replica({ user: { ...PLENTY, tokensPerDay: 1000 } })
    await ask(limits, 900)
    expect(await ask(limits, 300)).toMatchObject({ code: 'budget-spent', retryAfterSeconds: 5 })
    expect(await ask(limits, 1001)).toMatchObject({ code: 'budget-spent', retryAfterSeconds: (14 * 60 - 1) * 60 + 50 })
  })

  it('hold a user to so many calls at once', async () => {
    const limits = replica({ user: { ...PLENTY, callsAtOnce: 2 } })
    const open = [await ask(limits), await ask(limits)]
    expect(await ask(limits)).toEqual({ granted: false, code: 'too-many-requests', retryAfterSeconds: 2 })
    expect((await ask(limits, 0, caller('b'))).granted).toBe(true)
    const [first] = open
    if (first?.granted) first.settle(null)
    expect((await ask(limits)).granted).toBe(true)
  })

  it('weigh dear models', async () => {
    const limits = replica({ user: { ...PLENTY, tokensPerDay: 1000 }, modelWeights: { dear: 10 } })
    const dear = (tokens: number) => limits.reserve(caller(), { model: 'dear', tokens })
    expect((await dear(101)).granted).toBe(false)
    const first = await dear(100)
    if (first.granted) first.settle({ tokens: 50 })
    expect((await dear(50)).granted).toBe(true)
    expect(() => replica({ modelWeights: { unknown: 2 } })).toThrow('unknown')
  })

  it('hold a unit with limits of its own to those', async () => {
    const limits = replica({ units: { south: { tokensPerDay: 100 } } })
    expect((await ask(limits, 101, caller('a', 'south'))).granted).toBe(false)
    expect((await ask(limits, 101, caller('a', 'north'))).granted).toBe(true)
  })

  it('leave to the store exactly what was used when a replica ends', async () => {
    const limits = replica({})
    for (let i = 0; i < 20; i += 1) await spend(limits, 7)
    await limits.close()
    expect([await taken('unit north'), await taken('municipality')]).toEqual([140, 140])
    expect(await store.query('SELECT * FROM limit_lease')).toHaveLength(0)
  })

  it('take back what a dead replica held, but for what its calls were promised', async () => {
    const own = { user: { ...PLENTY, tokensPerDay: 1000 }, blockTokens: 1000 }
    // Its timer is never seen again: to the store it is dead.
    const dead = replica({ ...own, settleMilliseconds: 10_000 })
    await ask(dead, 600)
    const limits = replica(own)
    expect((await ask(limits, 500)).granted).toBe(false)
    await expect
      .poll(
        async () => {
          now += 1000
          return spend(limits, 400)
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBe(true)
    expect((await ask(limits, 1)).granted).toBe(false)
  })

  it('set right again what was given away of a replica that only seemed dead', async () => {
    const own = { user: { ...PLENTY, tokensPerDay: 1000 } }
    const sleeper = replica({ ...own, settleMilliseconds: 10_000 })
    const first = await ask(sleeper, 600)
    const promised = () => store.query('SELECT * FROM limit_lease WHERE inflight = 600')
    await vi.waitFor(async () => expect(await promised()).not.toHaveLength(0))
    await store.query(`UPDATE limit_lease SET expires_at = clock_timestamp() - interval '1 second'`)
    await spend(replica(own), 100, caller('b'))
    await vi.waitFor(async () => expect(await promised()).toHaveLength(0))
    if (first.granted) first.settle({ tokens: 250 })
    await Promise.all(opened.map((limits) => limits.close()))
    expect(await taken('municipality')).toBe(350)
  })

  it('say that they cannot know when the store is away, and lose nothing of what was spent', async () => {
    let isAway = false
    const flaky: Store = { ...store, query: (sql, values) => (isAway ? Promise.reject(new Error('away')) : store.query(sql, values)) }
    const limits = replica({}, flaky)
    const first = await ask(limits, 100)
    isAway = true
    if (first.granted) first.settle({ tokens: 60 })
    expect(await ask(limits, 100, caller('new'))).toEqual({ granted: false, code: 'not-ready', retryAfterSeconds: 5 })
    isAway = false
    expect(await spend(limits, 40, caller('new'))).toBe(true)
    await limits.close()
    expect(await taken('municipality')).toBe(100)
  })
})
