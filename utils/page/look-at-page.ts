import { askPage } from './ask-page.ts'
import { findAll, findFirst } from './find.ts'
import type { Ask } from './find.ts'
import type { PageCondition, RecognisedPage } from './page-reading.ts'
import { contextOf } from './read-context.ts'
import { NO_IDENTITY, readIdentity } from './read-identity.ts'
import type { NoteElement } from './read-identity.ts'
import { recognisePage } from './recognise.ts'
import type { Finder, SiteProfile } from './site-profile.ts'
import type { Look } from './watch-types.ts'

/** What can be told of a page without reading it: which it is, what it is doing, whose it says it is. Cheap enough for every change. */
export function lookAtPage(profile: SiteProfile, window: Window, note?: NoteElement): Look {
  const page = recognisePage(profile, window.location, window.document)
  if (!page) return { pageKind: null, citizens: 'none', condition: 'ready', identity: NO_IDENTITY }
  const ask = askPage(window.document.body)
  const condition = quickCondition(profile, window.document, ask)
  const isCase = page.citizens === 'single' && (condition === 'ready' || condition === 'busy')
  return {
    pageKind: page.pageKind,
    citizens: page.citizens,
    condition,
    identity: isCase ? quickIdentity({ profile, page, window, ask }, note) : NO_IDENTITY,
  }
}

function quickCondition(profile: SiteProfile, document: Document, ask: Ask): PageCondition {
  const { body } = document
  const shows = (finders: readonly Finder[]) => finders.some((finder) => findAll(finder, body, { ask }).length > 0)
  if (!body) return 'busy'
  if (shows(profile.markers.loggedOut)) return 'logged-out'
  if (shows(profile.markers.noAccess)) return 'no-access'
  return shows(profile.markers.busyPage) ? 'busy' : 'ready'
}

interface Looking {
  readonly profile: SiteProfile
  readonly page: RecognisedPage
  readonly window: Window
  readonly ask: Ask
}

/** Reads only the region that the identity stands in. */
function quickIdentity({ profile, page, window, ask }: Looking, note?: NoteElement): Look['identity'] {
  const { body } = window.document
  // The page has only just begun to load.
  if (!body) return NO_IDENTITY
  const regionId = profile.identity.region
  const root = regionId === undefined ? body : findFirst(profile.regions[regionId], body, { ask })
  const context = root ? contextOf(profile, page, window, { part: root, ask }) : null
  return context ? readIdentity(context, note) : NO_IDENTITY
}

/** The regions whose change may mean another citizen. */
export function identityRegion(profile: SiteProfile, document: Document): Element | null {
  const regionId = profile.identity.region
  return regionId === undefined ? document.body : findFirst(profile.regions[regionId], document.body)
}
