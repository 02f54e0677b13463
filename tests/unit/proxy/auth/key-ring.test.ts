import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JSONWebKeySet } from 'jose'
import { KEY_RING_TIMES, KeyRing } from '#proxy/auth/key-ring.ts'
import { newKey, type SigningKey } from '#tests/proxy/support/make-token.ts'

const MINUTE = 60_000

describe("the issuer's keys", () => {
  let published: readonly SigningKey[]
  let fetches: number
  let isDown: boolean
  let ring: KeyRing
  const told: string[] = []
  const [one, two, three] = [newKey('RS256', 'one'), newKey('ES256', 'two'), newKey('RS256', 'three')]

  beforeEach(() => {
    vi.useFakeTimers()
    published = [one]
    fetches = 0
    isDown = false
    told.length = 0
  })
  afterEach(() => {
    ring.close()
    vi.useRealTimers()
  })

  function start(): void {
    ring = new KeyRing({ now: Date.now, fetchKeys, told: (state, count) => told.push(`${state} ${count}`) })
  }
  function fetchKeys(): Promise<JSONWebKeySet> {
    fetches += 1
    return isDown ? Promise.reject(new Error('down')) : Promise.resolve({ keys: published.map(({ jwk }) => jwk) })
  }
  const has = async (key: SigningKey) => {
    const asked = ring.key({ alg: key.alg, kid: key.kid }).then(
      () => true,
      () => false,
    )
    await vi.advanceTimersByTimeAsync(KEY_RING_TIMES.gapMs)
    return asked
  }
  const guess = (i: number) => ring.key({ alg: 'RS256', kid: `guess-${i}` }).catch(() => null)

  it('are fetched at the start and kept for ten minutes', async () => {
    start()
    expect(ring.ready()).toBe(false)
    expect(await has(one)).toBe(true)
    expect(ring.ready()).toBe(true)
    await vi.advanceTimersByTimeAsync(9 * MINUTE)
    expect(fetches).toBe(1)
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(fetches).toBe(2)
    expect(told).toEqual(['fetched 1', 'fetched 1'])
  })

  it('are asked for once by a thousand guesses, and again after half a minute', async () => {
    start()
    await has(one)
    await Promise.all(Array.from({ length: 1000 }, (_, i) => guess(i)))
    for (let i = 0; i < 1000; i += 1) await guess(1000 + i)
    expect(fetches).toBe(2)
    await vi.advanceTimersByTimeAsync(31_000)
    await guess(1)
    await guess(2)
    expect(fetches).toBe(3)
  })

  it('change several times in a minute without a good token lost', async () => {
    start()
    await has(one)
    published = [two]
    expect(await has(two)).toBe(true)
    published = [three]
    expect(await has(three)).toBe(true)
    expect(await has(one)).toBe(false)
  })

  it('stay in use while the issuer is away, for a day', async () => {
    start()
    await has(one)
    isDown = true
    await vi.advanceTimersByTimeAsync(23 * 60 * MINUTE)
    expect(await has(one)).toBe(true)
    expect(told.at(-1)).toBe('unreachable 1')
    // Back-off: every half minute at first, every ten minutes at last.
    expect(fetches).toBeLessThan(23 * 6 + 20)
    await vi.advanceTimersByTimeAsync(2 * 60 * MINUTE)
    expect(await has(one)).toBe(false)
    expect(ring.ready()).toBe(false)
    isDown = false
    await vi.advanceTimersByTimeAsync(11 * MINUTE)
    expect(await has(one)).toBe(true)
  })

  it('are asked for soon again when there are none at the start', async () => {
    isDown = true
    start()
    expect(await has(one)).toBe(false)
    await vi.advanceTimersByTimeAsync(5000)
    isDown = false
    await vi.advanceTimersByTimeAsync(8000)
    expect(ring.ready()).toBe(true)
    expect(await has(one)).toBe(true)
  })
})
