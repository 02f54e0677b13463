import { hash } from 'node:crypto'
import type { Log } from '../observe/log.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { Store } from '../store/store.ts'
import type { AuthConfig } from './auth-config.ts'
import type { Caller, SignIn } from './caller.ts'
import { createJsonSource } from './fetch-json.ts'
import { fetchIssuerKeys } from './issuer-keys.ts'
import { KeyRing, type KeyRingTimes } from './key-ring.ts'
import { createOriginCheck } from './origins.ts'
import { KnownTokens, type Checker } from './known-tokens.ts'
import { createClaimReader } from './read-claims.ts'
import { createRevocations, type Revocations } from './revocations.ts'
import type { KnownToken } from './token-cache.ts'
import { createTokenVerifier, type Refusal } from './verify-token.ts'

export interface SignInParts {
  readonly now: () => number
  readonly log: Log
  readonly metrics: Metrics
  readonly store: Store
  /** For tests that cannot wait ten minutes. */
  readonly times?: KeyRingTimes
  readonly pollMs?: number
}

// No token of an issuer is near this; Node's own limit for all headers together is 16 KiB.
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i
const MAX_LENGTH = 12_000
const ISSUER_TIMEOUT_MS = 5_000

/** Verifies callers by the issuer's keys. A token that was seen before costs one hash and one look-up. */
export function createSignIn(config: AuthConfig, parts: SignInParts): SignIn {
  const { now, log, metrics, store } = parts
  const source = createJsonSource(ISSUER_TIMEOUT_MS)
  const ring = new KeyRing({
    now,
    fetchKeys: () => fetchIssuerKeys(config, source),
    told: (state, count) => log({ event: 'keys', state, count }),
    ...(parts.times === undefined ? {} : { times: parts.times }),
  })
  const revocations = createRevocations(store, now, parts.pollMs)
  const tokens = new KnownTokens(config.cachedTokens, createChecker(config, { now, ring, revocations }))
  const isOurs = createOriginCheck(config.extensionOrigins)

  function refuse(reason: Refusal): Promise<null> {
    metrics.signIns.inc({ reason })
    return Promise.resolve(null)
  }
  function answer(found: KnownToken | Refusal): Promise<Caller | null> {
    if (typeof found === 'string') return refuse(found)
    return revocations.has(found.revocationId) ? refuse('revoked') : found.answer
  }
  return {
    verify(authorization, origin) {
      if (authorization === undefined) return refuse('no-token')
      if (origin !== undefined && !isOurs(origin)) return refuse('origin')
      const token = tokenOf(authorization)
      if (token === null) return refuse('malformed')
      const found = tokens.find(token, now())
      return found instanceof Promise ? found.then(answer) : answer(found)
    },
    async revoke(authorization) {
      const token = tokenOf(authorization)
      const found = token === null ? 'malformed' : await tokens.find(token, now())
      if (typeof found !== 'string') await revocations.add(found.revocationId, found.validUntil)
    },
    ready: () => ring.ready() && revocations.ready(),
    async close() {
      ring.close()
      await revocations.close()
      await source.close()
    },
  }
}

function tokenOf(authorization: string): string | null {
  return authorization.length > MAX_LENGTH ? null : (BEARER.exec(authorization)?.[1] ?? null)
}

interface CheckParts {
  readonly now: () => number
  readonly ring: KeyRing
  readonly revocations: Revocations
}

function createChecker(config: AuthConfig, { now, ring, revocations }: CheckParts): Checker {
  const verify = createTokenVerifier(config, ring)
  const read = createClaimReader(config)
  return async (token) => {
    const verified = await verify(token, now())
    if (!verified.ok) return verified.why
    const caller = read(verified.claims)
    if (caller === null) return 'subject'
    try {
      await revocations.loaded()
    } catch {
      // It may have been signed out at another replica, and nobody can say.
      return 'store'
    }
    // Of what was signed, not of the whole token: a signature can be written in more ways than one.
    const revocationId = hash('sha256', token.slice(0, token.lastIndexOf('.')), 'base64')
    return { answer: Promise.resolve(caller), validUntil: caller.expiresAt + config.clockSkewSeconds * 1000, revocationId }
  }
}
