import { customer } from 'virtual:customer'
import { hostMatches } from '#utils/page/route.ts'
import { siteProfileSchema, type SiteProfile } from '#utils/page/site-profile.ts'
import { policyOf, type PolicyState } from '#utils/policy/judge-policy.ts'

const BUILT_IN = import.meta.glob<unknown>('/packs/profiles/*.json', { eager: true, import: 'default' })

export interface UsableProfile {
  readonly profile: SiteProfile
  readonly source: 'organisation' | 'indbygget'
}

/** The profiles in use: the organisation's own alone when it has one, else the built-in ones of this customer. */
export function siteProfiles(policy: PolicyState): readonly UsableProfile[] {
  const own = policyOf(policy).siteProfile
  if (own) return [{ profile: own, source: 'organisation' }]
  return Object.values(BUILT_IN)
    .map((json) => siteProfileSchema.safeParse(json))
    .flatMap((parsed) => (parsed.success && customer.profiles.includes(parsed.data.id) ? [{ profile: parsed.data, source: 'indbygget' as const }] : []))
}

/** The profile for a page, by the address of its host. */
export function profileFor(url: string, policy: PolicyState): SiteProfile | null {
  const address = new URL(url)
  return siteProfiles(policy).find(({ profile }) => profile.hosts.some((host) => hostMatches(host, address)))?.profile ?? null
}
