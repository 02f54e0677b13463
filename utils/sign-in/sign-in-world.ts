import type { SignInTarget } from '#utils/policy/judge-policy.ts'
import type { KeptSignIn } from './signed-in.ts'

/** What signing in leans on, so that a test can bring a real issuer without a browser. */
export interface SignInWorld {
  readonly target: SignInTarget
  readonly kept: KeptSignIn
  readonly redirect: () => string
  /** Resolves with the address the issuer sent the user back to. */
  readonly openWindow: (url: string, interactive: boolean) => Promise<string>
  readonly fetch: typeof fetch
  readonly now: () => number
}
