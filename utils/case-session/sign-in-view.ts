import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { Role } from '#proxy/contract/role.ts'

/** Who is signed in, as panel and options may know it: no token, no key. */
export type SignInView =
  /** Nobody can sign in with this build or policy. */
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'signed-out' }
  | {
      readonly kind: 'signed-in'
      readonly name: string | null
      /** `null` until the proxy has said. */
      readonly unit: { readonly id: string; readonly name: string } | null
      readonly roles: readonly Role[]
      /** Why the unit is not known. */
      readonly problem: ErrorCode | null
    }
