import { browser } from '#utils/browser/browser.ts'
import { createClient, type Client } from './client.ts'

/** A client that asks the background. The caller says which map it may use. */
export function backgroundClient<M>(): Client<M> {
  return createClient<M>('background', async (message) => browser.runtime.sendMessage(message))
}

/** A client that asks the script in the top frame of a tab: whichever document is there now. */
export function contentClient<M>(tabId: number): Client<M> {
  return createClient<M>('content', async (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }))
}
