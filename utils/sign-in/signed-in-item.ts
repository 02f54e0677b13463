import { defineItem } from '#utils/storage/item.ts'
import { z } from '#utils/validation/zod.ts'
import { meAnswer } from '#proxy/contract/me.ts'
import type { KeptSignIn, SignedIn } from './signed-in.ts'

const signedInSchema: z.ZodType<SignedIn | null> = z
  .strictObject({
    issuer: z.string(),
    clientId: z.string(),
    subject: z.string().min(1),
    accessToken: z.string().min(1),
    refreshToken: z.string().min(1).nullable(),
    expiresAt: z.number(),
    endpoints: z.strictObject({ token: z.url(), revocation: z.url().nullable() }),
    name: z.string().nullable(),
    me: meAnswer.nullable(),
  })
  .nullable()

export const signedInItem: KeptSignIn = defineItem<SignedIn | null>('session', 'sign-in', signedInSchema, null)
