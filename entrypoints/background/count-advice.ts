import { customer } from 'virtual:customer'
import type { AdviceSeen } from '#utils/messaging/maps.ts'
import { silently } from '#utils/messaging/silently.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { countAdvice, sendCounts } from '#utils/use-records/count-advice.ts'
import { waitingCountsItem } from '#utils/use-records/counts-item.ts'
import type { AdviceCount } from '#proxy/contract/guidance-counts.ts'
import { proxyWorld } from './proxy-world.ts'

/** Counts what became of advice, by rule. The work itself waits for none of it. */
export function countSeen(seen: readonly Omit<AdviceCount, 'times'>[]): void {
  silently(count(seen))
}

/** As a page or the panel tells it. */
export function countShown({ act, rules }: AdviceSeen): void {
  countSeen(rules.map((rule) => ({ rule, act, reason: null })))
}

async function count(seen: readonly Omit<AdviceCount, 'times'>[]): Promise<void> {
  await countAdvice(waitingCountsItem, proxyWorld(await readPolicy(customer)), seen)
}

/** Tells the proxy what still waits. */
export async function sendWaitingCounts(): Promise<void> {
  const proxy = proxyWorld(await readPolicy(customer))
  if (proxy !== null) await sendCounts(waitingCountsItem, proxy)
}
