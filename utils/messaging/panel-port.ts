import { browser, type Runtime } from '#utils/browser/browser.ts'
import { ownExtension } from '#utils/browser/own-extension.ts'
import type { PageReport } from '#utils/case-session/page-report.ts'
import { extensionPageSender } from './sender.ts'

const NAME = 'sagshjaelp-panel'

/** Keeps every open panel told of what this page shows. With no panel open it costs nothing. */
export interface PanelPort {
  publish(report: PageReport): void
}

/**
 * Content side. A port belongs to one document: when the page is left, put in the back/forward cache or replaced, the
 * panel's end closes by itself, so nothing of an old case can arrive late.
 */
export function openToPanels(first: PageReport, signal: AbortSignal): PanelPort {
  const ports = new Set<Runtime.Port>()
  let last = first
  // A panel may close, or the document be put away, before the browser says so; the page's own work must not stop on it.
  const tell = (port: Runtime.Port, report: PageReport) => {
    try {
      port.postMessage(report)
    } catch {
      ports.delete(port)
    }
  }
  const onConnect = (port: Runtime.Port) => {
    if (port.name !== NAME || !port.sender || extensionPageSender(port.sender, ownExtension()) === null) return
    ports.add(port)
    port.onDisconnect.addListener(() => ports.delete(port))
    tell(port, last)
  }
  browser.runtime.onConnect.addListener(onConnect)
  signal.addEventListener('abort', () => {
    browser.runtime.onConnect.removeListener(onConnect)
    for (const port of ports) port.disconnect()
    ports.clear()
  })
  return {
    publish: (report) => {
      last = report
      for (const port of ports) tell(port, report)
    },
  }
}

/** Panel side: follows the page in a tab until it goes away. Returns a function that stops. */
export function connectToPage(tabId: number, on: { readonly report: (raw: unknown) => void; readonly gone: () => void }): () => void {
  const port = browser.tabs.connect(tabId, { frameId: 0, name: NAME })
  port.onMessage.addListener(on.report)
  port.onDisconnect.addListener(() => {
    // Reading it tells the browser that the failure has been seen; no script in the tab is an ordinary state.
    void browser.runtime.lastError
    on.gone()
  })
  return () => port.disconnect()
}
