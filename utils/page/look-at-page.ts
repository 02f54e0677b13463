import { findAll, findFirst } from './find.ts'
import { asList } from './labels.ts'
import type { PageCondition, RecognisedPage } from './page-reading.ts'
import { contextOf } from './read-context.ts'
import { NO_IDENTITY, readIdentity } from './read-identity.ts'
import { recognisePage } from './recognise.ts'
import type { Finder, SiteProfile } from './site-profile.ts'
import type { Look } from './watch-types.ts'

/** What can be told of a page without reading it: which it is, what it is doing, whose it says it is. Cheap enough for every change. */
export function lookAtPage(profile: SiteProfile, window: Window): Look {
  const page = recognisePage(profile, window.location, window.document)
  if (!page) return { pageKind: null, citizens: 'none', condition: 'ready', identity: NO_IDENTITY }
  const condition = quickCondition(profile, window.document)
  const isCase = page.citizens === 'single' && (condition === 'ready' || condition === 'busy')
  return {
    pageKind: page.pageKind,
    citizens: page.citizens,
    condition,
    identity: isCase ? quickIdentity(profile, page, window) : NO_IDENTITY,
  }
}

function quickCondition(profile: SiteProfile, document: Document): PageCondition {
  const { body } = document
  const shows = (finders: readonly Finder[]) => finders.some((finder) => findAll(finder, body).length > 0)
  if (!body) return 'busy'
  if (shows(profile.markers.loggedOut)) return 'logged-out'
  if (shows(profile.markers.noAccess)) return 'no-access'
  return shows(profile.markers.busyPage) ? 'busy' : 'ready'
}

/** Reads only the region that the identity stands in. */
function quickIdentity(profile: SiteProfile, page: RecognisedPage, window: Window): Look['identity'] {
  const regionId = profile.identity.region
  const root = regionId === undefined ? window.document.body : findFirst(profile.regions[regionId], window.document.body)
  const context = root ? contextOf(profile, page, window, root) : null
  return context ? readIdentity(context) : NO_IDENTITY
}

/** The regions whose change may mean another citizen. */
export function identityRegion(profile: SiteProfile, document: Document): Element | null {
  const regionId = profile.identity.region
  return regionId === undefined ? document.body : findFirst(asList<Finder>(profile.regions[regionId]), document.body)
}
