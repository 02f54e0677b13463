import { anyCovers } from '#utils/policy/host-pattern.ts'

/** What the browser says of a sender. Fields that a browser does not give are absent. */
export interface RawSender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly origin?: string | undefined
  readonly frameId?: number | undefined
  readonly documentId?: string | undefined
  readonly documentLifecycle?: string | undefined
  readonly tab?: { readonly id?: number | undefined } | undefined
}

/** A content script of ours in the top frame of a page that we may work on. */
export interface ContentSender {
  readonly tabId: number
  readonly origin: string
  readonly url: string
  /** Absent in browsers that do not tell. */
  readonly documentId: string | undefined
}

/** A page of the extension itself. */
export interface ExtensionPageSender {
  readonly page: true
}

/** The sender as a content script on one of `hosts`, or `null`. The tab comes from the browser, never from the message. */
export function contentSender(sender: RawSender, own: { readonly id: string; readonly hosts: readonly string[] }): ContentSender | null {
  const { tab, url = '', frameId, documentId, documentLifecycle = 'active' } = sender
  if (sender.id !== own.id || frameId !== 0 || documentLifecycle !== 'active') return null
  if (typeof tab?.id !== 'number' || tab.id < 0 || !URL.canParse(url)) return null
  const origin = new URL(url).origin
  if (sender.origin !== undefined && sender.origin !== origin) return null
  return anyCovers(own.hosts, origin) ? { tabId: tab.id, origin, url, documentId } : null
}

/** The sender as a page of this extension, or `null`. */
export function extensionPageSender(sender: RawSender, own: { readonly id: string; readonly origin: string }): ExtensionPageSender | null {
  const { url = '', origin } = sender
  if (sender.id !== own.id || !URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  // `URL.origin` is "null" for extension schemes in some browsers, so the parts are compared.
  if (`${protocol}//${host}` !== own.origin) return null
  return origin === undefined || origin === own.origin ? { page: true } : null
}
