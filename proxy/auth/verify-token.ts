import { errors, jwtVerify, type JWTHeaderParameters, type JWTPayload } from 'jose'
import type { AuthConfig } from './auth-config.ts'
import { NoKeys, type KeyRing } from './key-ring.ts'

/** Why a token was refused: for the operator's counters, never for the caller. */
export type Refusal =
  | 'no-token'
  | 'malformed'
  | 'origin'
  | 'type'
  | 'algorithm'
  | 'key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'time'
  | 'lifetime'
  | 'scope'
  | 'subject'
  | 'claims'
  | 'revoked'
  | 'no-keys'
  | 'store'

export type Verified = { readonly ok: true; readonly claims: JWTPayload } | { readonly ok: false; readonly why: Refusal }

/** Checks everything that does not depend on who the person is: type, algorithm, signature, issuer, audience and times. */
export type TokenVerifier = (token: string, now: number) => Promise<Verified>

export function createTokenVerifier(config: AuthConfig, ring: KeyRing): TokenVerifier {
  const types = new Set(config.tokenTypes.map(mediaType))
  const options = {
    issuer: config.issuer,
    audience: config.audience,
    algorithms: config.algorithms,
    clockTolerance: config.clockSkewSeconds,
    // A token issued in the future is refused; how old it may be follows from its lifetime.
    maxTokenAge: config.maxLifetimeMinutes * 60 + config.clockSkewSeconds,
    requiredClaims: ['exp'],
  }
  return async (token, now) => {
    try {
      // Where a token says its key lies (`jku`, `jwk`, `x5u`) is never read: keys come from the issuer alone.
      const { protectedHeader, payload } = await jwtVerify(token, (header) => ring.key(header), { ...options, currentDate: new Date(now) })
      const why = typeAndTimes(protectedHeader, payload)
      return why === null ? { ok: true, claims: payload } : { ok: false, why }
    } catch (error) {
      return { ok: false, why: refusalOf(error) }
    }
  }

  function typeAndTimes(header: JWTHeaderParameters, claims: JWTPayload): Refusal | null {
    // Without this an identity token, meant for the extension's eyes, would open the proxy.
    if (typeof header.typ !== 'string' || !types.has(mediaType(header.typ))) return 'type'
    if (!(Number(claims.exp) - Number(claims.iat) <= config.maxLifetimeMinutes * 60)) return 'lifetime'
    return config.scope === undefined || scopes(claims).includes(config.scope) ? null : 'scope'
  }
}

function mediaType(typ: string): string {
  return typ.toLowerCase().replace(/^application\//, '')
}

/** `scope` by the standard, `scp` at Entra ID; words with spaces between. */
function scopes(claims: JWTPayload): readonly string[] {
  return [claims['scope'], claims['scp']].flatMap((value) => (typeof value === 'string' ? value.split(' ') : []))
}

const BY_CLAIM: Readonly<Record<string, Refusal>> = { iss: 'issuer', aud: 'audience', exp: 'time', nbf: 'time', iat: 'time' }

function refusalOf(error: unknown): Refusal {
  if (error instanceof NoKeys) return 'no-keys'
  if (error instanceof errors.JWTExpired) return 'time'
  if (error instanceof errors.JWTClaimValidationFailed) return BY_CLAIM[error.claim] ?? 'claims'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) return 'algorithm'
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return 'key'
  return 'malformed'
}
