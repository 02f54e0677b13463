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
  if (sender.id !== own.id || !isTopOfLivingPage(sender)) return null
  const tabId = sender.tab?.id ?? -1
  const origin = originOf(sender)
  if (tabId < 0 || origin === null || !anyCovers(own.hosts, origin)) return null
  return { tabId, origin, url: sender.url ?? '', documentId: sender.documentId }
}

/** Not a frame inside the page, not a page that is prerendered or put away. */
function isTopOfLivingPage({ frameId, documentLifecycle = 'active' }: RawSender): boolean {
  return frameId === 0 && documentLifecycle === 'active'
}

/** The origin, if what the browser says of it agrees. */
function originOf({ url = '', origin }: RawSender): string | null {
  if (!URL.canParse(url)) return null
  const own = new URL(url).origin
  return origin === undefined || origin === own ? own : null
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
