import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { meAnswer } from '#proxy/contract/me.ts'
import { startKeyIssuer, type KeyIssuer } from '../support/key-issuer.ts'
import { startProxy, type ProxyProcess } from '../support/start-proxy.ts'
import { testStores } from '../support/stores.ts'

describe('/v1/me and /v1/sign-out', () => {
  const stores = testStores()
  let issuer: KeyIssuer
  let proxy: ProxyProcess
  beforeAll(async () => {
    issuer = await startKeyIssuer()
    const env = { SAGSHJAELP_TEST_PSEUDONYM_SECRET: 'only-for-tests-and-long-enough-to-be-taken' }
    proxy = await startProxy({ config: { auth: issuer.config, store: await stores.config('pglite') }, env })
    await vi.waitFor(async () => expect((await fetch(`${proxy.url}/readyz`)).status).toBe(200), { timeout: 20_000, interval: 100 })
  }, 60_000)
  afterAll(async () => {
    await proxy.close()
    await issuer.close()
    await stores.close()
  })
  const ask = (token: string, path = '/v1/me', init: RequestInit = {}) =>
    fetch(`${proxy.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })

  it('says who the caller is here, with a key that no cache may keep', async () => {
    const answer = await ask(issuer.token({ unit: 'unit-south', roles: ['caseworker', 'supervisor'] }))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const me = meAnswer.parse(await answer.json())
    expect(me).toMatchObject({ municipality: '999', unit: { id: 'south', name: 'Enhed south' }, roles: ['caseworker', 'supervisor'] })
    expect(Buffer.from(me.pseudonym.key, 'base64url')).toHaveLength(32)
    expect(me.expiresAt - Date.now()).toBeGreaterThan(500_000)
  })

  it('tells a stranger from a person without a role', async () => {
    expect((await fetch(`${proxy.url}/v1/me`)).status).toBe(401)
    expect((await ask('a.b.c')).status).toBe(401)
    const answer = await ask(issuer.token({ roles: [] }))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: { code: 'not-allowed' } })
    expect((await ask(issuer.token({ unit: 'unit-west' }))).status).toBe(403)
  })

  it('refuses a page that has got hold of a token', async () => {
    const token = issuer.token()
    expect((await ask(token, '/v1/me', { headers: { origin: 'https://attacker.example' } })).status).toBe(403)
    expect((await ask(token, '/v1/me', { headers: { origin: `chrome-extension://${'b'.repeat(32)}` } })).status).toBe(200)
  })

  it('signs out: the token is refused from then on, and another one of the same person is not', async () => {
    const [token, other] = [issuer.token({ claims: { jti: '1' } }), issuer.token({ claims: { jti: '2' } })]
    const answer = await ask(token, '/v1/sign-out', { method: 'POST' })
    expect([answer.status, await answer.json()]).toEqual([200, { signedOut: true }])
    expect((await ask(token)).status).toBe(401)
    expect((await ask(token, '/v1/sign-out', { method: 'POST' })).status).toBe(401)
    expect((await ask(other)).status).toBe(200)
  })
})
