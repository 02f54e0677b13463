import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern, patternFault } from '#utils/page/safe-pattern.ts'

describe('patternFault', () => {
  it.each([
    '^/borger/([^/?#]{8,64})',
    String.raw`\(([0-9]{6}[ -]?[0-9]{4})\)`,
    '^(.{2,100}?) ?\\(',
    '(?:ja|nej)$',
    '[?&]sag=([^&#]{1,64})',
  ])('lets %s pass', (source) => {
    expect(patternFault(source)).toBeNull()
  })

  it.each([
    ['a*', 'unbounded repeat'],
    ['a+', 'unbounded repeat'],
    ['a{2,}', 'unbounded repeat'],
    ['(a{1,5}){1,5}', 'nested repeat'],
    ['(?:a?){1,9}', 'nested repeat'],
    ['((a?)){1,9}', 'nested repeat'],
    ['a{1,500}', 'repeat too large'],
    ['a{0,200}b{0,200}c', 'too many repeats'],
    ['(?=a)', 'look-around or named group'],
    ['(?<n>a)', 'look-around or named group'],
    [String.raw`(a)\1`, 'back-reference'],
    ['(', 'syntax'],
    ['', 'length'],
  ])('refuses %s', (source, fault) => {
    expect(patternFault(source)).toBe(fault)
  })

  it('passes nothing that takes long', () => {
    const piece = fc.constantFrom('a', '(', ')', '?', '{1,20}', '{0,200}', '[ab]', '.', '|', '*', '(?:', 'b')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join('')
        if (patternFault(source) !== null) return
        const started = performance.now()
        compilePattern(source).exec('a'.repeat(2000))
        expect(performance.now() - started).toBeLessThan(500)
      }),
      { numRuns: 2000 },
    )
  })
})
