import { describe, expect, it } from 'vitest'
import { fillTemplate, hostMatches, matchPlace } from '#utils/page/route.ts'

const url = (text: string) => new URL(text, 'http://kobenhavn.localhost:5173')

describe('matchPlace', () => {
  it.each([
    [{ path: '/borger/{citizen}/overblik' }, '/borger/abc/overblik', { citizen: 'abc' }],
    [{ path: '/borger/{citizen}/overblik' }, '/borger/abc/sager', null],
    [{ path: '/borger/{citizen}' }, '/borger/', null],
    [{ path: '/lister/**' }, '/lister/mine/borgere', {}],
    [{ path: '/vis.do', query: { id: '{citizen}' }, hash: 'fane=SAGER' }, '/vis.do?id=7#fane=SAGER&x=1', { citizen: '7' }],
    [{ path: '/vis.do', query: { id: '{citizen}' }, hash: 'fane=!' }, '/vis.do?id=7', { citizen: '7' }],
    [{ path: '/vis.do', query: { id: '{citizen}' }, hash: 'fane=!' }, '/vis.do?id=7#fane=SAGER', null],
    [{ path: '/j', query: { visning: 'dokumenter|filer' } }, '/j?visning=filer', {}],
    [{ path: '/j', query: { visning: 'dokumenter' } }, '/j', null],
    [{ hash: '/borger/{citizen}' }, '/#/borger/abc?x=1', { citizen: 'abc' }],
    [{ path: '/{citizen}/{citizen}' }, '/a/b', null],
  ])('%j on %s', (place, address, expected) => {
    expect(matchPlace(place, url(address))).toEqual(expected)
  })
})

describe('hostMatches', () => {
  it('covers subdomains, any port when none is named, and no look-alike', () => {
    expect(hostMatches('https://*.schultzfasit.dk/*', new URL('https://aarhus.schultzfasit.dk/x'))).toBe(true)
    expect(hostMatches('https://*.schultzfasit.dk/*', new URL('https://evilschultzfasit.dk/x'))).toBe(false)
    expect(hostMatches('https://*.schultzfasit.dk/*', new URL('https://schultzfasit.dk.evil.dk/x'))).toBe(false)
    expect(hostMatches('https://*.schultzfasit.dk/*', new URL('http://aarhus.schultzfasit.dk/x'))).toBe(false)
    expect(hostMatches('http://localhost/kobenhavn/*', new URL('http://localhost:5174/kobenhavn/x'))).toBe(true)
    expect(hostMatches('http://localhost:1/*', new URL('http://localhost:2/x'))).toBe(false)
  })
})

describe('fillTemplate', () => {
  it('encodes what it fills in and gives up when something is missing', () => {
    expect(fillTemplate('/borger/{citizen}/sager?sag={case}', { citizen: 'a/../b', case: '1&x=2' })).toBe(
      '/borger/a%2F..%2Fb/sager?sag=1%26x%3D2',
    )
    expect(fillTemplate('/borger/{citizen}', {})).toBeNull()
  })
})
