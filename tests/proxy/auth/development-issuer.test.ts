import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authConfig } from '#proxy/auth/auth-config.ts'
import type { SignIn } from '#proxy/auth/caller.ts'
import { DEVELOPMENT_CLIENT } from '#proxy/auth/development-auth.ts'
import { DEVELOPMENT_PEOPLE } from '#proxy/auth/development-people.ts'
import { createSignIn } from '#proxy/auth/sign-in.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import { startIssuer, type Issuer } from '../support/issuer.ts'
import { testStores } from '../support/stores.ts'

describe('the development issuer, a real OpenID Connect server', () => {
  const stores = testStores()
  let issuer: Issuer
  let signIn: SignIn
  beforeAll(async () => {
    issuer = await startIssuer()
    signIn = createSignIn(authConfig.parse(issuer.config), {
      now: Date.now,
      log: () => {},
      metrics: createMetrics(),
      store: await stores.open('pglite'),
    })
  }, 30_000)
  afterAll(async () => {
    await signIn.close()
    await issuer.close()
    await stores.close()
  })

  it('signs each of its people in by code and PKCE, with their unit and roles', async () => {
    for (const person of DEVELOPMENT_PEOPLE) {
      const { access_token: token } = await issuer.signIn(person.id)
      const caller = await signIn.verify(`Bearer ${token}`, `chrome-extension://${'c'.repeat(32)}`)
      expect(caller).toMatchObject({ subject: person.id, unit: person.unit, roles: new Set(person.roles) })
    }
  })

  it('gives identity tokens that the proxy does not take for access', async () => {
    const { id_token: token } = await issuer.signIn('administrator.jobcenter-nord')
    expect(await signIn.verify(`Bearer ${token}`)).toBeNull()
  })

  it('renews with a refresh token once, and not twice with the same', async () => {
    const first = await issuer.signIn('sagsbehandler.jobcenter-syd')
    const second = await issuer.refresh(first.refresh_token)
    expect(await signIn.verify(`Bearer ${second.access_token}`)).toMatchObject({ unit: 'jobcenter-syd' })
    await expect(issuer.refresh(first.refresh_token)).rejects.toThrow('400')
  })

  it('takes a refresh token back when its owner signs out', async () => {
    const { refresh_token: token } = await issuer.signIn('leder.jobcenter-nord')
    const body = new URLSearchParams({ client_id: DEVELOPMENT_CLIENT, token, token_type_hint: 'refresh_token' })
    expect((await fetch(`${issuer.issuer}/token/revocation`, { method: 'POST', body })).status).toBe(200)
    await expect(issuer.refresh(token)).rejects.toThrow('400')
  })

  it("sends nobody to an address that is not an extension's own", async () => {
    const query = {
      client_id: DEVELOPMENT_CLIENT,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    }
    for (const redirect of [
      'https://example.org/',
      `https://${'b'.repeat(32)}.chromiumapp.org.example.org/`,
      `http://${'b'.repeat(32)}.chromiumapp.org/`,
    ]) {
      const answer = await fetch(`${issuer.issuer}/auth?${new URLSearchParams({ ...query, redirect_uri: redirect })}`, {
        redirect: 'manual',
      })
      expect(answer.headers.get('location')).toBeNull()
      expect(answer.status).toBe(400)
    }
  })

  it('gives no code without PKCE', async () => {
    const query = {
      client_id: DEVELOPMENT_CLIENT,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `https://${'b'.repeat(32)}.chromiumapp.org/`,
    }
    const answer = await fetch(`${issuer.issuer}/auth?${new URLSearchParams(query)}`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toContain('error=invalid_request')
  })

  it('answers to its own address only', async () => {
    const { port } = new URL(issuer.issuer)
    const answer = await fetch(`http://localhost:${port}/.well-known/openid-configuration`).catch(() => null)
    expect(answer === null || answer.status === 403).toBe(true)
  })
})
