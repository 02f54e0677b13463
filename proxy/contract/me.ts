import { z } from 'zod'
import { ROLES } from './role.ts'

/** `GET /v1/me`: who the proxy takes the user for, and the key that the extension hashes case ids with. */
export const meAnswer = z.object({
  /** The municipality's number, as in CPR and Danmarks Statistik: three digits. */
  municipality: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.enum(ROLES)),
  /** When the token runs out, in ms since 1970. */
  expiresAt: z.number(),
  /** The case stands in records as HMAC-SHA256(key, municipality and case id): its id never reaches the proxy. */
  pseudonym: z.object({ keyId: z.string(), key: z.base64url() }),
})

export type MeAnswer = z.infer<typeof meAnswer>

/** `POST /v1/sign-out`: from now on the token is refused by every replica. */
export const signOutAnswer = z.object({ signedOut: z.literal(true) })
