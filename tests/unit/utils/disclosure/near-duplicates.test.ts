import { describe, expect, it } from 'vitest'
import { nearDuplicates } from '#utils/disclosure/finding/near-duplicates.ts'
import { Random } from '#tests/proofs/support/random.ts'
import { documentOf } from './documents.ts'

function words(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => `ord${random.int(0, 5000)}`)
}

describe('nearDuplicates', () => {
  it('finds copies with a few words changed among documents that are not alike', () => {
    const random = new Random(3)
    const originals = Array.from({ length: 40 }, () => words(random, 400))
    const copies = originals.slice(0, 20).map((text) => text.with(200, 'andet').with(0, 'Kopi'))
    const documents = [...originals, ...copies].map((text, at) => documentOf(String(at), text.join(' ')))
    const found = nearDuplicates(documents)
    expect(found.map(({ document, like }) => [document, like])).toEqual(copies.map((_, at) => [String(40 + at), String(at)]))
  })

  it('compares nothing that has hardly any text', () => {
    expect(nearDuplicates([documentOf('a', 'Ja tak'), documentOf('b', 'Ja tak')])).toEqual([])
  })
})
