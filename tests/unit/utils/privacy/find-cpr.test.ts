import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCpr, type CprHit } from '#utils/privacy/find-cpr.ts'
import { hasCpr } from '#utils/privacy/has-cpr.ts'
import { LOOK_ALIKES } from '#tests/proofs/foreign-cpr/look-alikes.ts'
import { inventNumber } from '#tests/proofs/foreign-cpr/numbers.ts'
import { inNeutralSentence, inSentence } from '#tests/proofs/foreign-cpr/sentences.ts'
import { RARER, SPELLINGS } from '#tests/proofs/foreign-cpr/spellings.ts'
import { Random } from '#tests/proofs/support/random.ts'

const NUMBER = '1407526123'
const finds = (text: string) => findCpr(text).filter(({ confidence }) => confidence !== 'low')
const only = (text: string): CprHit => {
  const [hit, ...more] = findCpr(text)
  expect(more).toEqual([])
  if (!hit) throw new Error(`nothing in ${JSON.stringify(text)}`)
  return hit
}

describe('findCpr finds every spelling', () => {
  it.each([...SPELLINGS, ...RARER.filter(({ level }) => level === 'should')].map((spelling) => [spelling.name, spelling] as const))(
    '%s',
    (_, spelling) => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const random = new Random(seed)
          const number = inventNumber(random)
          const written = spelling.write(number, random)
          const { text, start, end } = inSentence(written, random, random.pick(['danish', 'other']))
          expect(finds(text)).toContainEqual(expect.objectContaining({ start, end, digits: written.digits ?? number }))
          expect(hasCpr(text)).toBe(true)
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each([
    ['140752-6123', 'dash', 'high'],
    ['1407526123', 'plain', 'medium'],
    ['CPR1407526123', 'plain', 'high'],
    ['140752 6123', 'space', 'medium'],
    ['140752-\n6123', 'line-break', 'high'],
    ['14.07.52-6123', 'dots', 'medium'],
    ['14.07.1952-6123', 'long-year', 'medium'],
    ['14O752-6l23', 'misread', 'medium'],
    ['født 140752, løbenr. 6123', 'labelled', 'medium'],
    ['740752-0123', 'dash', 'high'],
    ['020352-1WQ3', 'health', 'high'],
    ['020352-7TA3', 'health', 'high'],
    ['020352-1wq3', 'health', 'medium'],
    ['**140752**-6123', 'grouped', 'medium'],
    ['140752-6123Navn', 'dash', 'medium'],
    ['140752-XXXX', 'masked', 'low'],
  ])('%j as %s, %s', (text, spelling, confidence) => {
    expect(only(`Se ${text} her`)).toMatchObject({ spelling, confidence })
  })

  it('gives the place of the number, without what stands around it', () => {
    const text = 'Kopi (cpr: 140752-6123) sendt'
    const { start, end } = only(text)
    expect(text.slice(start, end)).toBe('140752-6123')
  })

  it('finds each of several numbers', () => {
    const text = '140752-6123, 150752-6124;160752-6125\n170752-6126|180752-6127'
    expect(finds(text).map(({ digits }) => digits)).toEqual(['1407526123', '1507526124', '1607526125', '1707526126', '1807526127'])
  })
})

describe('findCpr leaves other numbers alone', () => {
  it.each(LOOK_ALIKES.map((one) => [one.name, one] as const))('%s', (_, { write }) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = new Random(seed)
        expect(finds(inNeutralSentence(write(random), random))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    '320752-6123',
    '141352-6123',
    '000752-6123',
    '300252-6123',
    '920752-6123',
    '11407526123',
    '14075261234',
    '7e290752-6123-e53b-8082-17c3d030af46',
  ])('no number: %s', (text) => {
    expect(findCpr(text)).toEqual([])
  })

  it('takes no part of a longer row of pairs', () => {
    expect(finds('tlf 14 07 52 61 23 45')).toEqual([])
    expect(finds('14 07 52 61 23 45 67 89')).toEqual([])
  })
})

describe('what stands around a number', () => {
  const rank = { low: 0, medium: 1, high: 2 }
  const level = (text: string) => rank[only(text).confidence]

  it('makes it surer, or less sure', () => {
    expect(level(`personnummer ${NUMBER}`)).toBeGreaterThan(level(NUMBER))
    expect(level(`journalnr. ${NUMBER}`)).toBeLessThan(level(NUMBER))
    expect(findCpr(`faktura ${NUMBER}`)).toEqual([])
  })

  it('modulus 11 only ever raises', () => {
    expect([level('140752 6123'), level('140752 6127')]).toEqual([rank.medium, rank.medium])
    expect([level('cpr 140752,6121'), level('cpr 140752,6127')]).toEqual([rank.medium, rank.high])
  })

  it('belongs to the nearest number only', () => {
    const [first, second] = findCpr(`cpr-nr. 140752-6123, faktura 1507526124`)
    expect(first).toMatchObject({ confidence: 'high' })
    expect(second?.confidence ?? 'low').toBe('low')
  })

  it('does not hide a number in a sentence that only speaks of a phone or an agreement', () => {
    expect(finds('Aftale: borgeren 140752-6123 ringer selv. Mobil er slukket. 150752-6124 møder.')).toHaveLength(2)
  })
})

describe('hasCpr', () => {
  it('refuses what may be a number, and lets through what holds none', () => {
    expect(hasCpr('sagsnr. 1407526123')).toBe(true)
    expect(hasCpr('140752-XXXX')).toBe(false)
    expect(hasCpr('Samtale den 14.07.2026 kl. 10.30, tlf. 12 34 56 78')).toBe(false)
    expect(hasCpr('')).toBe(false)
  })
})

// A shared machine may make a fast test slow.
describe('time in proportion to the length', { timeout: 60_000 }, () => {
  const hostile = [
    '1 ',
    '1',
    '14\n',
    '01.01.90 ',
    '010190-',
    '1\u200B',
    '140752-x',
    'l O 1 ',
    '14   ',
    '140752 løbenr ',
    'cpr ',
    '\u0661-',
    '١ ',
    'O',
    '14.07.52 de de de ',
  ]
  it.each(hostile)('%j', (unit) => {
    const textOf = (length: number) => unit.repeat(Math.ceil(length / unit.length))
    const [short, long] = [textOf(10_000), textOf(100_000)]
    const time = (work: () => void) => {
      const start = performance.now()
      work()
      return performance.now() - start
    }
    const least = (work: () => void) => Math.min(...Array.from({ length: 4 }, () => time(work)))
    const inPieces = least(() => {
      for (let piece = 0; piece < 10; piece += 1) findCpr(short)
    })
    // As much text at once as in ten pieces: a square would take ten times as long.
    expect(least(() => findCpr(long)) / Math.max(inPieces, 0.5)).toBeLessThan(5)
  })

  it('goes through a megabyte of mixed hostile text', () => {
    const text = hostile.map((unit) => unit.repeat(Math.ceil(65_000 / unit.length))).join('\n')
    const start = performance.now()
    findCpr(text)
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})

it('reads any text without a fault, and gives places inside it that do not overlap', { timeout: 30_000 }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '140752-6123',
      '14',
      '0752',
      ' ',
      '-',
      '.',
      '\n',
      '\u200B',
      '１４',
      'O',
      'l',
      'cpr ',
      '\uD800',
      '𝟣',
      '+',
      '(',
      'x',
      '*',
      '61',
      '23',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const hit of findCpr(text)) {
        expect(hit.start).toBeGreaterThanOrEqual(end)
        expect(hit.end).toBeLessThanOrEqual(text.length)
        expect(hit.digits).toMatch(/^[0-9A-Z]{10}$/)
        end = hit.end
      }
    }),
    { numRuns: 200 },
  )
})
