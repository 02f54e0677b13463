import type { Answered } from '../guidance/guidance.ts'
import { ProxyError } from '../server/proxy-error.ts'

/** What the guidance service answered, or its refusal as the caller meets it. */
export function allowed<T>(answered: Answered<T>): { readonly ok: true; readonly etag: string } & T {
  if (!answered.ok) throw new ProxyError(answered.code)
  return answered
}
