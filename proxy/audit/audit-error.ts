/**
 * Why a record is not on disk. `not-written`: the store did not take it in time. `closed-meanwhile`: another replica
 * took this one for dead and closed the call as an error, so it may not end well. `refused`: the database would not have it.
 */
export type AuditErrorCode = 'not-written' | 'closed-meanwhile' | 'refused'

export class AuditError extends Error {
  override readonly name = 'AuditError'
  readonly code: AuditErrorCode

  constructor(code: AuditErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
