/** The kinds of fault that a pack can have; each has its own check. */
export type ProblemCode =
  | 'schema'
  | 'file-name'
  | 'feel'
  | 'versions-overlap'
  | 'versions-gap'
  | 'version-reversed'
  | 'status-date'
  | 'never-applies'
  | 'always-met'
  | 'never-met'
  | 'idle-condition'
  | 'unused-condition'
  | 'deadline'
  | 'citation'
  | 'quote'
  | 'text'
  | 'review'
  | 'example'
  | 'boundary'
  | 'twice'

/** Something wrong in a rule, for its author, in Danish; with a case that shows it where there is one. */
export interface AuthorProblem {
  readonly rule: string
  readonly code: ProblemCode
  readonly text: string
  readonly counterCase?: string
}

/** Untidy, and yet no case is judged wrongly by it. */
export function isRemark({ code }: AuthorProblem): boolean {
  return code === 'unused-condition'
}

/** One line for a terminal or a page. */
export function problemLine({ rule, text, counterCase }: AuthorProblem): string {
  return `${rule}: ${text}${counterCase === undefined ? '' : ` Modeksempel: ${counterCase}`}`
}
