import type { JWTPayload } from 'jose'
import type { Role } from '../contract/role.ts'
import type { AuthConfig } from './auth-config.ts'
import type { Caller } from './caller.ts'

/** From a verified token's claims to a caller; `null` when nobody can be told from them. */
export type ClaimReader = (claims: JWTPayload) => Caller | null

/** Values count by exact match only; a person whose unit is missing or ambiguous gets no role. */
export function createClaimReader(config: AuthConfig): ClaimReader {
  const units = new Map(config.units.map(({ claim, id }) => [claim, id]))
  const roles = Map.groupBy(config.roles, ({ claim }) => claim)
  return (claims) => {
    const subject = claimAt(claims, config.claims.subject)
    if (typeof subject !== 'string' || subject === '' || subject.length > 255) return null
    const found = new Set(texts(claimAt(claims, config.claims.unit)).flatMap((value) => units.get(value) ?? []))
    const [unit] = found.size === 1 ? found : []
    const held = new Set<Role>(texts(claimAt(claims, config.claims.roles)).flatMap((value) => (roles.get(value) ?? []).map((r) => r.role)))
    return {
      subject,
      unit: unit ?? '',
      roles: unit === undefined ? new Set() : held,
      expiresAt: Number(claims.exp) * 1000,
    }
  }
}

/** A name, or a JSON pointer (`/realm_access/roles`) into nested claims. */
function claimAt(claims: JWTPayload, name: string): unknown {
  if (!name.startsWith('/')) return own(claims, name)
  return name
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(own, claims as unknown)
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((item) => typeof item === 'string')
}
