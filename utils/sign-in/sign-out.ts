import * as oauth from 'oauth4webapi'
import { callProxy } from '#utils/proxy/call-proxy.ts'
import { signOutAnswer } from '#proxy/contract/me.ts'
import { issuerOptions } from './issuer.ts'
import type { SignInWorld } from './sign-in-world.ts'
import type { SignedIn } from './signed-in.ts'

const PATIENCE_MS = 4000

/**
 * Forgets the tokens at once, then has the proxy and the issuer refuse them. `revoked: false`: the proxy could not be
 * told, so a stolen copy of the access token would work until it runs out, within the hour.
 */
export async function signOut(world: SignInWorld, base: string): Promise<{ readonly revoked: boolean }> {
  const before = await takeAway(world)
  if (before === null) return { revoked: true }
  const [atProxy] = await Promise.allSettled([revokeAccess(world, base, before), revokeRefresh(world, before)])
  return { revoked: atProxy.status === 'fulfilled' && atProxy.value }
}

/** A gateway that says "fine" to everything has revoked nothing. */
async function revokeAccess({ fetch: ask }: SignInWorld, base: string, { accessToken: token }: SignedIn): Promise<boolean> {
  const response = await callProxy({ base, token, fetch: ask }, { path: '/v1/sign-out', method: 'POST', patience: PATIENCE_MS })
  return signOutAnswer.safeParse(await response.json()).success
}

async function takeAway({ kept }: SignInWorld): Promise<SignedIn | null> {
  let before: SignedIn | null = null
  await kept.update((current) => {
    before = current
    return null
  })
  return before
}

async function revokeRefresh({ target, fetch: ask }: SignInWorld, { refreshToken, endpoints }: SignedIn): Promise<void> {
  if (refreshToken === null || endpoints.revocation === null) return
  const server: oauth.AuthorizationServer = { issuer: target.issuer, revocation_endpoint: endpoints.revocation }
  const client: oauth.Client = { client_id: target.clientId }
  await oauth.processRevocationResponse(
    await oauth.revocationRequest(server, client, oauth.None(), refreshToken, issuerOptions(target, ask)),
  )
}
