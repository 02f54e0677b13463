import { browser } from '#utils/browser/browser.ts'
import { openPanelOnAction } from '#utils/browser/side-panel.ts'
import { keepStorageFromPages } from '#utils/storage/access.ts'
import { contentClient } from '#utils/messaging/clients.ts'
import type { BackgroundToContent } from '#utils/messaging/maps.ts'
import { silently } from '#utils/messaging/silently.ts'

/** What is set up each time the worker starts. */
export function prepareBrowser(): void {
  silently(keepStorageFromPages())
  silently(openPanelOnAction())
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'focus-bar' && tab?.id !== undefined) silently(contentClient<BackgroundToContent>(tab.id)('focusBar'))
  })
}
