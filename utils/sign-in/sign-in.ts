import { authorize } from './authorize.ts'
import { signedInHere } from './fresh-token.ts'
import type { SignInWorld } from './sign-in-world.ts'

/** Signs in, one window at a time: whoever asks while one is open gets what comes of it. */
export async function signIn(world: SignInWorld, how: { readonly quiet?: boolean } = {}): Promise<void> {
  const asked = await signedInHere(world)
  await navigator.locks.request('sagshjaelp-sign-in', async () => {
    const now = await signedInHere(world)
    if (now !== null && now.accessToken !== asked?.accessToken) return
    const signedIn = await authorize(world, how)
    await world.kept.update(() => signedIn)
  })
}
