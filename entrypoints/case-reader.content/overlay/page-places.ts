import type { FactRef } from '#utils/domain/advice.ts'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { RowKey } from '#utils/domain/ids.ts'

/** Finds, on the page as it stands now, the elements that the overlay stands beside. `null`: not here. */
export interface PagePlaces {
  /** The header of the open case or citizen. */
  caseHeader(): Element | null
  fact(fact: FactRef): Element | null
  row(group: ListGroup, key: RowKey): Element | null
  /** Lets go of every element of the page. */
  forget(): void
}
