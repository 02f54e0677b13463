import { AppError } from '#utils/domain/app-error.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { callProxy } from '#utils/proxy/call-proxy.ts'
import { askMe } from '#utils/sign-in/ask-me.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import { withToken } from '#utils/sign-in/with-token.ts'
import { guidanceAnswer, type GuidanceAnswer } from './guidance-answer.ts'
import type { GuidanceTrust } from './guidance-trust.ts'
import { openKept, type GuidanceInUse, type GuidanceInUseItem } from './in-use.ts'
import type { KeptGuidance, KeptGuidanceItem } from './kept-guidance.ts'
import type { PollStateItem } from './poll-state.ts'
import { takeAnswer } from './take-answer.ts'

export interface GuidanceWorld {
  readonly trust: GuidanceTrust
  readonly builtIn: RulePack
  readonly kept: KeptGuidanceItem
  readonly inUse: GuidanceInUseItem
  readonly poll: PollStateItem
}

/** The proxy reads the token's own end, we reckon it from the issuer's answer. */
const SKEW_MS = 120_000
const LOCK = 'sagshjaelp-guidance'

type Opening = Pick<GuidanceWorld, 'kept' | 'inUse' | 'trust' | 'builtIn'>

/** What advice is given by: from memory, or verified anew from what is kept. */
export async function guidanceNow(world: Opening): Promise<GuidanceInUse> {
  return (await world.inUse.get()) ?? reopen(world, await world.kept.get())
}

async function reopen({ inUse, trust, builtIn }: Opening, kept: KeptGuidance): Promise<GuidanceInUse> {
  const opened = await openKept(kept, builtIn, trust)
  await inUse.update(() => opened)
  return opened
}

/**
 * Asks the proxy for packs and switches and takes what holds. Never rejects for a proxy that is away or refuses: what is
 * kept stays in use, and how it went is noted.
 */
export async function syncGuidance(world: GuidanceWorld, proxy: SignInWorld & { readonly base: string }): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const askedAt = proxy.now()
    const problem = await codeOf(askAndTake(world, proxy))
    await world.poll.update(() => ({ askedAt, problem }))
  })
}

async function codeOf(work: Promise<void>) {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

async function askAndTake(world: GuidanceWorld, proxy: SignInWorld & { readonly base: string }): Promise<void> {
  const unit = await currentUnit(proxy)
  const before = await world.kept.get()
  const heard = await ask(before, unit, proxy)
  if (heard === null) return
  const after = await takeAnswer(before, heard.answer, { trust: world.trust, unit, etag: heard.etag, now: proxy.now() })
  // Pages ask anew when what is kept changes, so what they will be told must be there first.
  await reopen(world, after)
  await world.kept.update(({ since }) => ({ ...after, since }))
}

/** The unit by the token in use: a renewed one may name another. */
async function currentUnit(proxy: SignInWorld & { readonly base: string }): Promise<string> {
  const found = await signedInHere(proxy)
  const isOfOldToken = found?.me && found.me.expiresAt + SKEW_MS < found.expiresAt
  const me = isOfOldToken ? null : found?.me
  return (me ?? (await askMe(proxy, proxy.base))).unit.id
}

/** `null`: nothing has changed since. */
async function ask(
  { unit: known, etag }: KeptGuidance,
  unit: string,
  proxy: SignInWorld & { readonly base: string },
): Promise<{ readonly answer: GuidanceAnswer; readonly etag: string | null } | null> {
  const seen = known === unit && etag !== null ? { 'if-none-match': etag } : {}
  return withToken(proxy, async (token) => {
    const response = await callProxy({ base: proxy.base, token, fetch: proxy.fetch }, { path: '/v1/guidance', headers: seen })
    if (response.status === 304) return null
    const answer = guidanceAnswer.safeParse(await bodyOf(response))
    if (!answer.success) throw new AppError('proxy-away')
    return { answer: answer.data, etag: response.headers.get('etag') }
  })
}

/** A body that is cut on the way is no answer. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    throw new AppError('proxy-away', { cause })
  }
}
