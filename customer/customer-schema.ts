import { z } from '#utils/validation/zod.ts'
import { parseHostPattern } from '#utils/policy/host-pattern.ts'
import type { Customer } from './customer.ts'

const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/

const isOrigin = (origin: string) => loopback.test(origin) || /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin)

const signIn = z.strictObject({
  issuer: z.url().refine((issuer) => isOrigin(new URL(issuer).origin) && !/[?#]/.test(issuer), 'not an issuer on an https origin'),
  clientId: z.string().min(1).max(200),
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).refine((scopes) => scopes.includes('openid'), 'openid is missing'),
  resource: z.string().min(1).max(300).nullable(),
})
const keys = z.array(z.string().regex(/^[\w-]{43}$/)).max(2)

/** A customer file, as read by the build. */
export const customerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1).max(45),
  municipality: z.string().regex(/^\d{3}$/),
  fasitHosts: z.array(z.string().refine((pattern) => parseHostPattern(pattern) !== null, 'not an exact host pattern')).min(1),
  proxyOrigin: z.string().refine(isOrigin, 'not an https origin').nullable(),
  signIn: signIn.nullable(),
  guidanceKeys: z.strictObject({ publisher: keys, municipality: keys }),
  updateUrl: z.url().nullable(),
  requiresPolicy: z.boolean(),
  publicKey: z.base64(),
  firefoxId: z.string().regex(/^[\w.-]+@[\w.-]+$/),
  profiles: z.array(z.string().regex(/^[a-z0-9-]+$/)),
}) satisfies z.ZodType<Customer>
