import { customer } from 'virtual:customer'
import { browser } from '#utils/browser/browser.ts'
import { contentClient } from '#utils/messaging/clients.ts'
import type { BackgroundToContent } from '#utils/messaging/maps.ts'
import { silently } from '#utils/messaging/silently.ts'
import { onSettingsChanged } from '#utils/storage/changes.ts'

/** Tells every page of the case system to ask again when policy or settings have changed. */
export function followChanges(): void {
  onSettingsChanged(() => silently(tellPages()))
}

async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...customer.fasitHosts] })
  for (const { id } of tabs) {
    if (id !== undefined) silently(contentClient<BackgroundToContent>(id)('setupChanged'))
  }
}
