import type { PageReading } from './page-reading.ts'
import { checkProfile } from './profile-check.ts'
import type { ProfileCheck } from './profile-check.ts'
import { readPage } from './read-page.ts'
import { recogniseByLandmarks, recognisePage } from './recognise.ts'
import type { SiteProfile } from './site-profile.ts'

/**
 * The reader for a page that is opened by a program (command line, proofs) instead of the extension: the same code, built
 * to one script. `address` says whether the page's address is its real one.
 */
export function readHere(profile: SiteProfile, address: 'real' | 'unknown'): Omit<PageReading, 'places'> | null {
  const page = address === 'real' ? recognisePage(profile, window.location, document) : recogniseByLandmarks(profile, document)
  if (!page) return null
  const { places: _places, ...reading } = readPage(profile, page, window)
  return reading
}

/** What each locator hits here. */
export function checkHere(profile: SiteProfile, address: 'real' | 'unknown'): ProfileCheck | null {
  const page = address === 'real' ? recognisePage(profile, window.location, document) : recogniseByLandmarks(profile, document)
  return page ? checkProfile(profile, page, window) : null
}
