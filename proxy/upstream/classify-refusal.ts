import type { ProxyErrorCode } from '../contract/error-code.ts'

/** What an upstream's refusal means to us. Its text is gone by now. */
export interface Refusal {
  readonly code: ProxyErrorCode
  /** For the log and the counters: a word of ours. */
  readonly word:
    | 'content-filter'
    | 'too-long'
    | 'busy'
    | 'no-quota'
    | 'unavailable'
    | 'credentials'
    | 'not-there'
    | 'redirect'
    | 'refused'
    | 'failed'
    | 'late'
  /** Whether another upstream may be asked the same: this one did nothing with it. */
  readonly mayAskAnother: boolean
  /** Whether it counts against the upstream's health. */
  readonly isUnwell: boolean
}

const REFUSED: Refusal = { code: 'upstream-failed', word: 'refused', mayAskAnother: false, isUnwell: false }
const FAILED: Refusal = { code: 'upstream-failed', word: 'failed', mayAskAnother: false, isUnwell: true }

const BY_STATUS: Readonly<Record<number, Refusal>> = {
  401: { code: 'upstream-failed', word: 'credentials', mayAskAnother: true, isUnwell: true },
  403: { code: 'upstream-failed', word: 'credentials', mayAskAnother: true, isUnwell: true },
  404: { code: 'upstream-failed', word: 'not-there', mayAskAnother: true, isUnwell: false },
  408: { code: 'upstream-timeout', word: 'late', mayAskAnother: false, isUnwell: true },
  413: { code: 'body-too-large', word: 'too-long', mayAskAnother: false, isUnwell: false },
  429: { code: 'too-many-requests', word: 'busy', mayAskAnother: true, isUnwell: false },
  503: { code: 'no-upstream', word: 'unavailable', mayAskAnother: true, isUnwell: true },
  504: { code: 'upstream-timeout', word: 'late', mayAskAnother: false, isUnwell: true },
}

const FILTERED: Refusal = { code: 'content-filtered', word: 'content-filter', mayAskAnother: false, isUnwell: false }
const TOO_LONG: Refusal = { code: 'body-too-large', word: 'too-long', mayAskAnother: false, isUnwell: false }
const NO_QUOTA: Refusal = { code: 'no-upstream', word: 'no-quota', mayAskAnother: true, isUnwell: false }

const BY_CODE: Readonly<Record<string, Refusal>> = {
  content_filter: FILTERED,
  content_filtered: FILTERED,
  content_policy_violation: FILTERED,
  ResponsibleAIPolicyViolation: FILTERED,
  context_length_exceeded: TOO_LONG,
  string_above_max_length: TOO_LONG,
  insufficient_quota: NO_QUOTA,
}

/** By the codes of the error body when it has any that we know, else by its status. */
export function classifyRefusal(status: number, body: string): Refusal {
  if (status >= 300 && status < 400) return { code: 'upstream-failed', word: 'redirect', mayAskAnother: true, isUnwell: true }
  // Only refusals say why; a server that fails may say anything.
  const known =
    status >= 400 && status < 500
      ? codesOf(body)
          .map((code) => BY_CODE[code])
          .find((refusal) => refusal !== undefined)
      : undefined
  return known ?? BY_STATUS[status] ?? (status >= 400 && status < 500 ? REFUSED : FAILED)
}

function codesOf(body: string): readonly string[] {
  try {
    const answer: unknown = JSON.parse(body)
    const error = field(answer, 'error') ?? answer
    const found = [field(field(error, 'innererror'), 'code'), field(error, 'code'), field(error, 'type')]
    return found.filter((code): code is string => typeof code === 'string' && Object.hasOwn(BY_CODE, code))
  } catch {
    // Not JSON, so it says nothing that we know.
    return []
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
}

const LONGEST_WAIT_SECONDS = 3600

/** `Retry-After` in seconds or as a date; never less than one second, never more than an hour. */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | null {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? ''
  const seconds = /^\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000
  if (Number.isNaN(seconds) || text === '') return null
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(seconds)))
}
