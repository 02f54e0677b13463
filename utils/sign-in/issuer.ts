import * as oauth from 'oauth4webapi'
import type { SignInTarget } from '#utils/policy/judge-policy.ts'
import { AppError } from '#utils/domain/app-error.ts'

const PATIENCE_MS = 10_000
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/

/** Options of every request to the issuer. Clear text is for the machine itself only. */
export function issuerOptions(target: SignInTarget, ask: typeof fetch) {
  return {
    [oauth.customFetch]: (url: string, init: object) => ask(url, { ...init, cache: 'no-store', credentials: 'omit', redirect: 'error' }),
    [oauth.allowInsecureRequests]: LOOPBACK.test(target.issuer),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }
}

/**
 * The issuer's own description of itself. It must name itself exactly as the build does, and its endpoints must lie on
 * its origin: a token is asked for nowhere else.
 */
export async function discoverIssuer(target: SignInTarget, ask: typeof fetch): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(target.issuer)
  const response = await oauth.discoveryRequest(issuer, issuerOptions(target, ask))
  const server = await oauth.processDiscoveryResponse(issuer, response)
  const endpoints = [server.authorization_endpoint, server.token_endpoint, server.revocation_endpoint]
  if (endpoints.some((url) => url !== undefined && new URL(url).origin !== issuer.origin)) throw new AppError('sign-in-failed')
  return server
}

/** The issuer's failures in the user's words. Its own texts go no further. */
export function signInError(error: unknown): AppError {
  if (error instanceof AppError) return error
  // The browser's fetch rejects with a TypeError, a time-out with a DOMException; both mean that nobody answered.
  const unreachable = error instanceof DOMException || (error instanceof TypeError && !('code' in error && typeof error.code === 'string'))
  return new AppError(unreachable ? 'issuer-away' : 'sign-in-failed', { cause: error })
}
