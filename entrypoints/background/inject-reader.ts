import { browser } from '#utils/browser/browser.ts'
import type { ContentSender } from '#utils/messaging/sender.ts'

const READER = '/content-scripts/case-reader.js'

/** Puts the reader into the very document that asked. When that document has been left meanwhile, nothing is injected. */
export async function injectReader({ tabId, documentId }: ContentSender): Promise<void> {
  // The polyfill's types do not know documents by id; browsers without them get the top frame of the tab.
  const target = documentId === undefined ? { tabId, frameIds: [0] } : ({ tabId, documentIds: [documentId] } as { tabId: number })
  await browser.scripting.executeScript({ target, files: [READER], injectImmediately: true })
}
