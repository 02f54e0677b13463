import type { Fact } from './fact.ts'
import type { ListGroup, RowFactKey, SingleKey } from './fact-catalogue.ts'
import type { CaseId, CaseToken, CitizenId, CprNumber, RowKey } from './ids.ts'

/** Whose case is open, confirmed by at least two independent sources on the page. */
export interface CaseIdentity {
  readonly citizenId: CitizenId
  readonly cpr: CprNumber
  readonly name: string
  /** `null` when the page shows the citizen but no single case. */
  readonly caseId: CaseId | null
  /** Which sources of the profile agreed, e.g. `['route', 'header-cpr']`. */
  readonly confirmedBy: readonly string[]
}

/** One row of a list on the page. */
export interface FactRow<G extends ListGroup = ListGroup> {
  readonly key: RowKey
  readonly facts: Readonly<Partial<Record<RowFactKey<G>, Fact>>>
}

/** Rows of one list and how much of the list they are. A rule may count them only when `complete`. */
export interface FactList<G extends ListGroup = ListGroup> {
  readonly rows: readonly FactRow<G>[]
  readonly coverage: Coverage
}

export interface Coverage {
  readonly read: number
  /** What the page says there is; `null` when it does not say. */
  readonly total: number | null
  /** Every row that exists was read: no paging left, no filter in force that hides rows. */
  readonly complete: boolean
  /** Filters in force, as shown ("Status: Aktive"). */
  readonly filters: readonly string[]
}

export type NotReadReason =
  /** The part is closed and its content is not on the page. */
  | 'collapsed'
  /** Still loading. */
  | 'loading'
  /** The host said that it failed. */
  | 'failed'
  /** In a frame that cannot be read. */
  | 'frame'
  /** On another screen of the case, not visited yet. */
  | 'elsewhere'
  /** Several places claim to be the field and they do not agree. */
  | 'ambiguous'
  /** Text was found that the field's type does not allow. */
  | 'unreadable'
  /** The profile names it, the page should show it, and it is not there. */
  | 'not-found'
  /** Rows beyond what is on the page. */
  | 'paged'
  /** A long list that nobody asks about: it is left alone until somebody does. */
  | 'not-asked'
  /** Hidden on purpose (protected address). */
  | 'protected'

/** A part of the case that was not read, and why. Never silently left out. */
export interface NotRead {
  /** A canonical key, a list group, or a part the profile names. */
  readonly part: string
  readonly why: NotReadReason
}

/** The open case as read so far in this tab. Lives in memory only and dies with its token. */
export interface CaseView {
  readonly token: CaseToken
  readonly identity: CaseIdentity
  readonly profile: { readonly id: string; readonly version: string; readonly verified: boolean }
  readonly pageKind: string
  /** ISO instant of the newest read. */
  readonly readAt: string
  readonly facts: Readonly<Partial<Record<SingleKey, Fact>>>
  readonly lists: Readonly<{ [G in ListGroup]?: FactList<G> }>
  readonly notRead: readonly NotRead[]
}

/** What stands on a page, as far as the extension can tell. */
export type PageState =
  | { readonly kind: 'unknown-page' }
  /** The profile's canary failed: reading has stopped. */
  | { readonly kind: 'profile-broken'; readonly missing: readonly string[] }
  /** A known page with no citizen, or with several. */
  | { readonly kind: 'no-case'; readonly pageKind: string; readonly citizens: 'none' | 'many' }
  | { readonly kind: 'logged-out' }
  | { readonly kind: 'no-access' }
  /** A case is there but not confirmed yet. */
  | { readonly kind: 'settling' }
  | { readonly kind: 'open'; readonly view: CaseView }
