import { narrows, parseHostPattern } from './host-pattern.ts'
import { POLICY_KEYS, POLICY_KEY_NAMES, type FeatureId, type Policy, type PolicyKey, type PolicyKeyDefinition } from './policy-keys.ts'

/** What the build fixes and policy may not pass. */
export interface BuildLimits {
  readonly fasitHosts: readonly string[]
  readonly proxyOrigin: string | null
  readonly requiresPolicy: boolean
  readonly signIn: SignInTarget | null
}

/** Where a person signs in, and what the extension is there. */
export interface SignInTarget {
  readonly issuer: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly resource: string | null
}

export type PolicyState =
  /** The browser has not answered yet; the first answer after start takes seconds. */
  | { readonly kind: 'waiting' }
  /** No policy is set, and the build does not require one. */
  | { readonly kind: 'none' }
  | { readonly kind: 'managed'; readonly policy: Policy }
  /** Off: some key cannot be used, or one that is required is missing. */
  | { readonly kind: 'invalid'; readonly keys: readonly PolicyFault[] }

export interface PolicyFault {
  /** As set by the administrator; may be a key that does not exist. */
  readonly key: string
  readonly why: 'unreadable' | 'missing' | 'unknown-key' | 'outside-build'
}

/** Judges raw values from managed storage. One bad key makes the whole policy invalid: half a policy is nobody's decision. */
export function judgePolicy(raw: Readonly<Record<string, unknown>>, limits: BuildLimits): PolicyState {
  const names = Object.keys(raw)
  if (names.length === 0 && !limits.requiresPolicy) return { kind: 'none' }
  const faults: PolicyFault[] = names.filter((key) => !isPolicyKey(key)).map((key) => ({ key, why: 'unknown-key' }))
  const values: Record<string, unknown> = {}
  for (const key of POLICY_KEY_NAMES) {
    const definition: PolicyKeyDefinition = POLICY_KEYS[key]
    if (!Object.hasOwn(raw, key)) {
      if (limits.requiresPolicy && definition.required) faults.push({ key, why: 'missing' })
      continue
    }
    const parsed = definition.schema.safeParse(raw[key])
    if (parsed.success) values[key] = parsed.data
    else faults.push({ key, why: 'unreadable' })
  }
  const policy = values as Policy
  faults.push(...outsideBuild(policy, limits))
  return faults.length > 0 ? { kind: 'invalid', keys: faults } : { kind: 'managed', policy }
}

/** Whether anything may be read and shown at all. */
export function isOn(state: PolicyState): boolean {
  return state.kind === 'none' || state.kind === 'managed'
}

/** The organisation's settings, empty where there are none. */
export function policyOf(state: PolicyState): Policy {
  return state.kind === 'managed' ? state.policy : {}
}

/** Where the extension may work: the build's hosts, narrowed by policy. */
export function allowedHosts(state: PolicyState, limits: BuildLimits): readonly string[] {
  return isOn(state) ? (policyOf(state).fasitHosts ?? limits.fasitHosts) : []
}

/** A feature is on unless the organisation turned it off. */
export function featureOn(state: PolicyState, feature: FeatureId): boolean {
  return isOn(state) && policyOf(state).features?.[feature] !== false
}

/** Base address of the proxy, or `null` when there is none to ask. */
export function proxyBase(state: PolicyState, limits: BuildLimits): string | null {
  if (!isOn(state)) return null
  const url = policyOf(state).proxyUrl ?? limits.proxyOrigin ?? ''
  return url === '' ? null : url.replace(/\/+$/, '')
}

/** Where the employees sign in, or `null` when nobody can: the build's, narrowed by policy. */
export function signInTarget(state: PolicyState, limits: BuildLimits): SignInTarget | null {
  if (limits.signIn === null || proxyBase(state, limits) === null) return null
  const { signInIssuer = limits.signIn.issuer, signInClientId = limits.signIn.clientId } = policyOf(state)
  return signInIssuer === '' ? null : { ...limits.signIn, issuer: signInIssuer, clientId: signInClientId }
}

function isPolicyKey(key: string): key is PolicyKey {
  return Object.hasOwn(POLICY_KEYS, key)
}

function outsideBuild({ fasitHosts = [], proxyUrl = '', signInIssuer = '' }: Policy, limits: BuildLimits): PolicyFault[] {
  const built = limits.fasitHosts.map(parseHostPattern).filter((pattern) => pattern !== null)
  const outside = {
    fasitHosts: fasitHosts.map(parseHostPattern).some((inner) => inner === null || !built.some((outer) => narrows(inner, outer))),
    proxyUrl: proxyUrl !== '' && new URL(proxyUrl).origin !== limits.proxyOrigin,
    signInIssuer: signInIssuer !== '' && !liesUnder(signInIssuer, limits.signIn?.issuer ?? null),
  }
  const keys = Object.keys(outside) as (keyof typeof outside)[]
  return keys.filter((key) => outside[key]).map((key) => ({ key, why: 'outside-build' }))
}

function liesUnder(address: string, built: string | null): boolean {
  if (built === null || address.includes('..')) return false
  return address === built || address.startsWith(`${built.replace(/\/+$/, '')}/`)
}
