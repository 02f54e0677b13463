import { customer } from 'virtual:customer'
import { browser } from '#utils/browser/browser.ts'
import { begun } from '#utils/guidance-sync/freshness.ts'
import { keptGuidanceItem } from '#utils/guidance-sync/items.ts'
import { syncGuidance } from '#utils/guidance-sync/sync-guidance.ts'
import { silently } from '#utils/messaging/silently.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import { sendWaitingCounts } from './count-advice.ts'
import { guidanceWorld } from './guidance-world.ts'
import { sendWaitingUses } from './record-use.ts'
import { proxyWorld } from './proxy-world.ts'

const ALARM = 'guidance'
/** A switch must be in effect within a minute or so; more often no browser wakes a worker. */
const MINUTES = 1

/** Asks the proxy for guidance every minute, for as long as somebody is signed in. */
export function followGuidance(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return
    silently(syncNow())
    silently(sendWaitingUses())
    silently(sendWaitingCounts())
  })
  silently(startClock())
  silently(noteBeginning())
}

/** An alarm outlives the worker: setting it again at each start would put it off for ever. */
async function startClock(): Promise<void> {
  if ((await browser.alarms.get(ALARM)) === undefined) await browser.alarms.create(ALARM, { periodInMinutes: MINUTES })
}

async function noteBeginning(): Promise<void> {
  const { version } = browser.runtime.getManifest()
  if ((await keptGuidanceItem.get()).since?.version === version) return
  await keptGuidanceItem.update((kept) => begun(kept, version, Date.now()))
}

/** Asks now. Without anybody signed in there is nobody to ask as, and what is kept stays. */
export async function syncNow(): Promise<void> {
  const proxy = proxyWorld(await readPolicy(customer))
  if (proxy === null || (await signedInHere(proxy)) === null) return
  await syncGuidance(guidanceWorld(), proxy)
}
