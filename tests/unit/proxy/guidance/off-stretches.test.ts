import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#utils/domain/calendar-day.ts'
import { offStretches, type Layer } from '#proxy/guidance/off-stretches.ts'

const START = day('2026-11-20')
const DAYS = 40

const layer = (entry: number, on: boolean, from: string, until: string | null): Layer => ({
  entry,
  on,
  from,
  until,
  unit: 'nord',
  switch: 'rule:a',
  reason: 'x',
})

const periodsOf = (layers: readonly Layer[], today = '2026-01-01') =>
  offStretches(layers, today).map(({ from, until, entry }) => [from, until, entry])

describe('when something is off', () => {
  it('is from one day to another, both included', () => {
    expect(periodsOf([layer(1, false, '2026-11-24', '2026-11-30')])).toEqual([['2026-11-24', '2026-11-30', 1]])
  })

  it('gives what held before its turn again when a change runs out', () => {
    const layers = [layer(1, false, '2026-11-24', null), layer(2, true, '2026-12-01', '2026-12-05')]
    expect(periodsOf(layers)).toEqual([
      ['2026-11-24', '2026-11-30', 1],
      ['2026-12-06', null, 1],
    ])
  })

  it('tells the newest reason', () => {
    const layers = [layer(1, false, '2026-11-24', null), layer(2, false, '2026-12-01', '2026-12-05')]
    expect(periodsOf(layers)).toEqual([
      ['2026-11-24', '2026-11-30', 1],
      ['2026-12-01', '2026-12-05', 2],
      ['2026-12-06', null, 1],
    ])
  })

  it('leaves out what is over', () => {
    expect(periodsOf([layer(1, false, '2026-11-24', '2026-11-30')], '2026-11-30')).toHaveLength(1)
    expect(periodsOf([layer(1, false, '2026-11-24', '2026-11-30')], '2026-12-01')).toHaveLength(0)
  })

  it('keeps units and switches apart', () => {
    const all = [
      layer(1, false, '2026-11-24', null),
      { ...layer(2, true, '2026-11-24', null), unit: '*' },
      { ...layer(3, true, '2026-11-24', null), switch: 'rule:b' },
    ]
    expect(periodsOf(all)).toEqual([['2026-11-24', null, 1]])
  })

  it('agrees with asking day by day which layer is the newest that covers it', () => {
    const layers = fc.array(fc.record({ on: fc.boolean(), start: fc.nat(DAYS), length: fc.option(fc.nat(15)) }), { maxLength: 12 })
    fc.assert(
      fc.property(layers, (wanted) => {
        const made = wanted.map(({ on, start, length }, index) =>
          layer(index + 1, on, addDays(START, start), length === null ? null : addDays(START, start + length)),
        )
        const found = offStretches(made, START)
        for (let count = 0; count <= DAYS + 20; count += 1) {
          const today = addDays(START, count)
          const newest = made.findLast(({ from, until }) => from <= today && (until === null || today <= until))
          const expected = newest !== undefined && !newest.on ? [newest.entry] : []
          const covering = found.filter(({ from, until }) => from <= today && (until === null || today <= until))
          expect(covering.map(({ entry }) => entry)).toEqual(expected)
        }
      }),
      { numRuns: 500 },
    )
  })
})
