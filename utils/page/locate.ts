import type { FactRef } from '#utils/domain/advice.ts'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { RowKey } from '#utils/domain/ids.ts'
import { identityRegion } from './look-at-page.ts'
import { factPlace, rowPlace } from './reading-places.ts'
import type { ReadingPlaces } from './reading-places.ts'
import type { SiteProfile } from './site-profile.ts'

/** The newest whole reading of each document. Goes with the document; holds no text of the page. */
const newest = new WeakMap<Document, ReadingPlaces>()

/** Keeps where a finished reading found things, in place of the one before. */
export function keepPlaces(document: Document, places: ReadingPlaces): void {
  newest.set(document, places)
}

/** The element that a fact was read from, if it is still on the page. */
export function locateFact(document: Document, { key, row }: FactRef): Element | null {
  const places = newest.get(document)
  if (!places) return null
  return row === null ? places.at(factPlace(key)) : places.cellAt(rowPlace(key.slice(0, key.indexOf('.')), row), key)
}

/** The row of a list, if it is still on the page. */
export function locateRow(document: Document, group: ListGroup, row: RowKey): Element | null {
  return newest.get(document)?.at(rowPlace(group, row)) ?? null
}

/** The header that says whose case is open; `null` where the profile names none. */
export function locateHeader(document: Document, profile: SiteProfile): Element | null {
  const region = identityRegion(profile, document)
  return region === document.body ? null : region
}
