import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { callProxy } from '#utils/proxy/call-proxy.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import { withToken } from '#utils/sign-in/with-token.ts'
import type { StoredItem } from '#utils/storage/item.ts'
import type { AdviceCount, AdviceCounts } from '#proxy/contract/guidance-counts.ts'

/** How advice was received in this browser and is not told yet: rule, act and number, and nothing else. */
export interface WaitingCounts {
  /** `rule act reason` → times. */
  readonly open: Readonly<Record<string, number>>
  /** Sent and not confirmed: sent again as it was, so that it is counted once. */
  readonly sent: AdviceCounts | null
}

export type WaitingCountsItem = StoredItem<WaitingCounts>

type Proxy = SignInWorld & { readonly base: string }
type Seen = Omit<AdviceCount, 'times'>

/** Sent again it would be refused again. */
const HOPELESS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['model-refused', 'text-too-long', 'not-allowed'])
const PATIENCE_MS = 4000
const LOCK = 'sagshjaelp-advice-counts'
const MOST_TIMES = 10_000

/** With nobody signed in there is no unit to count for. */
export async function countAdvice(item: WaitingCountsItem, proxy: SignInWorld | null, seen: readonly Seen[]): Promise<void> {
  if (proxy === null || seen.length === 0 || (await signedInHere(proxy)) === null) return
  await item.update((waiting) => {
    const open = { ...waiting.open }
    for (const { rule, act, reason } of seen) {
      const name = `${rule} ${act} ${reason ?? ''}`
      open[name] = Math.min(MOST_TIMES, (open[name] ?? 0) + 1)
    }
    return { ...waiting, open }
  })
}

/** Tells the proxy. What it does not confirm waits on. */
export async function sendCounts(item: WaitingCountsItem, proxy: Proxy): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    if ((await signedInHere(proxy)) === null) return
    const { sent } = await item.update(({ open, sent: before }) =>
      before !== null || Object.keys(open).length === 0 ? { open, sent: before } : { open: {}, sent: batchOf(open) },
    )
    if (sent === null || !(await isSettled(sent, proxy))) return
    await item.update((waiting) => ({ ...waiting, sent: null }))
  })
}

function batchOf(open: WaitingCounts['open']): AdviceCounts {
  const counts = Object.entries(open).map(([name, times]) => {
    const [rule = '', act, reason] = name.split(' ')
    return { rule, act, reason: reason === '' ? null : reason, times } as AdviceCount
  })
  return { id: crypto.randomUUID(), counts }
}

async function isSettled(batch: AdviceCounts, proxy: Proxy): Promise<boolean> {
  try {
    await withToken(proxy, async (token) =>
      callProxy(
        { base: proxy.base, token, fetch: proxy.fetch },
        { path: '/v1/guidance/counts', method: 'POST', body: batch, patience: PATIENCE_MS },
      ),
    )
    return true
  } catch (error) {
    if (error instanceof AppError) return HOPELESS.has(error.code)
    throw error
  }
}
