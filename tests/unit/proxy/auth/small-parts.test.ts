import { describe, expect, it } from 'vitest'
import { authConfig } from '#proxy/auth/auth-config.ts'
import { createOriginCheck } from '#proxy/auth/origins.ts'
import { createPseudonyms } from '#proxy/auth/pseudonym.ts'
import { TokenCache, type KnownToken } from '#proxy/auth/token-cache.ts'

const known = (validUntil: number): KnownToken => ({ answer: Promise.reject(new Error('not asked')), validUntil, revocationId: '' })
function quiet(validUntil: number): KnownToken {
  const token = known(validUntil)
  token.answer.catch(() => null)
  return token
}

const base = {
  issuer: 'https://login.example/',
  audience: ['urn:proxy'],
  units: [{ claim: 'a', id: 'north', name: 'Nord' }],
  roles: [{ claim: 'b', role: 'caseworker' as const }],
  municipality: '999',
  pseudonymKeys: [
    { id: '2027-1', secret: { env: 'NEW' } },
    { id: '2026-1', secret: { env: 'OLD' } },
  ],
}
const env = { NEW: 'n'.repeat(32), OLD: 'o'.repeat(32) }

describe('the memory of verified tokens', () => {
  it('forgets the longest unused when it is full', () => {
    const cache = new TokenCache(2)
    for (const id of ['a', 'b']) cache.set(id, quiet(10))
    cache.get('a', 0)
    cache.set('c', quiet(10))
    expect([cache.get('a', 0), cache.get('b', 0), cache.get('c', 0)].map((found) => found !== null)).toEqual([true, false, true])
    expect(cache.size).toBe(2)
  })

  it('holds no token that has run out', () => {
    const cache = new TokenCache(2)
    cache.set('a', quiet(10))
    expect(cache.get('a', 9)).not.toBeNull()
    expect(cache.get('a', 10)).toBeNull()
    expect(cache.size).toBe(0)
  })
})

describe('the origin check', () => {
  it('takes the named extensions and nothing that looks like them', () => {
    const id = 'b'.repeat(32)
    const isOurs = createOriginCheck([`chrome-extension://${id}`])
    expect(isOurs(`chrome-extension://${id}`)).toBe(true)
    for (const origin of [
      `chrome-extension://${id}/`,
      `chrome-extension://${'c'.repeat(32)}`,
      `https://${id}`,
      'null',
      '',
      `CHROME-EXTENSION://${id}`,
    ])
      expect(isOurs(origin)).toBe(false)
  })

  it('takes every extension of a kind only when told so', () => {
    const isOurs = createOriginCheck(['moz-extension://*'])
    expect(isOurs('moz-extension://8c0d4a5e-0000-4000-8000-000000000000')).toBe(true)
    expect(isOurs(`chrome-extension://${'b'.repeat(32)}`)).toBe(false)
  })
})

describe('the pseudonym keys', () => {
  it('are the same in every replica, and others for another municipality, secret or key id', () => {
    const key = (own: object, vars = env) => createPseudonyms(authConfig.parse({ ...base, ...own }), vars).current('north').key
    const usual = key({})
    expect(Buffer.from(usual, 'base64url')).toHaveLength(32)
    expect(key({})).toBe(usual)
    const others = [
      key({ municipality: '998' }),
      key({}, { ...env, NEW: 'm'.repeat(32) }),
      key({ pseudonymKeys: [{ id: 'x', secret: { env: 'NEW' } }] }),
    ]
    expect(new Set([usual, ...others]).size).toBe(4)
  })

  it('differ between units only when they shall', () => {
    const of = (scope: 'municipality' | 'unit') => createPseudonyms(authConfig.parse({ ...base, pseudonymScope: scope }), env)
    expect(of('municipality').current('north')).toEqual(of('municipality').current('south'))
    expect(of('unit').current('north').key).not.toBe(of('unit').current('south').key)
  })

  it('name the present one first and keep the former', () => {
    const all = createPseudonyms(authConfig.parse(base), env).all('north')
    expect(all.map(({ keyId }) => keyId)).toEqual(['2027-1', '2026-1'])
  })

  it('refuse a secret that is missing or short, without showing it', () => {
    expect(() => createPseudonyms(authConfig.parse(base), { ...env, OLD: 'kort' })).toThrow('2026-1')
    expect(() => createPseudonyms(authConfig.parse(base), { ...env, OLD: 'kort' })).not.toThrow('kort')
    expect(() => createPseudonyms(authConfig.parse(base), { NEW: env.NEW })).toThrow('OLD')
  })
})

describe('the configuration of sign-in', () => {
  it.each([
    ['an issuer in clear text', { issuer: 'http://login.example/' }],
    ['keys in clear text', { jwksUri: 'http://login.example/keys' }],
    ['an issuer that is no address', { issuer: 'login.example' }],
    ['no audience', { audience: [] }],
    ['another algorithm', { algorithms: ['HS256'] }],
    ['a skew of more than a minute', { clockSkewSeconds: 61 }],
    ['tokens that live more than an hour', { maxLifetimeMinutes: 61 }],
    ['any origin', { extensionOrigins: ['*'] }],
    ['a page as origin', { extensionOrigins: ['https://kommune.example'] }],
    ['a claim value that is two units', { units: [...base.units, { claim: 'a', id: 'south', name: 'Syd' }] }],
    ['an unknown role', { roles: [{ claim: 'b', role: 'root' }] }],
    ['a secret in the configuration', { pseudonymKeys: [{ id: 'x', secret: 'hemmeligt' }] }],
    ['a field nobody knows', { trustAll: true }],
  ])('refuses %s', (_what, own) => {
    expect(authConfig.safeParse({ ...base, ...own }).success).toBe(false)
    expect(authConfig.safeParse(base).success).toBe(true)
  })
})
