import * as oauth from 'oauth4webapi'
import { AppError } from '#utils/domain/app-error.ts'
import type { SignInTarget } from '#utils/policy/judge-policy.ts'
import type { SignedIn } from './signed-in.ts'

/** For an issuer that does not say how long its token lasts. */
const CAUTIOUS_SECONDS = 300

interface Context {
  readonly server: oauth.AuthorizationServer
  readonly target: SignInTarget
  readonly now: number
}

/** What is kept of the issuer's first answer. */
export function signedInFrom(answer: oauth.TokenEndpointResponse, { server, target, now }: Context): SignedIn {
  const claims = oauth.getValidatedIdTokenClaims(answer)
  if (server.token_endpoint === undefined || claims === undefined) throw new AppError('sign-in-failed')
  return {
    issuer: target.issuer,
    clientId: target.clientId,
    subject: claims.sub,
    ...tokensOf(answer, now),
    endpoints: { token: server.token_endpoint, revocation: server.revocation_endpoint ?? null },
    name: textOf(claims['name']) ?? textOf(claims['preferred_username']),
    me: null,
  }
}

/** What a renewal changes. An issuer that gives no new refresh token means that the old one goes on. */
export function renewed(before: SignedIn, answer: oauth.TokenEndpointResponse, now: number): SignedIn {
  const { accessToken, refreshToken, expiresAt } = tokensOf(answer, now)
  return { ...before, accessToken, expiresAt, refreshToken: refreshToken ?? before.refreshToken }
}

function tokensOf(answer: oauth.TokenEndpointResponse, now: number) {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    expiresAt: now + (answer.expires_in ?? CAUTIOUS_SECONDS) * 1000,
  }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim().slice(0, 100) : null
}
