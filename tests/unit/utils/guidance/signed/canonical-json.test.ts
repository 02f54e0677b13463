import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, parseCanonical } from '#utils/guidance/signed/canonical-json.ts'

const LIMIT = 100_000

describe('canonical JSON', () => {
  it('sorts keys by code unit and writes as ECMAScript does (RFC 8785, 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '1': 'One',
      '\u0080': 'Control',
      '\u00f6': 'o',
      numbers: [1e30, 4.5, 0.002, 1e-27],
    }
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","numbers":[1e+30,4.5,0.002,1e-27],"\u0080":"Control","\u00f6":"o","\u20ac":"Euro Sign"}',
    )
  })

  it('reads back exactly what it wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        // -0 is written 0, and half a surrogate pair is not JSON text at all.
        if (text !== null) expect(parseCanonical(text, LIMIT)).toEqual({ value: JSON.parse(JSON.stringify(value)) })
      }),
    )
  })

  it('gives the same text whatever the order of keys', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'),
          fc.integer(),
        ),
        (value) => {
          const turned = Object.fromEntries(Object.entries(value).toReversed())
          expect(canonicalJson(turned)).toBe(canonicalJson(value))
        },
      ),
    )
  })

  it.each([
    ['a space', '{"a": 1}'],
    ['keys in another order', '{"b":1,"a":1}'],
    ['a key twice', '{"a":1,"a":1}'],
    ['a needless escape', String.raw`{"\u0061":1}`],
    ['a number written otherwise', '{"a":1.0}'],
    ['minus zero', '{"a":-0}'],
    ['more than a number can hold', '{"a":1e999}'],
    ['half a surrogate pair', String.raw`{"a":"\ud800"}`],
    ['a key that sets the prototype', '{"__proto__":1}'],
    ['not JSON', '{'],
    ['nothing', ''],
    ['a byte order mark', '\u{FEFF}{"a":1}'],
    ['more levels than the reader has', `${'['.repeat(101)}1${']'.repeat(101)}`],
    ['a hundred thousand levels', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ])('refuses %s', (_what, text) => {
    expect(parseCanonical(text, 1_000_000)).toBeNull()
  })

  it('refuses what is longer than allowed before parsing it', () => {
    expect(parseCanonical('{"a":1}', 6)).toBeNull()
    expect(parseCanonical('{"a":1}', 7)).not.toBeNull()
  })

  it.each([[undefined], [() => 1], [1n], [Number.NaN], [Symbol('x')]])('has no form for %s', (value) => {
    expect(canonicalJson({ a: [value] })).toBeNull()
  })

  it('leaves errors that are not its own alone', () => {
    const hostile = {
      get a(): never {
        throw new RangeError('mine')
      },
    }
    expect(() => canonicalJson(hostile)).toThrow('mine')
  })
})
