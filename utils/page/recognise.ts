import { findAll } from './find.ts'
import { asList } from './labels.ts'
import type { RecognisedPage } from './page-reading.ts'
import { hostMatches, matchPlace } from './route.ts'
import type { RouteParams } from './route.ts'
import type { Finder, ProfilePage, SiteProfile } from './site-profile.ts'

/**
 * Which page of the profile this is, from its address and landmarks; `null` when the profile does not know it. Light on
 * purpose: it runs on every page of the host before anything else is loaded.
 */
export function recognisePage(profile: SiteProfile, location: { readonly href: string }, document: Document): RecognisedPage | null {
  const url = new URL(location.href)
  if (!profile.hosts.some((host) => hostMatches(host, url))) return null
  for (const page of profile.pages) {
    const params = matchPage(page, url)
    if (params && hasLandmarks(page, document)) return { pageKind: page.kind, citizens: page.citizens, params }
  }
  return null
}

/** As `recognisePage`, when the address is not known (a saved page): landmarks and canaries decide, if they fit one page only. */
export function recogniseByLandmarks(profile: SiteProfile, document: Document): RecognisedPage | null {
  const fits = ({ present, canaries }: ProfilePage) => {
    const landmarks = [...asList<Finder>(present), ...asList<Finder>(canaries)]
    return landmarks.length > 0 && landmarks.every((finder) => findAll(finder, document.documentElement).length > 0)
  }
  const found = profile.pages.filter(fits)
  const [page] = found
  return page && found.length === 1 ? { pageKind: page.kind, citizens: page.citizens, params: {} } : null
}

function matchPage(page: ProfilePage, url: URL): RouteParams | null {
  if (page.at === undefined) return {}
  for (const place of page.at) {
    const params = matchPlace(place, url)
    if (params) return params
  }
  return null
}

function hasLandmarks(page: ProfilePage, document: Document): boolean {
  return asList(page.present).every((finder) => findAll(finder, document.documentElement).length > 0)
}
