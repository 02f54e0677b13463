import type { PolicyState } from '#utils/policy/judge-policy.ts'
import type { GuidanceView } from './guidance-view.ts'
import type { ProxyState } from './proxy-state.ts'

/** One policy key on the health page. */
export interface PolicyKeyHealth {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly source: 'organisation' | 'standard' | 'fejl'
  /** What it does now, in Danish. */
  readonly effect: string
}

export interface HealthReport {
  readonly version: string
  readonly customer: string
  readonly policy: PolicyState['kind']
  readonly keys: readonly PolicyKeyHealth[]
  readonly hosts: readonly string[]
  readonly profiles: readonly {
    readonly id: string
    readonly version: string
    readonly name: string
    readonly verified: boolean
    readonly source: 'organisation' | 'indbygget'
  }[]
  readonly guidance: GuidanceView
  /** What IT registers at the issuer; `null` when nobody can sign in. */
  readonly signIn: { readonly issuer: string; readonly clientId: string; readonly redirect: string } | null
  readonly proxy: { readonly address: string | null; readonly state: ProxyState }
}
