import type { ErrorCode } from '#utils/domain/error-code.ts'
import { PROXY_ERRORS, type ProxyErrorCode } from '#proxy/contract/error-code.ts'
import { z } from '#utils/validation/zod.ts'

/** What each of the proxy's codes is to a user. Those that say "our fault" are one thing to her. */
const TO_USER: Readonly<Record<ProxyErrorCode, ErrorCode>> = {
  'not-signed-in': 'sign-in-needed',
  'not-allowed': 'not-allowed',
  'not-found': 'model-refused',
  'method-not-allowed': 'model-refused',
  'body-too-large': 'text-too-long',
  'wrong-content-type': 'model-refused',
  'invalid-request': 'model-refused',
  'cpr-in-prompt': 'cpr-in-prompt',
  'model-not-allowed': 'model-refused',
  'switched-off': 'model-off',
  'too-many-requests': 'too-many-requests',
  'budget-spent': 'budget-spent',
  'upstream-failed': 'model-away',
  'upstream-timeout': 'model-away',
  'no-upstream': 'model-away',
  'content-filtered': 'content-filtered',
  'changed-meanwhile': 'changed-meanwhile',
  'precondition-needed': 'changed-meanwhile',
  'cannot-switch-off': 'rule-locked',
  'reason-too-short': 'reason-too-short',
  'cpr-in-reason': 'cpr-in-reason',
  'dates-do-not-fit': 'dates-do-not-fit',
  'another-person-needed': 'another-person-needed',
  'already-decided': 'already-decided',
  'too-much-switched-off': 'too-much-switched-off',
  'no-signing-key': 'no-signing-key',
  'request-timeout': 'proxy-away',
  'not-ready': 'proxy-away',
  internal: 'model-away',
}

const body = z.object({ error: z.object({ code: z.enum(Object.keys(PROXY_ERRORS) as ProxyErrorCode[]) }) })

/** The code in an error's body, or `null` when the proxy did not write it: then something between answered. */
export function proxyCodeOf(answer: unknown): ProxyErrorCode | null {
  return body.safeParse(answer).data?.error.code ?? null
}

/** What the user is told. An answer that is not the proxy's means that the proxy was not reached. */
export function userCodeOf(answer: unknown): ErrorCode {
  const code = proxyCodeOf(answer)
  return code === null ? 'proxy-away' : TO_USER[code]
}
