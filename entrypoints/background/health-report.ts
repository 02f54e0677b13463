import { customer } from 'virtual:customer'
import { browser } from '#utils/browser/browser.ts'
import type { HealthReport, PolicyKeyHealth } from '#utils/case-session/health-report.ts'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'
import { signInRedirect } from '#utils/browser/identity.ts'
import { allowedHosts, policyOf, proxyBase, signInTarget, type PolicyState } from '#utils/policy/judge-policy.ts'
import { describeEffect } from '#utils/policy/describe-effect.ts'
import { POLICY_KEYS, POLICY_KEY_NAMES, type PolicyKey } from '#utils/policy/policy-keys.ts'
import type { CurrentGuidance } from './guidance-world.ts'
import { siteProfiles } from './site-profiles.ts'

/** What an administrator needs to see that the roll-out works: each key, where its value comes from and what it does. */
export function healthReport(policy: PolicyState, proxy: ProxyState, guidance: CurrentGuidance): HealthReport {
  const target = signInTarget(policy, customer)
  return {
    version: browser.runtime.getManifest().version,
    customer: customer.name,
    policy: policy.kind,
    keys: [...POLICY_KEY_NAMES.map((key) => keyHealth(key, policy)), ...unknownKeys(policy)],
    hosts: allowedHosts(policy, customer),
    profiles: siteProfiles(policy).map(({ profile: { id, version, name, verified }, source }) => ({ id, version, name, verified, source })),
    guidance: guidance.view,
    signIn: target && { issuer: target.issuer, clientId: target.clientId, redirect: signInRedirect() },
    proxy: { address: proxyBase(policy, customer), state: proxy },
  }
}

function keyHealth(key: PolicyKey, policy: PolicyState): PolicyKeyHealth {
  const { title, description } = POLICY_KEYS[key]
  const fault = policy.kind === 'invalid' ? policy.keys.find((one) => one.key === key) : undefined
  const source = fault ? 'fejl' : Object.hasOwn(policyOf(policy), key) ? 'organisation' : 'standard'
  return { key, title, description, source, effect: describeEffect(key, policy, customer) }
}

function unknownKeys(policy: PolicyState): readonly PolicyKeyHealth[] {
  if (policy.kind !== 'invalid') return []
  return policy.keys
    .filter(({ why }) => why === 'unknown-key')
    .map(({ key }) => ({
      key,
      title: 'Ukendt nøgle',
      description: 'Nøglen findes ikke i denne version.',
      source: 'fejl',
      effect: 'Slået fra: nøglen findes ikke',
    }))
}
