import type { BrowserContext } from '@playwright/test'

/**
 * The real side panel. Playwright raises no page for it, so it is driven over the protocol: text, clicks and scripts.
 */
export interface SidePanel {
  /** All text that stands in it. */
  text(): Promise<string>
  /** Waits until the text holds (or no longer holds) something. */
  waitForText(part: string | RegExp, options?: { readonly gone?: boolean; readonly timeout?: number }): Promise<string>
  /** Clicks the first button, tab or link with this name. */
  click(name: string): Promise<void>
  evaluate<T>(expression: string): Promise<T>
  /** Light or dark, as the system would say: the browser's own emulation does not reach the panel. */
  prefer(colorScheme: 'light' | 'dark'): Promise<void>
  /** A picture of it as PNG. */
  screenshot(): Promise<Buffer>
}

interface Answer {
  readonly id: number
  readonly result?: {
    readonly result?: { readonly value?: unknown }
    readonly exceptionDetails?: { readonly text: string }
    readonly data?: string
  }
}

/** Attaches to the panel that is open in the browser. */
export async function attachSidePanel(context: BrowserContext): Promise<SidePanel> {
  const browser = context.browser()
  if (browser === null) throw new Error('no browser')
  const session = await browser.newBrowserCDPSession()
  const target = await poll(async () =>
    (await session.send('Target.getTargets')).targetInfos.find(({ url }) => url.endsWith('/sidepanel.html')),
  )
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false })
  const pending = new Map<number, (answer: Answer) => void>()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Answer
    pending.get(answer.id)?.(answer)
    pending.delete(answer.id)
  })
  let count = 0
  const call = async (method: string, params: object): Promise<Answer> => {
    count += 1
    const id = count
    const answered = new Promise<Answer>((resolve) => pending.set(id, resolve))
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
    return answered
  }
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result } = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true })
    if (result?.exceptionDetails) throw new Error(result.exceptionDetails.text)
    return result?.result?.value as T
  }
  const text = async () => evaluate<string>("document.body?.innerText ?? ''")
  return {
    evaluate,
    text,
    prefer: async (value) => {
      await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
    },
    screenshot: async () => Buffer.from((await call('Page.captureScreenshot', { format: 'png' })).result?.data ?? '', 'base64'),
    waitForText: async (part, { gone = false, timeout = 8000 } = {}) =>
      poll(async () => {
        const now = await text()
        const holds = typeof part === 'string' ? now.includes(part) : part.test(now)
        return holds === gone ? undefined : now
      }, timeout),
    click: async (name) => {
      await poll(async () => (await evaluate<boolean>(`(${clickByName.toString()})(${JSON.stringify(name)})`)) || undefined)
    },
  }
}

/** Runs in the panel. */
function clickByName(name: string): boolean {
  const controls = [...document.querySelectorAll<HTMLElement>('button, a, summary, [role=tab]')]
  const control = controls.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().includes(name))
  control?.click()
  return control !== undefined
}

async function poll<T>(look: () => Promise<T | undefined>, timeout = 8000): Promise<T> {
  const end = Date.now() + timeout
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error('Waited in vain.')
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}
