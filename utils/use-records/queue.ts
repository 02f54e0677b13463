import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { callProxy } from '#utils/proxy/call-proxy.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import { withToken } from '#utils/sign-in/with-token.ts'
import type { StoredItem } from '#utils/storage/item.ts'
import { usageAnswer, type UsageRecord } from '#proxy/contract/usage-record.ts'

const AT_ONCE = 50
/** A long outage must not fill the browser's memory; the oldest go first. */
const MOST_WAITING = 2000
/** Signing out waits for it. */
const PATIENCE_MS = 4000
const LOCK = 'sagshjaelp-use-records'
/** Sent again it would be refused again. */
const HOPELESS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['model-refused', 'text-too-long'])

/** Whose use it was: the proxy takes the person from the sign-in, so it waits for that person. */
export interface Waiting {
  readonly subject: string
  readonly record: UsageRecord
}

export type UseQueueItem = StoredItem<readonly Waiting[]>

/** Puts a record in the queue. The same id again changes nothing. */
export async function queueUse(queue: UseQueueItem, waiting: Waiting): Promise<void> {
  await queue.update((before) =>
    before.some(({ record }) => record.id === waiting.record.id) ? before : [...before, waiting].slice(-MOST_WAITING),
  )
}

/** Sends what waits for the person who is signed in. What the proxy does not confirm waits on; sending twice is harmless. */
export async function sendUses(queue: UseQueueItem, proxy: SignInWorld & { readonly base: string }): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    for (;;) {
      const subject = (await signedInHere(proxy))?.subject
      const batch = (await queue.get()).filter((one) => one.subject === subject).slice(0, AT_ONCE)
      if (batch.length === 0) return
      const settled = await send(
        batch.map(({ record }) => record),
        proxy,
      )
      if (settled.size === 0) return
      await queue.update((waiting) => waiting.filter(({ record }) => !settled.has(record.id)))
    }
  })
}

/** Ids that need not be sent again. */
async function send(uses: readonly UsageRecord[], proxy: SignInWorld & { readonly base: string }): Promise<ReadonlySet<string>> {
  try {
    const answer = await withToken(proxy, async (token) => {
      const call = { path: '/v1/usage', method: 'POST', body: { uses }, patience: PATIENCE_MS } as const
      const response = await callProxy({ base: proxy.base, token, fetch: proxy.fetch }, call)
      return usageAnswer.safeParse(await response.json().catch(() => null))
    })
    return new Set(answer.success ? answer.data.results.map(({ id }) => id) : [])
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Set(HOPELESS.has(error.code) ? uses.map(({ id }) => id) : [])
  }
}
