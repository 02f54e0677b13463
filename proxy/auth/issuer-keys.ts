import type { JSONWebKeySet, JWK } from 'jose'
import { z } from 'zod'
import type { AuthConfig } from './auth-config.ts'
import type { JsonSource } from './fetch-json.ts'

// Only what a public key is made of: `x5u` and the like could point elsewhere, and private parts are nobody's business.
const part = z.string().min(1).max(2048)
const key = z.union([
  z.object({ kty: z.literal('RSA'), kid: part.optional(), alg: part.optional(), use: part.optional(), n: part, e: part }),
  z.object({
    kty: z.literal('EC'),
    kid: part.optional(),
    alg: part.optional(),
    use: part.optional(),
    crv: z.literal('P-256'),
    x: part,
    y: part,
  }),
])
const keySet = z.object({ keys: z.array(z.unknown()).min(1).max(200) })
const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() })

/** The issuer's usable keys, as it publishes them now. @throws Error when it publishes none. */
export async function fetchIssuerKeys(config: AuthConfig, source: JsonSource): Promise<JSONWebKeySet> {
  const uri = config.jwksUri ?? (await discoverKeys(config.issuer, source))
  const { keys } = keySet.parse(await source.get(uri))
  const usable = keys.map((candidate) => key.safeParse(candidate)).flatMap(({ data }) => (data === undefined ? [] : [data as JWK]))
  if (usable.length === 0) throw new Error('no-usable-key')
  return { keys: usable }
}

async function discoverKeys(issuer: string, source: JsonSource): Promise<string> {
  const found = discovery.parse(await source.get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
  if (found.issuer !== issuer) throw new Error('other-issuer')
  // A key source elsewhere must be named in the configuration: one hijacked document must not be enough.
  if (new URL(found.jwks_uri).origin !== new URL(issuer).origin) throw new Error('keys-elsewhere')
  return found.jwks_uri
}
