import type { AuthConfig } from '#proxy/auth/auth-config.ts'
import type { AuthLine } from './line.ts'

/** What has to be configured so that the lines that say `accept` can be accepted, and nothing more. */
export interface World {
  readonly issuer: string
  readonly audience: readonly string[]
  readonly tokenTypes: AuthConfig['tokenTypes']
  readonly claims: AuthConfig['claims']
  readonly units: readonly string[]
  readonly roles: readonly string[]
  /** Claims and header fields that some accepted line leaves out: the lines count on them, so they are filled in. */
  readonly fill: { readonly claims: Readonly<Record<string, unknown>>; readonly header: Readonly<Record<string, unknown>> }
  /** By key id and algorithm: the keys that the issuer publishes. */
  readonly published: readonly { readonly kid: string; readonly alg: 'RS256' | 'ES256' }[]
  /** Words of `sign` that an accepted line uses: the issuer's own signature. */
  readonly ownWords: ReadonlySet<string>
}

const BASE_CLAIMS = { iss: 'https://login.example/tenant/v2.0', aud: 'urn:example:proxy', unit: 'unit-north' } as const
const BASE_HEADER: Readonly<Record<string, unknown>> = { alg: 'RS256', typ: 'at+jwt', kid: 'key-1' }

const UNIT_NAMES = ['unit', 'unit_id', 'unitId', 'enhed', 'extension_unit', 'department', 'groups', 'org_unit', 'ou', 'tid']
const ROLE_NAMES = ['roles', 'role', 'rolle', 'roller', 'app_roles', 'appRoles', 'wids', 'groups', 'scp']
const KNOWN_ROLES = ['caseworker', 'supervisor', 'administrator']

/** Reads off the accepted lines what kind of sign-in they were written for. */
export function worldOf(lines: readonly AuthLine[]): World {
  const accepted = lines.filter((line) => line.expect === 'accept' && !isText(line.raw))
  const claims = accepted.map((line) => line.claims_relative ?? {})
  const headers = accepted.map((line) => line.header ?? {})
  const names = {
    subject: claims.length > 0 && claims.every((own) => isText(own['oid']) && !isText(own['sub'])) ? 'oid' : 'sub',
    unit: nameOf(UNIT_NAMES, claims),
    roles: nameOf(ROLE_NAMES, claims),
  }
  const found = {
    iss: cover(claims.map((own) => texts(own['iss']))),
    aud: cover(claims.map((own) => texts(own['aud']))),
    unit: cover(claims.map((own) => texts(own[names.unit]))),
    roles: cover(
      claims.map((own) => texts(own[names.roles])),
      KNOWN_ROLES,
    ),
    typ: typesOf(headers.map((own) => own['typ'])),
  }
  const base = {
    iss: found.iss[0] ?? BASE_CLAIMS.iss,
    aud: found.aud[0] ?? BASE_CLAIMS.aud,
    iat: 0,
    exp: 600,
    [names.subject]: 'person-1',
    [names.unit]: found.unit[0] ?? BASE_CLAIMS.unit,
    [names.roles]: [found.roles[0] ?? 'caseworker'],
  }
  const fill = { claims: missing(base, claims), header: missing({ ...BASE_HEADER, typ: found.typ[0] }, headers) }
  return {
    issuer: found.iss[0] ?? BASE_CLAIMS.iss,
    audience: orElse(found.aud, BASE_CLAIMS.aud),
    tokenTypes: found.typ,
    claims: names,
    units: orElse(found.unit, BASE_CLAIMS.unit),
    roles: orElse(found.roles, 'caseworker'),
    fill,
    published: publishedOf(headers.map((own) => ({ ...fill.header, ...own }))),
    ownWords: new Set(accepted.map((line) => wordOf(line.sign))),
  }
}

export function wordOf(sign: unknown): string {
  return typeof sign === 'object' && sign !== null ? JSON.stringify(sign) : String(sign ?? '').toLowerCase()
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isText)
}

function missing(base: Readonly<Record<string, unknown>>, own: readonly object[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(base).filter(([name]) => !own.every((one) => Object.hasOwn(one, name)) || own.length === 0))
}

function nameOf(candidates: readonly string[], all: readonly Readonly<Record<string, unknown>>[]): string {
  const counted = candidates.map((name) => ({ name, count: all.filter((own) => texts(own[name]).length > 0).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.name ?? candidates[0] ?? ''
}

/** The fewest values, commonest first, of which every line has one. */
function cover(lines: readonly (readonly string[])[], preferred: readonly string[] = []): readonly string[] {
  const chosen: string[] = []
  let open = lines.filter((values) => values.length > 0)
  const known = preferred.filter((value) => open.some((values) => values.includes(value)))
  for (const value of known) take(value)
  while (open.length > 0) {
    const counts = Map.groupBy(open.flat(), (value) => value)
    const [best] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
    if (best === undefined) break
    take(best[0])
  }
  return chosen

  function take(value: string): void {
    chosen.push(value)
    open = open.filter((values) => !values.includes(value))
  }
}

function orElse(values: readonly string[], fallback: string): readonly string[] {
  return values.length > 0 ? values : [fallback]
}

function typesOf(types: readonly unknown[]): AuthConfig['tokenTypes'] {
  const found = new Set(types.filter(isText).map((typ) => typ.toLowerCase().replace(/^application\//, '')))
  const known = (['at+jwt', 'JWT'] as const).filter((typ) => found.has(typ.toLowerCase()))
  return known.length > 0 ? known : ['at+jwt']
}

function publishedOf(headers: readonly Readonly<Record<string, unknown>>[]): World['published'] {
  const keys = new Map<string, { kid: string; alg: 'RS256' | 'ES256' }>()
  for (const { kid, alg } of headers) if (isText(kid) && (alg === 'RS256' || alg === 'ES256')) keys.set(`${kid} ${alg}`, { kid, alg })
  if (keys.size === 0) keys.set('', { kid: 'key-1', alg: 'RS256' })
  return [...keys.values()]
}
