import type { FactValue } from '#utils/domain/fact.ts'
import type { ListGroup, RowFactKey, SingleKey } from '#utils/domain/fact-catalogue.ts'

/**
 * One invented case. It is the truth: both dialects render it and the oracle answers from it, so an answer key never
 * comes from rendered text. Values are canonical (see `utils/domain/fact.ts`); a dialect turns them into its own spelling.
 */
export interface CaseRecord {
  /** The citizen's GUID (dialect M) and number (dialect K). */
  readonly guid: string
  readonly number: number
  readonly caseGuid: string
  readonly size: SizeClass
  /** Why this person is in the set, in a sentence for the person index of the practice environment. */
  readonly story: string
  readonly facts: Readonly<Partial<Record<SingleKey, FactValue>>>
  readonly lists: { readonly [G in ListGroup]: readonly RowRecord<G>[] }
  /** Other people who stand on the citizen's pages (child, partner, landlord …) with CPR numbers: never to be read. */
  readonly relations: readonly Relation[]
  readonly planted: readonly PlantedFact[]
  /** Another holds the citizen, or the user may not see the citizen at all. */
  readonly lock: { readonly kind: 'reserved'; readonly by: string } | { readonly kind: 'no-access' } | null
  /** Named persons stand in the index of the practice environment; the others fill lists. */
  readonly named: boolean
}

export type RowRecord<G extends ListGroup> = { readonly id: string } & Readonly<Partial<Record<RowFactKey<G>, FactValue>>>

export type SizeClass = 'light' | 'ordinary' | 'heavy' | 'extreme'

export interface Relation {
  readonly role: string
  readonly name: string
  readonly cpr: string
  readonly address: string
}

/** Something put into a case on purpose, with the answer that a reader of the case should give. */
export interface PlantedFact {
  readonly id: string
  readonly kind:
    | 'needle'
    | 'contradiction'
    | 'superseded'
    | 'broken-promise'
    | 'overdue'
    | 'misfiled'
    | 'third-party-cpr'
    | 'injection'
    | 'document-contradicts'
  /** Row ids or canonical keys where it stands. */
  readonly at: readonly string[]
  readonly question: string
  readonly answer: string
  readonly cites: readonly string[]
}
