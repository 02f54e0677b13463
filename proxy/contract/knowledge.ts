import { z } from 'zod'

export const KNOWLEDGE_KINDS = ['law', 'procedure'] as const
/** Law, and the municipality's own procedures: never mixed. */
export type KnowledgeKind = (typeof KNOWLEDGE_KINDS)[number]

const day = z.string().refine((text) => {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
})

/** Text that UTF-8 can hold. */
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed())

/** The day whose law counts; today when left out. */
const on = day.optional()

/** `POST /v1/knowledge/search`. A query stands in the body so that it stands in no address; `GET` takes the same for look-ups by hand. */
export const knowledgeSearch = z.strictObject({
  query: text(500),
  kind: z.enum(KNOWLEDGE_KINDS).optional(),
  on,
  /** Hits of each kind. */
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

/** `POST /v1/knowledge/cite`. */
export const knowledgeCite = z.strictObject({
  text: text(20_000),
  /** What "loven", or a paragraph without an act, means: a name, a short name, a number or an ELI address. */
  act: text(400).optional(),
  on,
})

/** `GET /v1/knowledge/{id}` and `GET /v1/knowledge`. */
export const knowledgeDay = z.strictObject({ on })

export type KnowledgeSearch = z.infer<typeof knowledgeSearch>
export type KnowledgeCite = z.infer<typeof knowledgeCite>

/** A text of an act or of a procedure, as loaded. */
export interface ActInfo {
  readonly id: string
  readonly kind: KnowledgeKind
  readonly title: string
  readonly short: string | null
  /** "LBK", "LOV", "BEK", …; `null` when the text does not say. */
  readonly type: string | null
  readonly number: number | null
  readonly year: number | null
  /** The version date: when the text was signed, else when it begins. */
  readonly date: string
  readonly eli: string | null
  readonly validFrom: string
  /** Last day; `null` until further notice. */
  readonly validTo: string | null
  /** Whether it holds on the day that was asked for. */
  readonly inForce: boolean
}

/** A piece of law or of a procedure, with everything needed to quote it. */
export interface Passage {
  readonly id: string
  readonly act: ActInfo
  /** "§ 32 a, stk. 2, nr. 3"; empty for a part without a number. */
  readonly address: string
  readonly headings: readonly string[]
  readonly text: string
  /** Only its number stands in the text any more. */
  readonly repealed: boolean
}

/** `GET /v1/knowledge/{id}`: a passage, and what stands directly below it. */
export interface PassageAnswer {
  readonly passage: Passage
  readonly parts: readonly { readonly id: string; readonly address: string; readonly text: string }[]
}

/** `GET /v1/knowledge`: what is loaded and holds on the day. */
export interface KnowledgeList {
  readonly on: string
  readonly law: readonly ActInfo[]
  readonly procedure: readonly ActInfo[]
}

export interface KnowledgeHit {
  readonly passage: Passage
  /** The stretch that fits best. */
  readonly excerpt: string
  /** Whether the query cited the passage itself. */
  readonly cited: boolean
}

export interface KnowledgeHits {
  readonly on: string
  /** Whether meaning was compared as well; without an embedding model, or when it is switched off or away, words alone. */
  readonly by: 'words' | 'words-and-meaning'
  readonly law: readonly KnowledgeHit[]
  readonly procedure: readonly KnowledgeHit[]
}

export const CITATION_LEVELS = ['act', 'annex', 'chapter', 'paragraph', 'article', 'point', 'stk', 'nr', 'litra', 'pkt'] as const
export type CitationLevel = (typeof CITATION_LEVELS)[number]

/** A citation in one form, whatever spelling it had. */
export interface CanonicalCitation {
  readonly act: string | null
  readonly eli: string | null
  readonly chapter: string | null
  /** Paragraph or article, its letter apart: "32" and "a". */
  readonly section: string | null
  readonly letter: string | null
  readonly stk: string | null
  readonly nr: string | null
  readonly litra: string | null
  readonly pkt: string | null
  /** The day whose law it was looked up in. */
  readonly as_of: string
}

export type CitationStatus =
  | 'found'
  /** The number stands in the act, and that it is repealed. */
  | 'repealed'
  /** No such act, or no such place in it. */
  | 'not-found'
  | 'ambiguous'

export interface CitationAnswer {
  /** Offsets in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly canonical: CanonicalCitation
  /** "§ 32 a, stk. 2"; empty for an act as a whole. */
  readonly place: string
  readonly status: CitationStatus
  /** The first level that does not exist; only when not found. */
  readonly missing: CitationLevel | null
  /** What could be meant; only when ambiguous. */
  readonly between: 'no-act' | 'no-paragraph' | 'acts' | 'places' | null
  /** Where it leads; when ambiguous, what it could mean; when not found, where other versions of the act have it. */
  readonly passages: readonly Passage[]
  /** How many more than those there are (a long range). */
  readonly more: number
}

export interface CitationsAnswer {
  readonly on: string
  readonly citations: readonly CitationAnswer[]
}
