import type { ProxyErrorCode } from '../contract/error-code.ts'

/** A refusal or failure with its code. The message is the code, so that nothing of a request can follow it anywhere. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError'
  readonly code: ProxyErrorCode
  readonly retryAfterSeconds: number | null

  constructor(code: ProxyErrorCode, { retryAfterSeconds = null }: { readonly retryAfterSeconds?: number | null } = {}) {
    super(code)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}
