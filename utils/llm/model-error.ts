import { APIError, OpenAIError } from 'openai'
import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { userCodeOf } from '#utils/proxy/proxy-error.ts'

/** A failure of the model client in the user's words. Its own text may quote an answer, so it goes no further. */
export function modelErrorCode(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code
  if (error instanceof APIError) return userCodeOf({ error: error.error })
  return error instanceof OpenAIError ? 'proxy-away' : 'unexpected'
}
