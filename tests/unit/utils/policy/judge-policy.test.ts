import { describe, expect, it } from 'vitest'
import { allowedHosts, featureOn, isOn, judgePolicy, proxyBase, signInTarget, type BuildLimits } from '#utils/policy/judge-policy.ts'
import { managedSchema, policyTable } from '#utils/policy/managed-schema.ts'
import { POLICY_KEY_NAMES } from '#utils/policy/policy-keys.ts'

const signIn = { issuer: 'https://login.kommune.dk/org', clientId: 'abc', scopes: ['openid'], resource: null }
const loose: BuildLimits = {
  fasitHosts: ['https://*.kommune.dk/*'],
  proxyOrigin: 'https://proxy.kommune.dk',
  requiresPolicy: false,
  signIn,
}
const strict: BuildLimits = { ...loose, requiresPolicy: true }
const good = { municipality: 'Øvelse Kommune', fasitHosts: ['https://fasit.kommune.dk/*'] }

const faults = (raw: Record<string, unknown>, limits = strict) => {
  const state = judgePolicy(raw, limits)
  return state.kind === 'invalid' ? state.keys.map(({ key, why }) => `${key}: ${why}`) : []
}

describe('the policy', () => {
  it('is not needed where the build does not require it, and off where it does', () => {
    expect(judgePolicy({}, loose)).toEqual({ kind: 'none' })
    expect(allowedHosts(judgePolicy({}, loose), loose)).toEqual(loose.fasitHosts)
    expect(faults({})).toEqual(['municipality: missing', 'fasitHosts: missing'])
    expect(allowedHosts(judgePolicy({}, strict), strict)).toEqual([])
  })

  it('narrows hosts and never widens them', () => {
    expect(allowedHosts(judgePolicy(good, strict), strict)).toEqual(['https://fasit.kommune.dk/*'])
    expect(faults({ ...good, fasitHosts: ['https://fasit.kommune.dk/*', 'https://andet.dk/*'] })).toEqual(['fasitHosts: outside-build'])
    expect(faults({ ...good, fasitHosts: [] })).toEqual(['fasitHosts: unreadable'])
  })

  it.each([
    ['municipality', [' ', 7, 'x'.repeat(81)]],
    ['fasitHosts', ['https://fasit.kommune.dk/*', ['<all_urls>'], [null], ['javascript://x/*']]],
    ['siteProfile', ['{', '[]', '{"id":"x"}', 'javascript:alert(1)']],
    ['rulesOff', ['a', ['A rule'], [1]]],
    ['rulesLocked', [{ a: 1 }, ['../x']]],
    ['features', ['all', { overlay: 'yes' }, { unknown: true }]],
    ['proxyUrl', ['javascript:alert(1)', 'http://proxy.kommune.dk', 'https://proxy.kommune.dk@evil.dk', 'https://proxy.kommune.dk/?x', 1]],
    ['signInIssuer', ['javascript:alert(1)', 'http://login.kommune.dk/org', 'https://login.kommune.dk@evil.dk', 7]],
    ['signInClientId', ['', ' ', 'x'.repeat(201), 7]],
    ['closingDays', [['2026-02-30'], ['i morgen'], '2026-12-24']],
  ])('is off when %s cannot be used', (key, values) => {
    for (const value of values) {
      expect(faults({ ...good, [key]: value }), JSON.stringify(value)).toEqual([`${key}: unreadable`])
      expect(isOn(judgePolicy({ [key]: value }, loose)), JSON.stringify(value)).toBe(false)
    }
  })

  it('knows each key by its exact name', () => {
    expect(faults({ ...good, FasitHosts: ['https://fasit.kommune.dk/*'] })).toEqual(['FasitHosts: unknown-key'])
    expect(faults(JSON.parse('{"__proto__": {}, "municipality": "x", "fasitHosts": ["https://fasit.kommune.dk/*"]}'))).toEqual([
      '__proto__: unknown-key',
    ])
  })

  it('holds the proxy to the address the build knows', () => {
    const at = (proxyUrl: string) => proxyBase(judgePolicy({ ...good, proxyUrl }, strict), strict)
    expect(proxyBase(judgePolicy(good, strict), strict)).toBe('https://proxy.kommune.dk')
    expect(at('https://proxy.kommune.dk/fasit/')).toBe('https://proxy.kommune.dk/fasit')
    expect(at('')).toBeNull()
    expect(faults({ ...good, proxyUrl: 'https://andet.dk' })).toEqual(['proxyUrl: outside-build'])
  })

  it('holds sign-in to the issuer the build knows, or a narrower one on it', () => {
    const at = (policy: Record<string, unknown>) => signInTarget(judgePolicy({ ...good, ...policy }, strict), strict)
    expect(at({})).toEqual(signIn)
    expect(at({ signInIssuer: 'https://login.kommune.dk/org/jobcenter', signInClientId: 'def' })).toEqual({
      ...signIn,
      issuer: 'https://login.kommune.dk/org/jobcenter',
      clientId: 'def',
    })
    expect(at({ signInIssuer: '' })).toBeNull()
    // Without a proxy there is nothing to sign in for.
    expect(at({ proxyUrl: '' })).toBeNull()
    const outside = [
      'https://andet.dk/org',
      'https://login.kommune.dk',
      'https://login.kommune.dk/org2',
      'https://login.kommune.dk/org/../x',
    ]
    for (const signInIssuer of outside) expect(faults({ ...good, signInIssuer }), signInIssuer).toEqual(['signInIssuer: outside-build'])
    expect(faults({ ...good, signInIssuer: signIn.issuer }, { ...strict, signIn: null })).toEqual(['signInIssuer: outside-build'])
  })

  it('leaves a feature on unless it is turned off, and everything off when the policy is invalid', () => {
    const state = judgePolicy({ ...good, features: { bar: false } }, strict)
    expect([featureOn(state, 'bar'), featureOn(state, 'overlay')]).toEqual([false, true])
    expect(featureOn(judgePolicy({}, strict), 'overlay')).toBe(false)
    expect(featureOn({ kind: 'waiting' }, 'overlay')).toBe(false)
  })

  it('is one schema: the browser schema and the table name every key', () => {
    expect(Object.keys((managedSchema() as { properties: object }).properties)).toEqual([...POLICY_KEY_NAMES])
    for (const key of POLICY_KEY_NAMES) expect(policyTable()).toContain(`| \`${key}\` |`)
  })
})
