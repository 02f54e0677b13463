import { describe, expect, it } from 'vitest'
import { sentencesOf } from '#utils/knowledge/sentences.ts'

describe('the sentences of a provision', () => {
  it.each([
    ['Kommunen træffer afgørelse. Afgørelsen er skriftlig.', 2],
    ['Fristen regnes fra den 1. januar 2024. Den kan forlænges.', 2],
    ['Udgifter til f.eks. kørsel m.v. kan dækkes.', 1],
    ['Udgifter til kørsel m.v. Kommunen kan fravige det.', 2],
    ['Jf. § 3, stk. 2, 1. pkt., og nr. 4.', 1],
    ['Det sker efter kap. 3 i lov nr. 5 af 2. marts 2020.', 1],
    ['Uden punktum', 1],
    ['', 0],
  ])('%s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count)
  })

  it('loses no word', () => {
    const text = 'Første. Anden, jf. § 1. Tredje den 3. maj.'
    expect(sentencesOf(text).join(' ')).toBe(text)
  })
})
