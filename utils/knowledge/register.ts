import type { CalendarDay } from '../domain/calendar-day.ts'
import type { Unit } from './citation.ts'

export type KnowledgeKind = 'law' | 'procedure'

/** One text of one act, as published or as loaded. */
export interface ActVersion {
  readonly id: string
  /** What it is a version of. */
  readonly work: string
  readonly kind: KnowledgeKind
  readonly title: string
  readonly short: string | null
  readonly type: string | null
  readonly number: number | null
  readonly year: number | null
  readonly signed: string | null
  readonly eli: string | null
  readonly accession: string | null
  readonly validFrom: CalendarDay
  /** Last day; `null` until further notice. Before `validFrom` when a later load of the same text took its place. */
  readonly validTo: CalendarDay | null
}

/** All that is loaded. Versions of a work stand in order, the newest last. */
export interface Register {
  readonly versions: readonly ActVersion[]
  /** Folded name → works. */
  readonly names: ReadonlyMap<string, readonly string[]>
}

/** A place in a version. Nodes stand in the order of the text, a parent before its children. */
export interface OutlineNode {
  readonly id: string
  readonly unit: Unit | 'part'
  /** `32a`, `2`, `a`; empty where the text has no number. */
  readonly number: string
  /** Index in the outline; -1 at the top. */
  readonly parent: number
  readonly repealed: boolean
  readonly sentences: number
}

export type Outline = readonly OutlineNode[]

export interface Shelf {
  register(): Promise<Register>
  outline(version: string): Promise<Outline>
}
