import type { SiteProfile } from '#utils/page/site-profile.ts'
import type { PagePlaces } from './page-places.ts'
export function profilePlaces(_document: Document, _profile: SiteProfile): PagePlaces {
  return { caseHeader: () => null, fact: () => null, row: () => null, forget: () => undefined }
}
