import { describe, expect, it } from 'vitest'
import { delayOf, failureOf, steerBy } from '#demo/server/steer.ts'
import { DEFAULT_STEERING } from '#demo/server/steering.ts'

const by = (query: string, now = DEFAULT_STEERING) => steerBy(new URLSearchParams(query), now)

describe('steerBy', () => {
  it('reads every knob', () => {
    expect(
      by(
        's.latency=200-4000&s.latencyOf=contact:50,head:9&s.fail=note:500,offer:partial&s.pageSize=10&s.virtual=off&s.dates=iso&s.mask=on&s.labels=2&s.preview=on&s.titleLag=2000&s.stale=300&s.expires=3',
      ),
    ).toEqual({
      latencyMin: 200,
      latencyMax: 4000,
      latencyOf: { contact: 50, head: 9 },
      fail: { note: '500', offer: 'partial' },
      pageSize: 10,
      virtual: false,
      dates: 'iso',
      maskCpr: true,
      labels: 2,
      preview: true,
      titleLag: 2000,
      stalePanels: 300,
      expiresAfter: 3,
    })
  })
  it('leaves what it does not know', () => {
    expect(by('s.dates=romersk&s.labels=9&s.pageSize=mange&s.fail=note:brand')).toEqual(DEFAULT_STEERING)
  })
  it('adds to what was steered, and resets on demand', () => {
    const steered = by('s.mask=on')
    expect(by('s.labels=1', steered)).toMatchObject({ maskCpr: true, labels: 1 })
    expect(by('s.reset=1', steered)).toEqual(DEFAULT_STEERING)
  })
  it('caps latency at fifteen seconds', () => {
    expect(by('s.latency=0-99999').latencyMax).toBe(15_000)
  })
})

it("draws a delay within the range, or the part's own", () => {
  const steering = by('s.latency=100-200&s.latencyOf=note:7')
  for (let i = 0; i < 200; i++) expect(delayOf(steering, 'head')).toBeGreaterThanOrEqual(100)
  for (let i = 0; i < 200; i++) expect(delayOf(steering, 'head')).toBeLessThanOrEqual(200)
  expect(delayOf(steering, 'note')).toBe(7)
})

it('finds the failure of a part, or of all', () => {
  expect(failureOf(by('s.fail=note:500'), 'note')).toBe('500')
  expect(failureOf(by('s.fail=note:500'), 'head')).toBeNull()
  expect(failureOf(by('s.fail=*:401'), 'head')).toBe('401')
})
