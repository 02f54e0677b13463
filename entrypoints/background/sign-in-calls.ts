import { customer } from 'virtual:customer'
import { AppError } from '#utils/domain/app-error.ts'
import type { SignInView } from '#utils/case-session/sign-in-view.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import { silently } from '#utils/messaging/silently.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { signIn } from '#utils/sign-in/sign-in.ts'
import { signOut } from '#utils/sign-in/sign-out.ts'
import { viewSignIn } from '#utils/sign-in/view-sign-in.ts'
import { sendWaitingCounts } from './count-advice.ts'
import { syncNow } from './follow-guidance.ts'
import { sendWaitingUses } from './record-use.ts'
import { proxyWorld } from './proxy-world.ts'

/** Signing in and out, asked by a page of the extension. */
export const signInCalls = {
  signInState: { run: signInState },
  signIn: {
    run: async (): Promise<SignInView> => {
      const world = await requireProxy()
      await signIn(world)
      const view = await viewSignIn(world, world.base)
      silently(syncNow())
      return view
    },
  },
  signOut: {
    run: async (): ReturnTypeOf<'signOut'> => {
      const world = await requireProxy()
      // What is on record of this person's day must be told by this person.
      await sendWaitingUses()
      await sendWaitingCounts()
      return signOut(world, world.base)
    },
  },
}

type ReturnTypeOf<Call extends keyof PanelToBackground> = Promise<ReturnType<PanelToBackground[Call]>>

async function signInState(): Promise<SignInView> {
  const world = proxyWorld(await readPolicy(customer))
  return world === null ? { kind: 'not-configured' } : viewSignIn(world, world.base)
}

async function requireProxy() {
  const world = proxyWorld(await readPolicy(customer))
  if (world === null) throw new AppError('feature-off')
  return world
}
