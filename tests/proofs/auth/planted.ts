import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, importJWK, jwtVerify, type JWK, type JWTPayload } from 'jose'
import type { AuthConfig } from '#proxy/auth/auth-config.ts'
import { createClaimReader } from '#proxy/auth/read-claims.ts'
import type { SigningKey } from '../../proxy/support/make-token.ts'

/** A verifier as somebody might write it: right but for one thing. */
export interface Faulty {
  readonly fault: string
  accepts(authorization: string | undefined): Promise<boolean>
}

interface Flaws {
  readonly anySignature?: boolean
  readonly noneAllowed?: boolean
  readonly anyAlgorithm?: boolean
  readonly keyFromHeader?: boolean
  readonly anyIssuer?: boolean
  readonly anyAudience?: boolean
  readonly anyTime?: boolean
  readonly anyLifetime?: boolean
  readonly anyType?: boolean
  readonly anyRole?: boolean
  readonly anyUnit?: boolean
  readonly refusesAll?: boolean
}

const FAULTS: Readonly<Record<string, Flaws>> = {
  'the signature is not checked': { anySignature: true },
  'alg none is taken': { noneAllowed: true },
  'any algorithm is taken': { anyAlgorithm: true },
  'the key is taken from the header': { keyFromHeader: true },
  'the issuer is not checked': { anyIssuer: true },
  'the audience is not checked': { anyAudience: true },
  'the times are not checked': { anyTime: true },
  'the lifetime is not checked': { anyLifetime: true },
  'the type is not checked': { anyType: true },
  'roles are not matched exactly': { anyRole: true },
  'units are not matched exactly': { anyUnit: true },
  'everybody is refused': { refusesAll: true },
}

/** One verifier for each fault, and the same one without any: that one must be blamed for nothing. */
export function faultyVerifiers(config: AuthConfig, keys: readonly SigningKey[]): readonly Faulty[] {
  return Object.entries({ none: {}, ...FAULTS }).map(([fault, flaws]) => ({ fault, accepts: verifier(flaws, config, keys) }))
}

function verifier(flaws: Flaws, config: AuthConfig, keys: readonly SigningKey[]): Faulty['accepts'] {
  const find = createLocalJWKSet({ keys: keys.map(({ jwk }) => jwk as JWK) })
  const read = createClaimReader(lax(flaws, config))
  return async (authorization) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1]
    if (flaws.refusesAll === true || token === undefined || token.length > 12_000) return false
    try {
      const payload = await claimsOf(token)
      if (flaws.anyLifetime !== true && !(Number(payload.exp) - Number(payload.iat) <= 3600)) return false
      const caller = read(flaws.anyRole === true || flaws.anyUnit === true ? loosened(payload, flaws) : payload)
      return caller !== null && caller.roles.size > 0
    } catch {
      // Whatever jose throws means: refused.
      return false
    }
  }

  async function claimsOf(token: string): Promise<JWTPayload> {
    const header = decodeProtectedHeader(token)
    const type = (typeof header.typ === 'string' ? header.typ : '').toLowerCase().replace('application/', '')
    if (flaws.anyType !== true && type !== 'at+jwt') throw new Error('type')
    if (flaws.anySignature === true) return decodeJwt(token)
    if (flaws.noneAllowed === true && String(header.alg).toLowerCase() === 'none') return decodeJwt(token)
    const { payload } = await jwtVerify(
      token,
      (own, jws) =>
        flaws.keyFromHeader === true && own.jwk !== undefined ? importJWK(own.jwk, own.alg) : (anyKey(own.alg) ?? find(own, jws)),
      {
        ...(flaws.anyAlgorithm === true ? {} : { algorithms: config.algorithms }),
        ...(flaws.anyIssuer === true ? {} : { issuer: config.issuer }),
        ...(flaws.anyAudience === true ? {} : { audience: config.audience }),
        clockTolerance: flaws.anyTime === true ? 1e9 : 30,
        maxTokenAge: 1e10,
        requiredClaims: ['exp'],
      },
    )
    return payload
  }

  function anyKey(alg: string | undefined) {
    const [first] = keys
    return flaws.anyAlgorithm === true && first !== undefined && /^(?:RS|PS)/.test(alg ?? '')
      ? importJWK({ ...first.jwk, alg } as JWK, alg)
      : undefined
  }
}

function lax(flaws: Flaws, config: AuthConfig): AuthConfig {
  return {
    ...config,
    roles: flaws.anyRole === true ? config.roles.map((role) => ({ ...role, claim: role.claim.toLowerCase() })) : config.roles,
  }
}

/** Compares as people compare: without case and blanks. */
function loosened(payload: JWTPayload, flaws: Flaws): JWTPayload {
  const loose = (value: unknown): unknown =>
    typeof value === 'string' ? value.trim().toLowerCase() : Array.isArray(value) ? value.map(loose) : value
  return {
    ...payload,
    ...(flaws.anyRole === true ? { roles: loose(payload['roles']) } : {}),
    ...(flaws.anyUnit === true ? { unit: loose(payload['unit']) } : {}),
  }
}
