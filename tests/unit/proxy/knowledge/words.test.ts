import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from '#proxy/knowledge/distance.ts'
import { fuse } from '#proxy/knowledge/fuse.ts'
import { queryTerms } from '#proxy/knowledge/query-terms.ts'
import { compoundsOf, nearTo, splitOf } from '#proxy/knowledge/vocabulary.ts'

const VOCABULARY = new Map([
  ['samtal', 40],
  ['jobsamtal', 9],
  ['opfølgningssamtal', 3],
  ['syg', 20],
  ['dagpeng', 30],
  ['sygedagpeng', 25],
  ['rehabilitering', 5],
  ['kommun', 80],
])

describe('words of a query', () => {
  it('are words, beginnings and phrases, and never operators', () => {
    expect(queryTerms('Samtale "personligt fremmøde" syge* & | ! <->')).toEqual([
      { words: ['samtale'], prefix: false },
      { words: ['personligt', 'fremmøde'], prefix: false },
      { words: ['syge'], prefix: true },
    ])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        for (const { words } of queryTerms(query)) for (const word of words) expect(word).toMatch(/^[\p{L}\p{Nd}]+$/u)
      }),
    )
  })

  it('are found inside longer words, and taken apart', () => {
    expect(compoundsOf('samtal', VOCABULARY)).toEqual(['jobsamtal', 'opfølgningssamtal'])
    expect(splitOf('sygesamtal', VOCABULARY)).toEqual(['syg', 'samtal'])
    expect(splitOf('xyzsamtal', VOCABULARY)).toBeNull()
  })

  it('are found in spite of a slip', () => {
    expect(nearTo('sygedagpneg', VOCABULARY)).toEqual(['sygedagpeng'])
    expect(nearTo('rehabilitring', VOCABULARY)).toEqual(['rehabilitering'])
    expect(nearTo('fjordkrebs', VOCABULARY)).toEqual([])
  })
})

describe('the distance of two words', () => {
  it('is that of the plain reckoning, up to where it gives up', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        expect(distance(one, other, most)).toBe(Math.min(plain(one, other), most + 1))
      }),
    )
  })
})

/** Straight from the definition (optimal string alignment). */
function plain(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)]
  const best = Math.min(plain(a, other) + 1, plain(one, b) + 1, plain(a, b) + (one.at(-1) === other.at(-1) ? 0 : 1))
  const swapped = one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
  return swapped ? Math.min(best, plain(one.slice(0, -2), other.slice(0, -2)) + 1) : best
}

describe('joined rankings', () => {
  it('put first what several hold high', () => {
    expect(
      fuse([
        ['a', 'b', 'c'],
        ['b', 'd'],
      ]),
    ).toEqual(['b', 'a', 'd', 'c'])
    expect(fuse([['a', 'b'], []])).toEqual(['a', 'b'])
  })
})
