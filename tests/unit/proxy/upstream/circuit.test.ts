import { beforeEach, describe, expect, it } from 'vitest'
import { Circuit } from '#proxy/upstream/circuit.ts'

const RULES = { failures: 3, restSeconds: 10, longestRestSeconds: 30 }

describe('the circuit of an upstream', () => {
  let now = 0
  let changes: string[] = []
  let circuit = new Circuit(
    RULES,
    () => now,
    () => undefined,
  )

  beforeEach(() => {
    now = 1_000_000
    changes = []
    circuit = new Circuit(
      RULES,
      () => now,
      (isClosed, code) => changes.push(`${isClosed ? 'up' : 'down'} ${code}`),
    )
  })

  function fail(times: number): void {
    for (let left = times; left > 0; left -= 1) {
      expect(circuit.begin()).toBe(true)
      circuit.failed('reset')
    }
  }

  it('rests after failures in a row, and not before', () => {
    fail(2)
    expect(circuit.isClosed).toBe(true)
    fail(1)
    expect(circuit.isClosed).toBe(false)
    expect(circuit.begin()).toBe(false)
    expect(changes).toEqual(['down reset'])
  })

  it('forgets failures when an answer comes to its end', () => {
    fail(2)
    circuit.worked()
    fail(2)
    expect(circuit.isClosed).toBe(true)
  })

  it('remembers failures when an answer only begins, so that cut streams count', () => {
    for (let cut = 0; cut < 3; cut += 1) {
      circuit.begin()
      circuit.answered()
      circuit.failed('cut')
    }
    expect(circuit.isClosed).toBe(false)
  })

  it('lets one call try after the rest, and all of them when it goes well', () => {
    fail(3)
    now += 10_000
    expect(circuit.begin()).toBe(true)
    expect(circuit.begin()).toBe(false)
    circuit.answered()
    expect([circuit.begin(), circuit.begin()]).toEqual([true, true])
    expect(changes).toEqual(['down reset', 'up answers'])
  })

  it('rests twice as long each time the try fails, up to the longest', () => {
    fail(3)
    for (const seconds of [10, 20, 30, 30]) {
      expect(circuit.restMs).toBe(seconds * 1000)
      now += seconds * 1000
      fail(1)
    }
    expect(changes).toEqual(['down reset'])
  })

  it('gives the place of the one that tries back when its client leaves', () => {
    fail(3)
    now += 10_000
    expect(circuit.begin()).toBe(true)
    circuit.undecided()
    expect(circuit.begin()).toBe(true)
  })

  it('does not rest longer for calls that began before it opened', () => {
    for (let call = 0; call < 6; call += 1) circuit.begin()
    for (let call = 0; call < 6; call += 1) circuit.failed('reset')
    expect(circuit.restMs).toBe(10_000)
  })

  it('rests at once for what cannot be chance', () => {
    circuit.begin()
    circuit.rest('forbidden-address')
    expect(circuit.isClosed).toBe(false)
    expect(changes).toEqual(['down forbidden-address'])
  })
})
