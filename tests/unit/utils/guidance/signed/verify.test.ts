import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seal, type Signer } from '#utils/guidance/signed/envelope.ts'
import { MAX_PACK_LENGTH } from '#utils/guidance/signed/pack-payload.ts'
import { verifyPack, type PackExpectation } from '#utils/guidance/signed/verify-pack.ts'
import { verifySwitches, type SwitchesExpectation } from '#utils/guidance/signed/verify-switches.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')

function newSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { key: publicKey.export({ format: 'jwk' }).x ?? '', sign: (bytes) => sign(null, bytes, privateKey) }
}

const publisher = newSigner()
const next = newSigner()
const municipality = newSigner()

const pack = { format: 1, id: 'p', version: '1', title: 'P', rules: [] }
const packPayload = (over: Readonly<Record<string, unknown>> = {}) => ({
  pack,
  serial: 3,
  tenant: null,
  validFrom: '2026-11-01T00:00:00Z',
  expires: '2027-01-01T00:00:00Z',
  minAppVersion: '0.2.0',
  ...over,
})
const packExpectation = (over: Partial<PackExpectation> = {}): PackExpectation => ({
  kind: 'rule-pack',
  keys: [publisher.key],
  tenant: '751',
  appVersion: '0.2.0',
  now: NOW,
  newest: {},
  ...over,
})
const codeOf = async (text: string, over: Partial<PackExpectation> = {}) => {
  const verdict = await verifyPack(text, packExpectation(over))
  return verdict.ok ? 'accept' : verdict.code
}

describe('a signed pack', () => {
  it('comes back with what it says of itself and its own text', async () => {
    const text = seal('rule-pack', packPayload(), publisher)
    expect(await verifyPack(text, packExpectation())).toEqual({
      ok: true,
      verified: {
        pack,
        serial: 3,
        validFrom: '2026-11-01T00:00:00Z',
        expires: '2027-01-01T00:00:00Z',
        tenant: null,
        key: publisher.key,
        text,
      },
    })
  })

  it('is accepted from either of two pinned keys while they change over, and from none when none is pinned', async () => {
    const text = seal('rule-pack', packPayload(), next)
    expect(await codeOf(text)).toBe('unknown-key')
    expect(await codeOf(text, { keys: [publisher.key, next.key] })).toBe('accept')
    expect(await codeOf(text, { keys: [next.key] })).toBe('accept')
    expect(await codeOf(text, { keys: [] })).toBe('unknown-key')
  })

  it('is held against its dates, to the second', async () => {
    const text = seal('rule-pack', packPayload({ validFrom: '2026-11-24T12:00:00Z', expires: '2026-11-24T12:00:10Z' }), publisher)
    expect(await Promise.all([-1, 0, 9_999, 10_000].map(async (ms) => codeOf(text, { now: NOW + ms })))).toEqual([
      'not-yet-valid',
      'accept',
      'accept',
      'expired',
    ])
  })

  it('may come again, and may not go back', async () => {
    const text = seal('rule-pack', packPayload(), publisher)
    expect(await Promise.all([2, 3, 4].map(async (serial) => codeOf(text, { newest: { p: serial } })))).toEqual([
      'accept',
      'accept',
      'downgrade',
    ])
    expect(await codeOf(text, { newest: { other: 9 } })).toBe('accept')
  })

  it('is refused by a build that is too old, and not asked where there is none', async () => {
    const text = seal('rule-pack', packPayload(), publisher)
    expect(await codeOf(text, { appVersion: '0.1.9' })).toBe('app-too-old')
    expect(await codeOf(text, { appVersion: null })).toBe('accept')
  })

  it('is for one municipality or for all; own rules are for one', async () => {
    expect(await codeOf(seal('rule-pack', packPayload({ tenant: '751' }), publisher))).toBe('accept')
    expect(await codeOf(seal('rule-pack', packPayload({ tenant: '751' }), publisher), { tenant: null })).toBe('other-tenant')
    const own = { kind: 'local-rules', keys: [municipality.key] } as const
    expect(await codeOf(seal('local-rules', packPayload({ tenant: '751' }), municipality), own)).toBe('accept')
    expect(await codeOf(seal('local-rules', packPayload(), municipality), { ...own, tenant: null })).toBe('other-tenant')
  })

  it('is not read at all when it is longer than any pack', async () => {
    expect(await codeOf('x'.repeat(MAX_PACK_LENGTH + 1))).toBe('too-large')
  })

  it('is refused when its signature or a pinned key is not spelt right', async () => {
    const text = seal('rule-pack', packPayload(), publisher)
    expect(await codeOf(text.replace(/"signature":"./, '"signature":"!'))).toBe('wrong-envelope')
    const odd = '!'.repeat(43)
    expect(await codeOf(text.replace(publisher.key, odd), { keys: [odd] })).toBe('wrong-envelope')
  })

  it('cannot be signed over what JSON cannot hold', () => {
    expect(() => seal('rule-pack', { a: Number.NaN }, publisher)).toThrow('not-json')
  })

  it('is checked by the verifier that is handed in', async () => {
    const text = seal('rule-pack', packPayload(), publisher)
    const says = (answer: boolean) => ({ importKey: crypto.subtle.importKey.bind(crypto.subtle), verify: async () => answer })
    expect((await verifyPack(text, packExpectation(), says(false))).ok).toBe(false)
    expect((await verifyPack(text, packExpectation(), says(true))).ok).toBe(true)
  })
})

describe('signed switches', () => {
  const payload = (over: Readonly<Record<string, unknown>> = {}) => ({
    tenant: '751',
    unit: 'nord',
    serial: 5,
    issued: '2026-11-24T12:00:00Z',
    expires: '2026-12-01T12:00:00Z',
    locked: [],
    off: [],
    packs: [],
    ...over,
  })
  const expectation = (over: Partial<SwitchesExpectation> = {}): SwitchesExpectation => ({
    keys: [municipality.key],
    tenant: '751',
    unit: 'nord',
    now: NOW,
    previous: null,
    ...over,
  })
  const switchesCode = async (over: Readonly<Record<string, unknown>>, expected: Partial<SwitchesExpectation> = {}) => {
    const verdict = await verifySwitches(seal('switches', payload(over), municipality), expectation(expected))
    return verdict.ok ? 'accept' : verdict.code
  }

  it.each([
    [{}, 'accept'],
    [{ tenant: '101' }, 'other-tenant'],
    [{ unit: 'syd' }, 'other-unit'],
    [{ issued: '2026-11-24T12:10:00Z' }, 'accept'],
    [{ issued: '2026-11-24T12:10:01Z' }, 'not-yet-valid'],
    [{ expires: '2026-11-24T12:00:00Z' }, 'expired'],
    [{ serial: -1 }, 'wrong-content'],
    [{ extra: 1 }, 'wrong-content'],
    [{ locked: ['anything'] }, 'wrong-content'],
  ])('%o: %s', async (over, code) => {
    expect(await switchesCode(over)).toBe(code)
  })

  it.each([
    [{ serial: 5, issued: '2026-11-24T12:00:00Z' }, 'accept'],
    [{ serial: 6, issued: '2026-11-24T11:00:00Z' }, 'downgrade'],
    [{ serial: 5, issued: '2026-11-24T14:00:00Z' }, 'accept'],
    [{ serial: 4, issued: '2026-11-24T14:00:01Z' }, 'downgrade'],
  ])('after %o: %s', async (previous, code) => {
    expect(await switchesCode({}, { previous })).toBe(code)
  })

  it('must be signed by the municipality', async () => {
    const verdict = await verifySwitches(seal('switches', payload(), publisher), expectation())
    expect(verdict).toEqual({ ok: false, code: 'unknown-key' })
  })
})
