import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshToken } from '#utils/sign-in/fresh-token.ts'
import { signIn } from '#utils/sign-in/sign-in.ts'
import { signOut } from '#utils/sign-in/sign-out.ts'
import { withToken } from '#utils/sign-in/with-token.ts'
import { AppError } from '#utils/domain/app-error.ts'
import { startIssuer, type Issuer } from '../support/issuer.ts'
import { memoryItem, personAt, REDIRECT, worldAt } from './support.ts'

// The extension's sign-in against a real OpenID Connect server.

const PERSON = 'sagsbehandler.jobcenter-nord'
const HALF_HOUR = 30 * 60_000
let issuer: Issuer

beforeAll(async () => {
  issuer = await startIssuer()
}, 60_000)
afterAll(async () => issuer.close())

const at = (change: Parameters<typeof worldAt>[1]['change'] = {}) => worldAt(issuer.issuer, { person: PERSON, change })

describe('signing in', () => {
  it('gives tokens, and the name the issuer knows', async () => {
    const { world } = at()
    await signIn(world)
    const kept = await world.kept.get()
    expect(kept).toMatchObject({
      subject: PERSON,
      name: 'Sagsbehandler, Jobcenter Nord (øvelse)',
      clientId: world.target.clientId,
      me: null,
    })
    expect(kept?.refreshToken).toBeTruthy()
    expect((kept?.expiresAt ?? 0) - Date.now()).toBeGreaterThan(25 * 60_000)
  })

  it('opens one window however many ask', async () => {
    let windows = 0
    const walk = personAt(PERSON)
    const { world } = at({
      openWindow: async (url, interactive) => {
        windows += 1
        return walk(url, interactive)
      },
    })
    await Promise.all([signIn(world), signIn(world), signIn(world)])
    expect(windows).toBe(1)
  })

  const twisted = (twist: (url: URL, asked: URL) => string | URL) => ({
    openWindow: async (address: string, interactive: boolean) =>
      String(twist(new URL(await personAt(PERSON)(address, interactive)), new URL(address))),
  })
  const set = (name: string, value: string | null) => (url: URL) => {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
    return url
  }

  it.each([
    ['another state', set('state', 'x'.repeat(43)), 'sign-in-failed'],
    ['no state', set('state', null), 'sign-in-failed'],
    ['another issuer', set('iss', 'https://evil.example'), 'sign-in-failed'],
    ['no issuer', set('iss', null), 'sign-in-failed'],
    ['a code that is not', set('code', 'x'.repeat(43)), 'sign-in-failed'],
    ['no code', set('code', null), 'sign-in-failed'],
    ['a tail on the address', (url: URL) => String(url).replace('chromiumapp.org/?', 'chromiumapp.org/x?'), 'sign-in-failed'],
    ['another extension’s address', (url: URL) => String(url).replace('b'.repeat(32), 'c'.repeat(32)), 'sign-in-failed'],
    ['a fragment', (url: URL) => `${String(url)}#code=y`, 'sign-in-failed'],
    [
      'the user’s no',
      (url: URL) => `${REDIRECT}?error=access_denied&state=${url.searchParams.get('state')}&iss=${issuer.issuer}`,
      'sign-in-cancelled',
    ],
  ])('refuses an answer with %s', async (_what, twist, code) => {
    const { world } = at(twisted(twist))
    await expect(signIn(world)).rejects.toMatchObject({ code })
    expect(await world.kept.get()).toBeNull()
  })

  it('refuses an ID token with another nonce', async () => {
    const walk = personAt(PERSON)
    const { world } = at({ openWindow: async (url, i) => walk(url.replace(/nonce=[^&]+/, 'nonce=somebody-elses'), i) })
    await expect(signIn(world)).rejects.toMatchObject({ code: 'sign-in-failed' })
  })

  it('refuses a code that was asked for with another challenge', async () => {
    const walk = personAt(PERSON)
    const { world } = at({ openWindow: async (url, i) => walk(url.replace(/code_challenge=[^&]+/, `code_challenge=${'A'.repeat(43)}`), i) })
    await expect(signIn(world)).rejects.toMatchObject({ code: 'sign-in-failed' })
  })

  it('is cancelled when the window is closed', async () => {
    const { world } = at({ openWindow: async () => Promise.reject(new Error('The user did not approve access.')) })
    await expect(signIn(world)).rejects.toMatchObject({ code: 'sign-in-cancelled' })
  })

  it('says that the issuer cannot be reached', async () => {
    const { world } = at({ target: { issuer: 'http://127.0.0.1:9', clientId: 'x', scopes: ['openid'], resource: null } })
    await expect(signIn(world)).rejects.toMatchObject({ code: 'issuer-away' })
  })

  it('asks no other host for a token, whatever the issuer’s description says', async () => {
    const { world } = at({
      fetch: async (input, init) => {
        const answer = await fetch(input, init)
        const body = (await answer.json()) as Record<string, unknown>
        return Response.json({ ...body, token_endpoint: 'http://127.0.0.1:9/token' })
      },
    })
    await expect(signIn(world)).rejects.toMatchObject({ code: 'sign-in-failed' })
  })
})

describe('a token that lasts', () => {
  it('is the same until it runs short, and then renewed once for all who ask', async () => {
    const { world, asked, later } = at()
    await signIn(world)
    const first = await freshToken(world)
    expect(await freshToken(world)).toBe(first)
    later(HALF_HOUR)
    asked.length = 0
    const tokens = await Promise.all(Array.from({ length: 20 }, async () => freshToken(world)))
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).not.toBe(first)
    expect(asked).toEqual(['POST /token'])
  })

  it('survives the worker: nothing of it is in variables', async () => {
    const { world, later } = at()
    await signIn(world)
    later(HALF_HOUR)
    const another = at({ kept: memoryItem(await world.kept.get()), now: world.now })
    expect(await freshToken(another.world)).toBeTruthy()
  })

  it('is used to its end while the issuer is away, and no longer', async () => {
    const { world, later } = at()
    await signIn(world)
    const first = await freshToken(world)
    const away = { ...world, fetch: async () => Promise.reject(new TypeError('fetch failed')) }
    later(HALF_HOUR - 30_000)
    expect(await freshToken(away)).toBe(first)
    later(60_000)
    await expect(freshToken(away)).rejects.toMatchObject({ code: 'issuer-away' })
    // An outage is no reason to throw anybody out.
    expect(await freshToken(world)).toBeTruthy()
  })

  it('is nobody’s when the issuer takes the refresh token no more and does not know the user', async () => {
    const { world, later } = at()
    await signIn(world)
    await world.kept.update((kept) => kept && { ...kept, refreshToken: 'stolen-and-changed' })
    later(HALF_HOUR)
    await expect(freshToken(world)).rejects.toMatchObject({ code: 'sign-in-needed' })
    expect(await world.kept.get()).toBeNull()
  })

  it('does not come back for somebody who signed out meanwhile', async () => {
    const { world, later } = at()
    await signIn(world)
    later(HALF_HOUR)
    const renewing = freshToken({
      ...world,
      fetch: async (...call) => {
        const answer = await fetch(...call)
        await world.kept.update(() => null)
        return answer
      },
    })
    await renewing
    expect(await world.kept.get()).toBeNull()
  })

  it('is not that of another issuer or client after a change of policy', async () => {
    const { world } = at()
    await signIn(world)
    const moved = { ...world, target: { ...world.target, clientId: 'another' } }
    await expect(freshToken(moved)).rejects.toMatchObject({ code: 'sign-in-needed' })
  })
})

describe('work with a token', () => {
  it('is tried once more with a new token when the proxy refuses the first, and then nobody is signed in', async () => {
    const { world } = at()
    await signIn(world)
    const used: string[] = []
    const work = withToken(world, async (token) => {
      used.push(token)
      throw new AppError('sign-in-needed')
    })
    await expect(work).rejects.toMatchObject({ code: 'sign-in-needed' })
    expect(new Set(used).size).toBe(2)
    expect(await world.kept.get()).toBeNull()
  })

  it('leaves the sign-in alone when it fails for another reason', async () => {
    const { world } = at()
    await signIn(world)
    await expect(withToken(world, async () => Promise.reject(new AppError('proxy-away')))).rejects.toMatchObject({ code: 'proxy-away' })
    expect(await world.kept.get()).not.toBeNull()
  })
})

describe('signing out', () => {
  it.each([
    ['says so', { signedOut: true }, true],
    ['says something else', { ok: true }, false],
  ])('is revoked only when the proxy %s', async (_how, answer, revoked) => {
    const { world } = at()
    await signIn(world)
    const told = { ...world, fetch: async () => Response.json(answer) }
    expect(await signOut(told, 'http://127.0.0.1:9')).toEqual({ revoked })
    expect(await world.kept.get()).toBeNull()
  })

  it('forgets at once, and says when the proxy could not be told', async () => {
    const { world } = at()
    await signIn(world)
    const leaving = signOut(world, 'http://127.0.0.1:9')
    expect(await leaving).toEqual({ revoked: false })
    expect(await world.kept.get()).toBeNull()
  })
})
