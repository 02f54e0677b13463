/**
 * The side panel: an API of Chromium that the polyfill does not know. Firefox has a sidebar instead, which the user
 * opens; there these calls do nothing.
 */
interface SidePanelApi {
  open(options: { tabId: number }): Promise<void>
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>
}

function sidePanel(): SidePanelApi | null {
  return typeof chrome === 'object' && 'sidePanel' in chrome ? chrome.sidePanel : null
}

/** Opens the panel in the tab's window. Must be the first call of the listener: one `await` before it loses the user's gesture. */
export async function openSidePanel(tabId: number): Promise<void> {
  await sidePanel()?.open({ tabId })
}

/** Lets a click on the extension's icon, or its keyboard shortcut, open the panel. */
export async function openPanelOnAction(): Promise<void> {
  await sidePanel()?.setPanelBehavior({ openPanelOnActionClick: true })
}
