import type { StoredItem } from '#utils/storage/item.ts'
import type { MeAnswer } from '#proxy/contract/me.ts'

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
  readonly me: MeAnswer | null
}

export type KeptSignIn = StoredItem<SignedIn | null>
