import * as oauth from 'oauth4webapi'
import { AppError } from '#utils/domain/app-error.ts'
import { discoverIssuer, issuerOptions, signInError } from './issuer.ts'
import type { SignInWorld } from './sign-in-world.ts'
import type { SignedIn } from './signed-in.ts'
import { signedInFrom } from './token-answer.ts'

/** One try to sign in: secrets that live no longer than it does. */
interface Attempt {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly redirect: string
}

/**
 * Authorization code with PKCE through the browser's own sign-in window. `quiet`: only when the issuer knows the user
 * already; no window is shown.
 */
export async function authorize(world: SignInWorld, { quiet = false } = {}): Promise<SignedIn> {
  try {
    const server = await discoverIssuer(world.target, world.fetch)
    const attempt: Attempt = {
      verifier: oauth.generateRandomCodeVerifier(),
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      redirect: world.redirect(),
    }
    const cameBack = await askUser(world, await authorizationUrl(server, world, attempt, quiet), quiet)
    return await redeem(server, world, attempt, cameBack)
  } catch (error) {
    throw signInError(error)
  }
}

async function authorizationUrl(server: oauth.AuthorizationServer, world: SignInWorld, attempt: Attempt, quiet: boolean): Promise<string> {
  if (server.authorization_endpoint === undefined) throw new AppError('sign-in-failed')
  const { clientId, scopes, resource } = world.target
  const url = new URL(server.authorization_endpoint)
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: attempt.redirect,
    scope: scopes.join(' '),
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(resource !== null && { resource }),
    ...(quiet && { prompt: 'none' }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

async function askUser(world: SignInWorld, url: string, quiet: boolean): Promise<URL> {
  try {
    return new URL(await world.openWindow(url, !quiet))
  } catch (cause) {
    // Closed, refused, not loaded: the browser tells them apart in English prose only.
    throw new AppError(quiet ? 'sign-in-needed' : 'sign-in-cancelled', { cause })
  }
}

async function redeem(server: oauth.AuthorizationServer, world: SignInWorld, attempt: Attempt, cameBack: URL): Promise<SignedIn> {
  if (`${cameBack.origin}${cameBack.pathname}` !== attempt.redirect || cameBack.hash !== '') throw new AppError('sign-in-failed')
  const { target } = world
  const client: oauth.Client = { client_id: target.clientId }
  const parameters = readAnswer(server, client, cameBack, attempt.state)
  const options = {
    ...issuerOptions(target, world.fetch),
    ...(target.resource !== null && { additionalParameters: { resource: target.resource } }),
  }
  const { redirect, verifier, nonce } = attempt
  const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, redirect, verifier, options)
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true })
  return signedInFrom(answer, { server, target, now: world.now() })
}

function readAnswer(server: oauth.AuthorizationServer, client: oauth.Client, cameBack: URL, state: string): URLSearchParams {
  try {
    return oauth.validateAuthResponse(server, client, cameBack, state)
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw new AppError(refusalOf(error.error), { cause: error })
    throw error
  }
}

function refusalOf(error: string): 'sign-in-cancelled' | 'sign-in-needed' | 'sign-in-failed' {
  if (error === 'access_denied') return 'sign-in-cancelled'
  return error.endsWith('_required') ? 'sign-in-needed' : 'sign-in-failed'
}
