import * as oauth from 'oauth4webapi'
import { AppError } from '#utils/domain/app-error.ts'
import { authorize } from './authorize.ts'
import { issuerOptions, signInError } from './issuer.ts'
import type { SignInWorld } from './sign-in-world.ts'
import type { SignedIn } from './signed-in.ts'
import { renewed } from './token-answer.ts'

/** A token with less left than this is renewed first: it must last through the request. */
const SPARE_MS = 60_000
const LOCK = 'sagshjaelp-renew-token'

/** Who is signed in at this issuer with this id. After a change of policy the old tokens are nobody's. */
export async function signedInHere({ kept, target }: Pick<SignInWorld, 'kept' | 'target'>): Promise<SignedIn | null> {
  const found = await kept.get()
  return found !== null && found.issuer === target.issuer && found.clientId === target.clientId ? found : null
}

/**
 * An access token that lasts. `refused`: the one the proxy would not take. However many ask at once, and in however many
 * lives of the worker, the issuer is asked once: refresh tokens may be good for one use only.
 */
export async function freshToken(world: SignInWorld, refused: string | null = null): Promise<string> {
  const good = goodToken(await signedInHere(world), refused, world.now())
  if (good !== null) return good
  return navigator.locks.request(LOCK, async () => {
    const found = await signedInHere(world)
    const renewedMeanwhile = goodToken(found, refused, world.now())
    if (renewedMeanwhile !== null) return renewedMeanwhile
    if (found === null) throw new AppError('sign-in-needed')
    return renew(world, found, refused)
  })
}

function goodToken(found: SignedIn | null, refused: string | null, now: number): string | null {
  return found !== null && found.accessToken !== refused && found.expiresAt - now > SPARE_MS ? found.accessToken : null
}

async function renew(world: SignInWorld, before: SignedIn, refused: string | null): Promise<string> {
  try {
    const after = (await askIssuer(world, before)) ?? (await askQuietly(world, before))
    // Whoever signed out meanwhile stays signed out.
    await world.kept.update((current) => (current?.accessToken === before.accessToken ? { ...after, me: current.me } : current))
    return after.accessToken
  } catch (error) {
    const failure = signInError(error)
    const stillLasts = before.accessToken !== refused && before.expiresAt > world.now()
    if (failure.code === 'issuer-away' && stillLasts) return before.accessToken
    if (failure.code === 'issuer-away') throw failure
    await forget(world, before)
    throw new AppError('sign-in-needed', { cause: error })
  }
}

/** Takes away exactly this sign-in, not one that came after it. */
export async function forget({ kept }: Pick<SignInWorld, 'kept'>, { accessToken }: Pick<SignedIn, 'accessToken'>): Promise<void> {
  await kept.update((current) => (current?.accessToken === accessToken ? null : current))
}

/** `null`: there is no refresh token, or the issuer no longer takes it. */
async function askIssuer({ target, fetch: ask, now }: SignInWorld, before: SignedIn): Promise<SignedIn | null> {
  if (before.refreshToken === null) return null
  const server: oauth.AuthorizationServer = { issuer: target.issuer, token_endpoint: before.endpoints.token }
  const client: oauth.Client = { client_id: target.clientId }
  const options = {
    ...issuerOptions(target, ask),
    ...(target.resource !== null && { additionalParameters: { resource: target.resource } }),
  }
  try {
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), before.refreshToken, options)
    return renewed(before, await oauth.processRefreshTokenResponse(server, client, response), now())
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return null
    throw error
  }
}

/** Refresh tokens of browser applications are short-lived by rule; the issuer may still know the user, and needs no window. */
async function askQuietly(world: SignInWorld, before: SignedIn): Promise<SignedIn> {
  const after = await authorize(world, { quiet: true })
  if (after.subject !== before.subject) throw new AppError('sign-in-needed')
  return after
}
