import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authConfig } from '#proxy/auth/auth-config.ts'
import type { SignIn } from '#proxy/auth/caller.ts'
import { createSignIn } from '#proxy/auth/sign-in.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Store } from '#proxy/store/store.ts'
import { startKeyIssuer, type KeyIssuer } from '../support/key-issuer.ts'
import { newKey } from '../support/make-token.ts'
import { STORE_KINDS, testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())

describe.each(STORE_KINDS)('sign-in on %s', { timeout: 30_000 }, (kind) => {
  let issuer: KeyIssuer
  let store: Store
  const opened: SignIn[] = []
  const metrics = createMetrics()
  beforeAll(async () => {
    issuer = await startKeyIssuer()
    store = await stores.open(kind)
  }, 60_000)
  afterAll(async () => {
    await Promise.all(opened.map((signIn) => signIn.close()))
    await issuer.close()
  })

  function replica(own: object = {}): SignIn {
    const signIn = createSignIn(authConfig.parse({ ...issuer.config, ...own }), {
      now: Date.now,
      log: () => {},
      metrics,
      store,
      pollMs: 50,
    })
    opened.push(signIn)
    return signIn
  }
  const reasons = async () => Object.fromEntries((await metrics.signIns.get()).values.map(({ labels, value }) => [labels.reason, value]))

  it('gives the same caller for the same token, verified once', async () => {
    const signIn = replica()
    const header = `Bearer ${issuer.token({ subject: 'a', roles: ['supervisor'] })}`
    const callers = await Promise.all(Array.from({ length: 50 }, () => signIn.verify(header)))
    expect(callers[0]).toMatchObject({ subject: 'a', unit: 'north', roles: new Set(['supervisor']) })
    expect(new Set(callers).size).toBe(1)
    expect(await signIn.verify(header)).toBe(callers[0])
  })

  it('does not take a token for another that begins alike', async () => {
    const signIn = replica()
    const token = issuer.token({ subject: 'a' })
    await signIn.verify(`Bearer ${token}`)
    const [head = '', , signature = ''] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ sub: 'root', roles: ['administrator'] })).toString('base64url')
    expect(await signIn.verify(`Bearer ${head}.${forged}.${signature}`)).toBeNull()
  })

  it('lets nobody in on a token that ran out while it was remembered', async () => {
    let now = Date.now()
    const signIn = createSignIn(authConfig.parse(issuer.config), { now: () => now, log: () => {}, metrics, store })
    opened.push(signIn)
    const header = `Bearer ${issuer.token({ seconds: 60 })}`
    expect(await signIn.verify(header)).not.toBeNull()
    now += 80_000
    expect(await signIn.verify(header)).not.toBeNull()
    now += 11_000
    expect(await signIn.verify(header)).toBeNull()
  })

  it('refuses a signed-out token at once here, soon at another replica, and at one that starts later', async () => {
    const [here, there] = [replica(), replica()]
    const header = `Bearer ${issuer.token({ subject: 'leaving' })}`
    const other = `Bearer ${issuer.token({ subject: 'staying' })}`
    for (const signIn of [here, there]) expect(await signIn.verify(header)).not.toBeNull()
    await here.revoke(header)
    expect(await here.verify(header)).toBeNull()
    await expect.poll(() => there.verify(header)).toBeNull()
    expect(await replica().verify(header)).toBeNull()
    for (const signIn of [here, there]) expect(await signIn.verify(other)).not.toBeNull()
    expect((await reasons())['revoked']).toBeGreaterThan(1)
  })

  it('refuses a signed-out token also when its signature is written in another way', async () => {
    const signIn = replica()
    const token = issuer.token({ subject: 'twisted' })
    await signIn.revoke(`Bearer ${token}`)
    // The last letter of 256 bytes in base64url has four bits that mean nothing.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = alphabet.indexOf(token.at(-1) ?? 'A')
    for (let bits = 0; bits < 16; bits += 1) {
      const twin = token.slice(0, -1) + (alphabet[(last & 0b110000) | bits] ?? '')
      expect(await signIn.verify(`Bearer ${twin}`)).toBeNull()
    }
  })

  it('does not let a token that was never good fill the list of signed-out ones', async () => {
    const signIn = replica()
    await signIn.revoke(`Bearer ${issuer.token({ key: newKey() })}`)
    await signIn.revoke('Bearer x')
    const rows = await store.query('SELECT token_id FROM auth_revocation')
    expect(rows.length).toBeLessThanOrEqual(2)
  })

  it('takes a key set with keys it cannot use, and only the usable ones', async () => {
    const weak = newKey('RS256', 'weak', 1024)
    const good = newKey('ES256', 'good')
    issuer.keys = [weak, newKey('ES384', 'other-curve'), newKey('EdDSA', 'other-kind'), good]
    const signIn = replica()
    expect(await signIn.verify(`Bearer ${issuer.token({ key: good })}`)).not.toBeNull()
    expect(await signIn.verify(`Bearer ${issuer.token({ key: weak })}`)).toBeNull()
    issuer.keys = [newKey()]
  })

  it('asks for the scope when one is configured', async () => {
    const signIn = replica({ scope: 'sag.bruger' })
    const verify = (claims: object) => signIn.verify(`Bearer ${issuer.token({ claims: { ...claims } })}`)
    expect(await verify({ scope: 'openid sag.bruger' })).not.toBeNull()
    expect(await verify({ scp: 'sag.bruger' })).not.toBeNull()
    for (const claims of [{}, { scope: 'sag.bruger2' }, { scope: ['sag.bruger'] }, { scp: 'Sag.bruger' }])
      expect(await verify(claims)).toBeNull()
  })

  it("takes Entra's type of token only when configured", async () => {
    const token = `Bearer ${issuer.token({ header: { typ: 'JWT' } })}`
    expect(await replica().verify(token)).toBeNull()
    expect(await replica({ tokenTypes: ['JWT'] }).verify(token)).not.toBeNull()
  })
})

describe('an issuer that cannot be trusted or reached', { timeout: 30_000 }, () => {
  let store: Store
  beforeAll(async () => {
    store = await stores.open('pglite')
  }, 60_000)
  it.each([
    ['is away', 'down'],
    ['answers with an error', { status: 500 }],
    ['leads elsewhere', { status: 302 }],
    ['answers with something else', { text: '<html>' }],
    ['answers without end', { text: `{"keys":["${'x'.repeat(700_000)}"]}` }],
  ] as const)('%s: nobody is let in, and the replica is not ready', async (_what, mood) => {
    const issuer = await startKeyIssuer()
    issuer.mood = mood
    const signIn = createSignIn(authConfig.parse(issuer.config), {
      now: Date.now,
      log: () => {},
      metrics: createMetrics(),
      store,
    })
    expect(await signIn.verify(`Bearer ${issuer.token()}`)).toBeNull()
    expect(signIn.ready()).toBe(false)
    issuer.mood = 'up'
    await expect.poll(() => signIn.verify(`Bearer ${issuer.token()}`), { timeout: 20_000 }).not.toBeNull()
    await signIn.close()
    await issuer.close()
  })

  it('is not believed when its own document names another issuer, or keys elsewhere', async () => {
    const issuer = await startKeyIssuer()
    const other = { ...issuer.config, issuer: issuer.issuer.replace('/tenant/', '/other/') }
    const signIn = createSignIn(authConfig.parse(other), {
      now: Date.now,
      log: () => {},
      metrics: createMetrics(),
      store,
    })
    expect(await signIn.verify(`Bearer ${issuer.token({ claims: { iss: other.issuer } })}`)).toBeNull()
    expect(issuer.fetches).toHaveLength(0)
    await signIn.close()
    await issuer.close()
  })
})
