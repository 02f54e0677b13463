import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '#utils/page/labels.ts'

const slowly = (text: string) =>
  text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')

describe('clean text', () => {
  it.each([
    ['\u212Bplan', 'Åplan'],
    ['\u2126', 'Ω'],
    ['\u1112\u1161\u11AB', '한'],
    ['a\u1680b', 'a b'],
    ['møde\uFEFFSø', 'mødeSø'],
    ['Åse  Øster ', 'Åse Øster'],
  ])('%j is %j', (text, clean) => expect(cleanText(text)).toBe(clean))

  it('is the same by the short way and the long', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => cleanText(text) === slowly(text)),
    )
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `a${String.fromCharCode(code)}b`
      if (cleanText(text) !== slowly(text)) expect(code.toString(16)).toBe('')
    }
  })
})
