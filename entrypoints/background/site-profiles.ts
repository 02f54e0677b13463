import { customer } from 'virtual:customer'
import { siteProfileSchema, type SiteProfile } from '#utils/page/site-profile.ts'
import { anyCovers } from '#utils/policy/host-pattern.ts'
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
  const { origin, pathname } = new URL(url)
  const covers = (pattern: string) => anyCovers([pattern.replace(/^(https?:\/\/[^/]+)\/.*$/, '$1/*')], origin) && pathname.startsWith(pathOf(pattern))
  return siteProfiles(policy).find(({ profile }) => profile.hosts.some(covers))?.profile ?? null
}

/** `http://localhost:5174/kobenhavn/*` → `/kobenhavn/` */
function pathOf(pattern: string): string {
  return pattern.replace(/^https?:\/\/[^/]+/, '').replace(/\*$/, '')
}
