import { z } from 'zod'

/** What a call or a use is for. Closed lists: a field that took any word could hold content. */
export const FEATURES = [
  'answer',
  'draft',
  'rewrite',
  'summary',
  'gap-check',
  'citation-check',
  'search',
  'dictation',
  'screening',
  'advice',
  'unspecified',
] as const

/** The purpose of the processing (BEK 101/2026 § 1): what the caseworker is doing for the citizen. */
export const PURPOSES = ['case-work', 'access-request', 'party-hearing', 'plan', 'practice', 'unspecified'] as const

export type Feature = (typeof FEATURES)[number]
export type Purpose = (typeof PURPOSES)[number]

/** Id of a use: random, made in the extension, the same in the call and in the record of its outcome. */
export const useId = z.uuid()

/** HMAC-SHA256 of municipality and case id, made in the extension. */
export const caseHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Headers that a model call may carry beside the OpenAI request. All are optional; one that does not fit is refused. */
export const USE_HEADERS = {
  use: 'x-sagshjaelp-use',
  feature: 'x-sagshjaelp-feature',
  purpose: 'x-sagshjaelp-purpose',
  case: 'x-sagshjaelp-case',
} as const
