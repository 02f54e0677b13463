import { describe, expect, it } from 'vitest'
import { confusedDigit, digitValue } from '#utils/privacy/digits.ts'
import { CHARACTER, characterClass } from '#utils/privacy/character-class.ts'
import { centuryOf, isReplacement, passesModulus11, startsWithDay } from '#utils/privacy/cpr-number.ts'

describe('digitValue', () => {
  it('knows every decimal digit of Unicode', () => {
    const unknown: string[] = []
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue
      if (/\p{Nd}/u.test(String.fromCodePoint(codePoint)) && digitValue(codePoint) < 0) unknown.push(codePoint.toString(16))
    }
    expect(unknown).toEqual([])
  })

  it.each([
    ['7', 7],
    ['７', 7],
    ['٧', 7],
    ['𝟕', 7],
    ['⑦', 7],
    ['⁷', 7],
    ['₇', 7],
    ['⓪', 0],
    ['²', 2],
    ['a', -1],
    ['½', -1],
  ])('%s is %i', (character, value) => {
    expect(digitValue(character.codePointAt(0) ?? 0)).toBe(value)
  })
})

it('takes letters for the digits they look like', () => {
  expect(Array.from('OlZSB', (letter) => confusedDigit(letter.codePointAt(0) ?? 0))).toEqual([0, 1, 2, 5, 8])
  expect(confusedDigit(0x6b)).toBe(-1)
})

it('tells characters apart', () => {
  const classOf = (character: string) => characterClass(character.codePointAt(0) ?? 0)
  expect([' ', '\u00A0', '\u2800', '\n', '\u2028'].map(classOf)).toEqual([4, 4, 4, 5, 5])
  expect(['-', '–', '\u2212', '_'].map(classOf)).toEqual(Array.from({ length: 4 }, () => CHARACTER.dash))
  expect(['\u200B', '\u00AD', '\uFE0F', '\uFEFF'].map(classOf)).toEqual(Array.from({ length: 4 }, () => CHARACTER.invisible))
  expect(['a', 'Ø', '1', '(', '😀'].map(classOf)).toEqual([2, 2, 3, 1, 1])
})

describe('a CPR number', () => {
  it('begins with a day, which in a replacement number is 60 more', () => {
    expect(['140752', '310152', '740752', '910152', '290252'].filter(startsWithDay)).toHaveLength(5)
    expect(['320152', '310452', '300252', '290253', '600152', '920152', '001252', '140052'].filter(startsWithDay)).toEqual([])
    expect([isReplacement('740752'), isReplacement('140752')]).toEqual([true, false])
  })

  it('passes modulus 11 or does not', () => {
    // 4·1+3·4+2·0+7·7+6·5+5·2+4·6+3·1+2·2+1·x
    const passing = Array.from({ length: 10 }, (_, last) => `140752612${last}`).filter(passesModulus11)
    expect(passing).toEqual(['1407526127'])
    expect(passesModulus11('140752XXXX')).toBe(false)
  })

  it('tells its century', () => {
    const of = (year: number, seventh: number) => centuryOf(`0101${year}${seventh}000`)
    expect([of(50, 0), of(50, 3), of(37, 4), of(99, 9), of(57, 5), of(58, 5), of(99, 8)]).toEqual([19, 19, 19, 19, 20, 18, 18])
    expect([centuryOf('6101364000'), centuryOf('6101009000'), centuryOf('6101368000')]).toEqual([20, 20, 20])
  })
})
