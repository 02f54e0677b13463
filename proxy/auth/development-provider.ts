import type { JsonWebKey } from 'node:crypto'
import { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_CLIENT, DEVELOPMENT_SCOPE } from './development-auth.ts'
import { DEVELOPMENT_PEOPLE } from './development-people.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

const FEATURES: Configuration['features'] = {
  devInteractions: { enabled: false },
  // Signing out takes the refresh token back.
  revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => DEVELOPMENT_AUDIENCE,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: DEVELOPMENT_SCOPE,
      audience: DEVELOPMENT_AUDIENCE,
      accessTokenTTL: 30 * MINUTE,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'RS256' } },
    }),
  },
}

const TTL: Configuration['ttl'] = {
  AccessToken: 30 * MINUTE,
  AuthorizationCode: MINUTE,
  IdToken: HOUR,
  Interaction: HOUR,
  Session: HOUR,
  Grant: 8 * HOUR,
  RefreshToken: 8 * HOUR,
}

/** As a municipality's issuer would be set up: code with PKCE for a public client, short JWT access tokens for one API. */
export function developmentProviderConfig(key: JsonWebKey, cookieSecret: string): Configuration {
  return {
    clients: [
      {
        client_id: DEVELOPMENT_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        // One must stand here; which ones are taken is said where the provider is made.
        redirect_uris: [`https://${'a'.repeat(32)}.chromiumapp.org/`],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [cookieSecret] },
    scopes: ['openid', 'profile', 'offline_access'],
    features: FEATURES,
    interactions: { url: (_ctx, { uid }) => `/pick/${uid}`, policy: alwaysAsk() },
    ttl: TTL,
    // The extension shows whom one is signed in as; it reads the ID token and asks no further.
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: DEVELOPMENT_PEOPLE.find((one) => one.id === id)?.label }),
    }),
    extraTokenClaims(_ctx, token) {
      const person = DEVELOPMENT_PEOPLE.find(({ id }) => 'accountId' in token && id === token.accountId)
      return person === undefined ? undefined : { unit: person.unit, roles: [...person.roles] }
    },
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    loadExistingGrant: grantAll,
    clientBasedCORS: (_ctx, origin) => /^(?:chrome|moz)-extension:\/\//.test(origin),
    renderError(ctx, { error }) {
      ctx.type = 'text/plain; charset=utf-8'
      ctx.body = `Log ind mislykkedes (${error}). Luk vinduet, og prøv igen.`
    },
  }
}

/** Whoever develops wants to change person; a remembered one would be in the way. */
function alwaysAsk() {
  const policy = interactionPolicy.base()
  const { Check } = interactionPolicy
  policy
    .get('login')
    ?.checks.add(
      new Check('pick', 'a person is picked each time', (ctx) =>
        ctx.oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    )
  return policy
}

/** There is nobody here to ask for consent. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const clientId = oidc.client?.clientId ?? DEVELOPMENT_CLIENT
  const accountId = oidc.session?.accountId ?? ''
  const grant = new oidc.provider.Grant({ clientId, accountId })
  grant.addOIDCScope('openid profile offline_access')
  grant.addResourceScope(DEVELOPMENT_AUDIENCE, DEVELOPMENT_SCOPE)
  await grant.save()
  return grant
}
