import { z } from 'zod'

const record = z.record(z.string(), z.unknown())

/**
 * One case, as anybody may bring it. Times in `claims_relative` (`exp`, `nbf`, `iat`, `auth_time`) are seconds from now.
 * `sign` names who signs and how; `raw`, when it is text, is sent instead of a built token (`{T}` stands for a good one).
 */
export const authLine = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  header: record.nullish(),
  claims_relative: record.nullish(),
  sign: z.unknown().optional(),
  raw: z.unknown().optional(),
  expect: z.enum(['accept', 'reject']),
})

export type AuthLine = Pick<z.infer<typeof authLine>, 'id' | 'header' | 'claims_relative' | 'sign' | 'raw' | 'expect'>
