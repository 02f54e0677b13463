import type { ProxyErrorCode } from '../contract/error-code.ts'

/** What a change is held against. */
export interface Position {
  /** The newest entry that concerns what is to be changed. */
  readonly newest: number
  /** The newest entry of all. */
  readonly head: number
}

const ETAG = /^"(\d{1,10})-[\w-]{1,64}"$/

/**
 * Every ETag of ours begins with the number of an entry: what its reader has seen. A change is let through when nothing
 * that concerns it was written after that. Weak ETags and `*` say nothing of what was seen.
 */
export function ifMatchProblem(header: string | undefined, { newest, head }: Position): ProxyErrorCode | null {
  if (header === undefined || header.trim() === '') return 'precondition-needed'
  const seen = header.split(',').flatMap((tag) => {
    const number = ETAG.exec(tag.trim())?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  return seen.some((entry) => entry >= newest && entry <= head) ? null : 'changed-meanwhile'
}

/** The ETag of an answer that shows all that was written up to an entry. */
export function etagAt(entry: number, name: string): string {
  return `"${entry}-${name}"`
}
