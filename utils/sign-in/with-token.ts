import { AppError } from '#utils/domain/app-error.ts'
import { forget, freshToken } from './fresh-token.ts'
import type { SignInWorld } from './sign-in-world.ts'

/**
 * Does something at the proxy as whoever is signed in. A token that the proxy refuses is renewed once; when that one is
 * refused too, nobody is signed in any more.
 */
export async function withToken<T>(world: SignInWorld, work: (token: string) => Promise<T>): Promise<T> {
  const token = await freshToken(world)
  try {
    return await work(token)
  } catch (error) {
    if (!refusesToken(error)) throw error
  }
  const second = await freshToken(world, token)
  try {
    return await work(second)
  } catch (error) {
    if (refusesToken(error)) await forget(world, { accessToken: second })
    throw error
  }
}

function refusesToken(error: unknown): boolean {
  return error instanceof AppError && error.code === 'sign-in-needed'
}
