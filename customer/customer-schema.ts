import { z } from '#utils/validation/zod.ts'
import { parseHostPattern } from '#utils/policy/host-pattern.ts'
import type { Customer } from './customer.ts'

const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/

/** A customer file, as read by the build. */
export const customerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1).max(45),
  fasitHosts: z.array(z.string().refine((pattern) => parseHostPattern(pattern) !== null, 'not an exact host pattern')).min(1),
  proxyOrigin: z
    .string()
    .refine((origin) => loopback.test(origin) || /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin), 'not an https origin')
    .nullable(),
  updateUrl: z.url().nullable(),
  requiresPolicy: z.boolean(),
  publicKey: z.base64(),
  firefoxId: z.string().regex(/^[\w.-]+@[\w.-]+$/),
  profiles: z.array(z.string().regex(/^[a-z0-9-]+$/)),
}) satisfies z.ZodType<Customer>
