import { useEffect, useSyncExternalStore } from 'react'
import { SinceLast } from '#utils/assistant/since-last.ts'
import { followTabs } from '#utils/browser/active-tab.ts'
import { TabCases, type TabReport } from '#utils/case-session/tab-cases.ts'
import { parsePageReport } from '#utils/messaging/page-report-schema.ts'
import { connectToPage } from '#utils/messaging/panel-port.ts'

export interface ActiveCase {
  readonly tabId: number | null
  readonly report: TabReport
}

/** What was seen of a case goes when the case does, in whichever tab. */
export const sinceLast = new SinceLast()

const listeners = new Set<() => void>()
let snapshot: ActiveCase = { tabId: null, report: { kind: 'waiting' } }

const cases = new TabCases({
  connect: connectToPage,
  parse: parsePageReport,
  later: (work, ms) => void setTimeout(work, ms),
  onChange: () => {
    snapshot = cases.active
    sinceLast.keepOnly(cases.open)
    for (const listener of listeners) listener()
  },
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the tab in front shows, as it tells it now. */
export function useActiveCase(): ActiveCase {
  useEffect(() => {
    const following = followTabs({
      activated: (tabId) => cases.activate(tabId),
      navigated: (tabId, status) => cases.navigated(tabId, status),
      closed: (tabId) => cases.closed(tabId),
    })
    return () => void following.then((stop) => stop())
  }, [])
  return useSyncExternalStore(subscribe, () => snapshot)
}
