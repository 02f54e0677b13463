import type { CalendarDay } from '../domain/calendar-day.ts'
import type { KnowledgeKind, Outline, OutlineNode } from './register.ts'

/** A part of a document as loaded: what is cited, what is searched, what is shown. In the order of the text, parents first. */
export interface DocumentNode extends Omit<OutlineNode, 'id'> {
  /** "§ 32 a, stk. 2, nr. 3"; empty for a part without a number. */
  readonly address: string
  /** What stands above: part, chapter and headings, outermost first. */
  readonly headings: readonly string[]
  /** Its own words, without what stands in numbered parts below it. A line for each stretch between such parts. */
  readonly own: string
  /** All of it, as it reads. */
  readonly text: string
  /** Whether it is what a search finds; parts of a list are found through the whole. */
  readonly searchable: boolean
}

export type SourceFormat = 'lex-dania' | 'html' | 'markdown' | 'docx' | 'pdf'

/** A document that an importer has read whole. */
export interface KnowledgeDocument {
  readonly kind: KnowledgeKind
  readonly title: string
  /** Other names the document gives itself. */
  readonly names: readonly string[]
  readonly type: string | null
  readonly number: number | null
  readonly year: number | null
  readonly signed: string | null
  readonly eli: string | null
  readonly accession: string | null
  /** `null`: from the day it is loaded. */
  readonly validFrom: CalendarDay | null
  readonly validTo: CalendarDay | null
  readonly source: { readonly name: string; readonly checksum: string; readonly format: SourceFormat }
  readonly nodes: readonly DocumentNode[]
}

/** The outline of a document; a node's id is its place in it. */
export function outlineOf({ nodes }: Pick<KnowledgeDocument, 'nodes'>, idOf: (index: number) => string): Outline {
  return nodes.map(({ unit, number, parent, repealed, sentences }, index) => ({
    id: idOf(index),
    unit,
    number,
    parent,
    repealed,
    sentences,
  }))
}
