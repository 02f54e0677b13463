import { array, assert, boolean, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCovers, coversOrigin, narrows, parseHostPattern } from '#utils/policy/host-pattern.ts'

describe('a host pattern', () => {
  it.each([
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    'https://*.dk/*',
    'https://a.dk/path/*',
    'https://a.*.dk/*',
    'ftp://a.dk/*',
    'https://a.dk',
    'https://A.dk/*',
    'https://a.dk:x/*',
  ])('refuses %s', (text) => expect(parseHostPattern(text)).toBeNull())

  it.each([
    ['https://*.kommune.dk/*', 'https://a.kommune.dk', true],
    ['https://*.kommune.dk/*', 'https://kommune.dk', true],
    ['https://*.kommune.dk/*', 'https://xkommune.dk', false],
    ['https://*.kommune.dk/*', 'https://a.kommune.dk.evil.dk', false],
    ['https://*.kommune.dk/*', 'http://a.kommune.dk', false],
    ['http://localhost:5174/*', 'http://localhost:5174', true],
    ['http://localhost:5174/*', 'http://localhost:5175', false],
    ['http://localhost/*', 'http://localhost:9999', true],
    ['https://a.dk:443/*', 'https://a.dk', true],
    ['https://a.dk/*', 'null', false],
  ])('%s covers %s: %s', (pattern, origin, expected) => expect(anyCovers([pattern], origin)).toBe(expected))

  it('narrows only what it lies within: whatever the inner covers, the outer covers', () => {
    const label = constantFrom('a', 'b', 'kommune')
    const pattern = record({
      star: boolean(),
      host: array(label, { minLength: 1, maxLength: 3 }),
      port: constantFrom('', ':80', ':5174'),
    }).map(({ star, host, port }) => `http://${star ? '*.' : ''}${host.join('.')}${port}/*`)
    const origin = record({ host: array(label, { minLength: 1, maxLength: 4 }), port: constantFrom('', ':5174', ':9') }).map(
      ({ host, port }) => `http://${host.join('.')}${port}`,
    )
    assert(
      property(pattern, pattern, origin, (innerText, outerText, page) => {
        const inner = parseHostPattern(innerText)
        const outer = parseHostPattern(outerText)
        if (!inner || !outer || !narrows(inner, outer) || !coversOrigin(inner, page)) return
        expect(coversOrigin(outer, page)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
