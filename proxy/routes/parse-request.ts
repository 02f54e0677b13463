import type { z } from 'zod'
import { ProxyError } from '../server/proxy-error.ts'

/** The boundary of a route: what does not fit its schema is an invalid request, and no word of it is repeated. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new ProxyError('invalid-request')
  return parsed.data
}
