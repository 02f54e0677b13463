import { defineItem, type StoredItem } from '#utils/storage/item.ts'
import { z } from '#utils/validation/zod.ts'
import { meAnswer } from '#proxy/contract/me.ts'

/**
 * Who is signed in, with the tokens. In `storage.session` only: in memory, closed to content scripts, gone with the
 * browser. It leaves the background in no message; panels get a `SignInView`.
 */
export interface SignedIn {
  readonly issuer: string
  readonly clientId: string
  /** The issuer's id of the person: a token renewed for somebody else is not taken. */
  readonly subject: string
  readonly accessToken: string
  readonly refreshToken: string | null
  /** In ms since 1970. */
  readonly expiresAt: number
  readonly endpoints: { readonly token: string; readonly revocation: string | null }
  /** As the issuer writes it; `null` when it does not. */
  readonly name: string | null
  /** Who the proxy takes the user for; `null` until it has been asked. */
  readonly me: z.infer<typeof meAnswer> | null
}

export type KeptSignIn = StoredItem<SignedIn | null>

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
