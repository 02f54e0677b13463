import type { ErrorCode } from './error-code.ts'

/** The product's one error. Its message is the code, so that logging it can leak nothing of a case. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
