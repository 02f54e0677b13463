import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { SignInView } from '#utils/case-session/sign-in-view.ts'
import { askMe } from './ask-me.ts'
import { signedInHere } from './fresh-token.ts'
import type { SignInWorld } from './sign-in-world.ts'

/** Who is signed in. The proxy is asked for the unit when it has not said yet. */
export async function viewSignIn(world: SignInWorld, base: string): Promise<SignInView> {
  const before = await signedInHere(world)
  if (before === null) return { kind: 'signed-out' }
  const problem = before.me === null ? await problemOf(askMe(world, base)) : null
  // A refused token is taken away while asking.
  const found = await signedInHere(world)
  if (found === null) return { kind: 'signed-out' }
  const { name, me } = found
  return { kind: 'signed-in', name, unit: me?.unit ?? null, roles: me?.roles ?? [], problem }
}

async function problemOf(work: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
