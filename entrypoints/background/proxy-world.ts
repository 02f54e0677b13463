import { customer } from 'virtual:customer'
import { openSignInWindow, signInRedirect } from '#utils/browser/identity.ts'
import { proxyBase, signInTarget, type PolicyState } from '#utils/policy/judge-policy.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import { signedInItem } from '#utils/sign-in/signed-in-item.ts'

/** Where the proxy is and how to sign in for it. */
export interface ProxyWorld extends SignInWorld {
  readonly base: string
}

/** `null`: there is no proxy, or nobody can sign in for it. */
export function proxyWorld(policy: PolicyState): ProxyWorld | null {
  const base = proxyBase(policy, customer)
  const target = signInTarget(policy, customer)
  if (base === null || target === null) return null
  return {
    base,
    target,
    kept: signedInItem,
    redirect: signInRedirect,
    openWindow: openSignInWindow,
    fetch: async (...call) => fetch(...call),
    now: () => Date.now(),
  }
}
