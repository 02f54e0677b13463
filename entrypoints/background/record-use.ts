import { customer } from 'virtual:customer'
import { browser } from '#utils/browser/browser.ts'
import { silently } from '#utils/messaging/silently.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { askMe } from '#utils/sign-in/ask-me.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import { makeRecord } from '#utils/use-records/make-record.ts'
import { useQueueItem } from '#utils/use-records/queue-item.ts'
import { queueUse, sendUses } from '#utils/use-records/queue.ts'
import type { UseNote } from '#utils/use-records/use-note.ts'
import { currentGuidance } from './guidance-world.ts'
import { proxyWorld } from './proxy-world.ts'

/** Puts a use on record. With nobody signed in there is nobody whose use it is, and no key to hide the case with. */
export async function recordUse(note: UseNote): Promise<void> {
  const proxy = proxyWorld(await readPolicy(customer))
  const signedIn = proxy && (await signedInHere(proxy))
  if (proxy === null || signedIn === null) return
  const { view } = await currentGuidance()
  const record = await makeRecord(note, {
    pseudonyms: signedIn.me ?? (await askMe(proxy, proxy.base)),
    sources: view.sources,
    appVersion: browser.runtime.getManifest().version,
    now: Date.now(),
  })
  await queueUse(useQueueItem, { subject: signedIn.subject, record })
  silently(sendUses(useQueueItem, proxy))
}

/** Sends what still waits. */
export async function sendWaitingUses(): Promise<void> {
  const proxy = proxyWorld(await readPolicy(customer))
  if (proxy !== null) await sendUses(useQueueItem, proxy)
}
