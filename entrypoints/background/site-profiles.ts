import { profiles } from 'virtual:site-profiles'
import { hostMatches } from '#utils/page/route.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'
import { policyOf, type PolicyState } from '#utils/policy/judge-policy.ts'

export interface UsableProfile {
  readonly profile: SiteProfile
  readonly source: 'organisation' | 'indbygget'
}

/** The profiles in use: the organisation's own alone when it has one, else the built-in ones of this customer. */
export function siteProfiles(policy: PolicyState): readonly UsableProfile[] {
  const own = policyOf(policy).siteProfile
  return own ? [{ profile: own, source: 'organisation' }] : profiles.map((profile) => ({ profile, source: 'indbygget' }))
}

/** The profile for a page, by the address of its host. */
export function profileFor(url: string, policy: PolicyState): SiteProfile | null {
  const address = new URL(url)
  return siteProfiles(policy).find(({ profile }) => profile.hosts.some((host) => hostMatches(host, address)))?.profile ?? null
}
