import { locateFact, locateHeader, locateRow } from '#utils/page/locate.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'
import type { PagePlaces } from './page-places.ts'

/** Places by the newest reading of the page: what is shown beside a field stands beside the very element that was read. */
export function profilePlaces(document: Document, profile: SiteProfile): PagePlaces {
  let header: Element | null = null
  return {
    // Asked for in every pass, so it is kept as long as it is on the page.
    caseHeader: () => (header?.isConnected ? header : (header = locateHeader(document, profile))),
    fact: (fact) => locateFact(document, fact),
    row: (group, key) => locateRow(document, group, key),
    // Where the reader found things is the reader's to replace: a reading of the next case may already be there.
    forget: () => {
      header = null
    },
  }
}
