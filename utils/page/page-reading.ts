import type { FactList, NotRead } from '#utils/domain/case-view.ts'
import type { Fact } from '#utils/domain/fact.ts'
import type { ListGroup, SingleKey } from '#utils/domain/fact-catalogue.ts'

/** How many citizens a page is about. */
export type Citizens = 'none' | 'single' | 'many'

/** A page of the profile, recognised from address and landmarks. */
export interface RecognisedPage {
  readonly pageKind: string
  readonly citizens: Citizens
  /** What the address holds: `{ citizen: '…' }`. */
  readonly params: Readonly<Record<string, string>>
}

/** What the identity sources of a page say at one moment. */
export interface IdentityReading {
  readonly citizenId: string | null
  readonly cpr: string | null
  readonly name: string | null
  readonly caseId: string | null
  /** Ids of the sources that gave a value and agree. */
  readonly sources: readonly string[]
  /** Enough independent sources, none missing that must be there, none that disagree. */
  readonly confirmed: boolean
  /** Two sources give the same field (the id in the address and in the header, say), so they cannot be of two citizens. */
  readonly linked: boolean
  /** Two sources contradict each other. */
  readonly disagreement: boolean
  /** Every value that any source gave, hashed: what has passed by on a page is remembered in no other form. */
  readonly glimpsed: readonly string[]
}

/** What one block of a page showed, for telling a stale panel from a new one. */
export interface BlockMark {
  readonly block: string
  /** A hash of the block's visible text, so that nothing of the case is kept. */
  readonly mark: string
}

/** All that was read of a page at one moment. */
export interface PageReading {
  readonly pageKind: string
  readonly citizens: Citizens
  readonly identity: IdentityReading
  readonly facts: Readonly<Partial<Record<SingleKey, Fact>>>
  readonly lists: Readonly<{ [G in ListGroup]?: FactList<G> }>
  readonly notRead: readonly NotRead[]
  /** Which block each key and list came from. */
  readonly origin: Readonly<Record<string, string>>
  readonly marks: readonly BlockMark[]
  /** Blocks that were still loading. */
  readonly loading: readonly string[]
  /** Where each block stood, for following its mutations. */
  readonly places: ReadonlyMap<string, Element>
  /** Canaries of the page kind that are not there. Empty = the profile fits. */
  readonly missingCanaries: readonly string[]
  readonly condition: PageCondition
  readonly readAt: string
}

/** What the page as a whole is doing. */
export type PageCondition = 'ready' | 'busy' | 'logged-out' | 'no-access'
