import type { ErrorCode } from './error-code.ts'

/** How an answer of the model ended. Only `done` is a whole answer; nothing else may be put into a field. */
export type AnswerEnd =
  | { readonly state: 'done'; readonly model: string }
  /** The user stopped it, left the case or closed the panel. */
  | { readonly state: 'aborted' }
  /** `withdrawn`: what was shown must go as well. */
  | { readonly state: 'error'; readonly code: ErrorCode; readonly withdrawn: boolean }

export function answerFailed(code: ErrorCode): AnswerEnd {
  return { state: 'error', code, withdrawn: code === 'content-filtered' }
}
