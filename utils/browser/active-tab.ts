import { browser } from './browser.ts'

/** What happens to tabs, as far as a panel in one window needs to know. */
export interface TabEvents {
  /** Another tab of this window is in front. */
  readonly activated: (tabId: number) => void
  /** The tab begins to show another document, or has finished loading it. */
  readonly navigated: (tabId: number, status: 'loading' | 'complete') => void
  readonly closed: (tabId: number) => void
}

/** Follows the tabs of the window this page is in. Needs no permission: only ids and states are used. Returns a function that stops. */
export async function followTabs(on: TabEvents): Promise<() => void> {
  const { id: windowId } = await browser.windows.getCurrent()
  const activated = (info: { tabId: number; windowId: number }) => {
    if (info.windowId === windowId) on.activated(info.tabId)
  }
  const updated = (tabId: number, change: { status?: string | undefined }) => {
    if (change.status === 'loading' || change.status === 'complete') on.navigated(tabId, change.status)
  }
  const removed = (tabId: number) => on.closed(tabId)
  browser.tabs.onActivated.addListener(activated)
  browser.tabs.onUpdated.addListener(updated)
  browser.tabs.onRemoved.addListener(removed)
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id !== undefined) on.activated(tab.id)
  return () => {
    browser.tabs.onActivated.removeListener(activated)
    browser.tabs.onUpdated.removeListener(updated)
    browser.tabs.onRemoved.removeListener(removed)
  }
}
