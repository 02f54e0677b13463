import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authConfig, type AuthConfig } from '#proxy/auth/auth-config.ts'
import { createClaimReader } from '#proxy/auth/read-claims.ts'

function configWith(claims: Partial<AuthConfig['claims']> = {}): AuthConfig {
  return authConfig.parse({
    issuer: 'https://login.example/',
    audience: ['urn:proxy'],
    claims,
    units: [
      { claim: 'group-1', id: 'north', name: 'Nord' },
      { claim: 'group-2', id: 'north', name: 'Nord' },
      { claim: 'group-3', id: 'south', name: 'Syd' },
    ],
    roles: [
      { claim: 'Sag.Bruger', role: 'caseworker' },
      { claim: 'Sag.Leder', role: 'supervisor' },
      { claim: 'Sag.Leder', role: 'caseworker' },
    ],
    municipality: '999',
    pseudonymKeys: [{ id: 'k', secret: { env: 'X' } }],
  })
}

const read = createClaimReader(configWith())
const person = { sub: 'p', exp: 100 }

describe('reading a caller off verified claims', () => {
  it('maps units and roles by the table', () => {
    expect(read({ ...person, unit: 'group-1', roles: ['Sag.Leder'] })).toEqual({
      subject: 'p',
      unit: 'north',
      roles: new Set(['supervisor', 'caseworker']),
      expiresAt: 100_000,
    })
  })

  it('takes two claims of the same unit for one, and two units for none', () => {
    expect(read({ ...person, unit: ['group-1', 'group-2'], roles: 'Sag.Bruger' })).toMatchObject({ unit: 'north' })
    expect(read({ ...person, unit: ['group-1', 'group-3'], roles: 'Sag.Bruger' })).toMatchObject({ unit: '', roles: new Set() })
  })

  it('gives no role to a person without a unit', () => {
    expect(read({ ...person, roles: ['Sag.Bruger'] })).toMatchObject({ unit: '', roles: new Set() })
  })

  it('tells nobody from a subject that is not a text', () => {
    for (const sub of ['', 'x'.repeat(256), 7, null, ['p'], { p: 1 }])
      expect(read({ ...person, sub: sub as string, unit: 'group-1', roles: ['Sag.Bruger'] })).toBeNull()
  })

  it('follows a JSON pointer into nested claims, and takes other names as they stand', () => {
    const nested = createClaimReader(configWith({ roles: '/realm_access/roles', unit: 'https://kommune.example/unit' }))
    const claims = { ...person, realm_access: { roles: ['Sag.Bruger'] }, 'https://kommune.example/unit': 'group-3' }
    expect(nested(claims)).toMatchObject({ unit: 'south', roles: new Set(['caseworker']) })
    expect(
      createClaimReader(configWith({ roles: '/a~1b/c~0d' }))({ ...person, unit: 'group-3', 'a/b': { 'c~d': 'Sag.Bruger' } }),
    ).toMatchObject({
      roles: new Set(['caseworker']),
    })
  })

  it('gives a role for nothing but the exact text', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const texts = (Array.isArray(value) ? value : [value]).filter((item) => item === 'Sag.Bruger' || item === 'Sag.Leder')
        const caller = read({ ...person, unit: 'group-1', roles: value })
        expect((caller?.roles.size ?? 0) > 0).toBe(texts.length > 0)
      }),
    )
  })
})
