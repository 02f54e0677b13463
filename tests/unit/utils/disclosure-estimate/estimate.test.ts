import { describe, expect, it } from 'vitest'
import { drawSample, unforeseen, unmarkedPages } from '#utils/disclosure/estimate/draw-sample.ts'
import { estimateMissed, sampleSizeFor } from '#utils/disclosure/estimate/estimate-missed.ts'
import { mostMissed } from '#utils/disclosure/estimate/upper-bound.ts'
import { doc, document, finding, notScreened } from '../disclosure-review/review-file.ts'

describe('mostMissed', () => {
  it('is known exactly when every page was seen', () => {
    expect(mostMissed({ pages: 40, sample: 40, missed: 3 })).toBe(3)
    expect(mostMissed({ pages: 0, sample: 0, missed: 0 })).toBe(0)
  })

  it('knows nothing when none was seen', () => {
    expect(mostMissed({ pages: 40, sample: 0, missed: 0 })).toBe(40)
  })

  it('agrees with the rule of three where pages are many', () => {
    expect(mostMissed({ pages: 1_000_000, sample: 300, missed: 0 }) / 1_000_000).toBeCloseTo(1 - 0.05 ** (1 / 300), 4)
  })

  it('is the largest number that the sample does not make unlikely', () => {
    // By hand: 2 bad of 10, none in a sample of 5: C(8,5)/C(10,5) = 56/252; 4 bad: C(6,5)/252 = 6/252 < 0.05; 3 bad: C(7,5)/252 = 21/252.
    expect(mostMissed({ pages: 10, sample: 5, missed: 0 })).toBe(3)
  })

  it.each([
    { pages: 5, sample: 6, missed: 0 },
    { pages: 5, sample: 3, missed: 4 },
    { pages: 5.5, sample: 3, missed: 0 },
    { pages: 5, sample: -1, missed: 0 },
    { pages: Number.NaN, sample: 1, missed: 0 },
  ])('refuses what cannot be: %j', (impossible) => {
    expect(() => mostMissed(impossible)).toThrow('sample-impossible')
  })
})

describe('the sentence', () => {
  it('never rounds down', () => {
    const { atMost, atMostPercent, sentence } = estimateMissed({ pages: 1500, sample: 100, missed: 0 })
    expect(atMostPercent * 15).toBeGreaterThanOrEqual(atMost - 1e-6)
    expect(sentence).toContain('med 95 % sikkerhed')
  })

  it('says so when nobody looked', () => {
    expect(estimateMissed({ pages: 10, sample: 0, missed: 0 }).sentence).toContain('vides ikke')
  })

  it('tells how many to look at', () => {
    const size = sampleSizeFor(2000, 2) ?? 0
    expect(estimateMissed({ pages: 2000, sample: size, missed: 0 }).atMostPercent).toBeLessThanOrEqual(2)
    expect(estimateMissed({ pages: 2000, sample: size - 1, missed: 0 }).atMostPercent).toBeGreaterThan(2)
    expect(sampleSizeFor(0, 2)).toBeNull()
  })
})

describe('the sample', () => {
  it('is of pages that were read and hold no finding', () => {
    const documents = [document('a', { pages: 3, notScreened: [notScreened({ page: 2 })] }), document('b', { pages: 0 })]
    const pages = unmarkedPages(documents, [finding({ page: 3 })])
    expect(pages).toEqual([
      { document: doc('a'), page: 1 },
      { document: doc('b'), page: null },
    ])
    expect(unmarkedPages([document('c', { notScreened: [notScreened({ page: null, why: 'password' })] })], [])).toEqual([])
  })

  it('has each page once and every page as often', () => {
    const hits = new Map<number, number>()
    for (let round = 0; round < 4000; round += 1) {
      const sample = drawSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, unforeseen)
      expect(new Set(sample).size).toBe(3)
      for (const page of sample) hits.set(page, (hits.get(page) ?? 0) + 1)
    }
    for (const count of hits.values()) expect(Math.abs(count - 1200)).toBeLessThan(170)
    expect(drawSample([1, 2], 5, unforeseen)).toHaveLength(2)
  })
})
