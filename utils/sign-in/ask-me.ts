import { AppError } from '#utils/domain/app-error.ts'
import { callProxy } from '#utils/proxy/call-proxy.ts'
import { meAnswer, type MeAnswer } from '#proxy/contract/me.ts'
import type { SignInWorld } from './sign-in-world.ts'
import { withToken } from './with-token.ts'

/** Asks the proxy who it takes the user for, and keeps it beside the token it was asked with. */
export async function askMe(world: SignInWorld, base: string): Promise<MeAnswer> {
  return withToken(world, async (token) => {
    const response = await callProxy({ base, token, fetch: world.fetch }, { path: '/v1/me' })
    const me = meAnswer.safeParse(await response.json())
    if (!me.success) throw new AppError('proxy-away')
    await world.kept.update((current) => (current?.accessToken === token ? { ...current, me: me.data } : current))
    return me.data
  })
}
