import { browser } from './browser.ts'

const WORKBENCH = 'disclosure.html'

/** Opens the workbench in a tab of its own. The address says nothing of the case; the new tab knows which tab it came from. */
export async function openWorkbench(openerTabId: number | null): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(WORKBENCH), ...(openerTabId !== null && { openerTabId }) })
}

/** The tab that this page was opened from, while it is there. */
export async function openerTab(): Promise<number | null> {
  const tab = await browser.tabs.getCurrent()
  return tab?.openerTabId ?? null
}
