/** The levels that Danish and European law counts in. `point` is a numbered heading of a guideline ("pkt. 2.1"). */
export type Unit = 'annex' | 'chapter' | 'paragraph' | 'article' | 'point' | 'stk' | 'nr' | 'litra' | 'pkt'

/** One level of a place: `13b`, `2`, `a`, `2.1`. With `to` it is a range, both ends included. `last` is "sidste pkt.". */
export interface Step {
  readonly unit: Unit
  readonly from: string
  readonly to: string | null
}

export type DocumentType = 'LOV' | 'LBK' | 'BEK' | 'VEJ' | 'CIR' | 'CIS' | 'SKR' | 'FOR'

/** How a citation says which act it means. Several that stand together must agree. */
export type ActRef =
  | {
      readonly form: 'number'
      readonly type: DocumentType
      readonly number: number
      readonly year: number | null
      readonly date: string | null
    }
  | { readonly form: 'eli'; readonly eli: string }
  /** Words in front of the place (their end counts) or after it (their start counts), folded. Whoever knows the names decides. */
  | ActWords
  /** "loven", "bekendtgørelsens": the act the reader already has in mind. */
  | { readonly form: 'context' }

export interface ActWords {
  readonly form: 'words'
  readonly side: 'before' | 'after'
  readonly words: readonly string[]
  /** Before which words a comma, a bracket or the like stands. */
  readonly pauses: readonly number[]
  /** Whether the words name an act by their form, known or not. Otherwise they count only when they are a known name. */
  readonly named: boolean
}

/** One place that a text points to. A list or an enumeration gives one citation for each place. */
export interface Citation {
  /** Offsets in UTF-16 code units of the whole reference, its act included where that stands beside it. */
  readonly start: number
  readonly end: number
  readonly acts: readonly ActRef[]
  /** From the outside in. Empty: the act itself. Without a paragraph, article, chapter or annex: "jf. stk. 2". */
  readonly steps: readonly Step[]
}

const OUTER: ReadonlySet<Unit> = new Set(['annex', 'chapter', 'paragraph', 'article', 'point'])

/** Whether the place hangs in the air: "stk. 2" of a paragraph that is not named. */
export function isRelative({ steps }: Pick<Citation, 'steps'>): boolean {
  const [first] = steps
  return first !== undefined && !OUTER.has(first.unit)
}
