import type { Page, Worker } from '@playwright/test'
import type { Stage } from '../support/stage.ts'

/** One that sends messages, and what came back for each; `null` is silence. */
export interface Sender {
  readonly name: string
  /** What it may lawfully be told: nothing, or a refusal. */
  readonly mayHear: 'nothing' | 'refusals'
  /** Calls that this sender may make, which are therefore left out. */
  readonly ownCalls: readonly string[]
  readonly send: (messages: readonly unknown[]) => Promise<readonly unknown[]>
}

const CONTENT_CALLS = ['pageSetup', 'caseRecognised', 'readerSetup', 'rulePack', 'snoozeRule', 'dismissRule', 'openPanel']

// Opening the panel must be the browser's next step after the user's click, before policy can be asked; there it is empty.
const ALIKE_CALLS = ['openPanel']

export interface Places {
  readonly stage: Stage
  readonly page: Page
  readonly hostile: Worker
  readonly lookAlikes: readonly Page[]
}

/** All that may try. */
export async function hostileSenders({ stage, page, hostile, lookAlikes }: Places): Promise<readonly Sender[]> {
  const {
    browser: { id, worker },
    control,
  } = stage
  const tabId = await stage.tabId(page)
  const frameId = await frameIn(stage, page, tabId)
  const inFrame = (tab: number, frame: number) => async (messages: readonly unknown[]) =>
    worker.evaluate(sendFromScript, { tab, frame, text: JSON.stringify(messages) })
  const alike = await Promise.all(
    lookAlikes.map(async (one): Promise<Sender> => ({
      name: `look-alike ${new URL(one.url()).hostname}`,
      mayHear: 'refusals',
      ownCalls: ALIKE_CALLS,
      send: inFrame(await stage.tabId(one), 0),
    })),
  )
  return [
    {
      name: 'page',
      mayHear: 'nothing',
      ownCalls: [],
      send: async (messages) => page.evaluate(sendFromPage, { text: JSON.stringify(messages), id }),
    },
    {
      name: 'another extension',
      mayHear: 'nothing',
      ownCalls: [],
      send: async (messages) => hostile.evaluate(sendToExtension, { text: JSON.stringify(messages), id }),
    },
    {
      name: 'port of another extension',
      mayHear: 'nothing',
      ownCalls: [],
      send: async (messages) => hostile.evaluate(sendOnPorts, { text: JSON.stringify(asPortMessages(messages)), id }),
    },
    {
      name: 'port of our script in the page',
      mayHear: 'nothing',
      ownCalls: [],
      send: async (messages) => worker.evaluate(portsFromScript, { tab: tabId, text: JSON.stringify(asPortMessages(messages)) }),
    },
    { name: 'frame inside the page', mayHear: 'nothing', ownCalls: [], send: inFrame(tabId, frameId) },
    { name: 'our script in the page', mayHear: 'nothing', ownCalls: CONTENT_CALLS, send: inFrame(tabId, 0) },
    {
      name: 'our page to another case',
      mayHear: 'refusals',
      ownCalls: ['setupChanged', 'focusBar'],
      send: async (messages) => control.evaluate(sendToTab, { tabId, text: JSON.stringify(withoutToken(messages)) }),
    },
    ...alike,
  ]
}

/** On a port the payload travels alone. */
function asPortMessages(messages: readonly unknown[]): readonly unknown[] {
  return messages.map((message) => {
    const { call, payload } = (message ?? {}) as { call?: unknown; payload?: unknown }
    return call === 'askModel' && payload !== undefined ? payload : message
  })
}

/** The right token is what makes the call lawful. */
function withoutToken(messages: readonly unknown[]): readonly unknown[] {
  return JSON.parse(
    JSON.stringify(messages).replaceAll(/"token":"[^"]{8,}"/g, '"token":"00000000-0000-4000-8000-000000000000"'),
  ) as unknown[]
}

async function frameIn(stage: Stage, page: Page, tabId: number): Promise<number> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe')
        frame.addEventListener('load', () => resolve())
        frame.src = '/__control'
        document.body.append(frame)
      }),
  )
  const results = await stage.browser.worker.evaluate(
    async (tab) => chrome.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func: () => location.pathname }),
    tabId,
  )
  const inside = results.find(({ frameId }) => frameId !== 0)
  if (!inside) throw new Error('no frame to send from')
  return inside.frameId
}

// What follows runs inside the browser, so each function stands alone.

async function sendFromPage({ text, id }: { text: string; id: string }): Promise<unknown[]> {
  const messages = JSON.parse(text) as unknown[]
  const heard: unknown[] = []
  const runtime = (window as { chrome?: { runtime?: { sendMessage?: (to: string, message: unknown) => Promise<unknown> } } }).chrome
    ?.runtime
  const onMessage = (event: MessageEvent) => {
    if (event.source !== window) heard.push(event.data)
  }
  window.addEventListener('message', onMessage)
  const channel = new BroadcastChannel('sagshjaelp')
  const other = new BroadcastChannel('sagshjaelp')
  for (const message of messages) {
    window.postMessage(message, '*')
    for (const name of ['sagshjaelp', 'message', 'wxt:content-script-started', 'wxt:locationchange', 'sagshjaelp:setupChanged']) {
      document.dispatchEvent(new CustomEvent(name, { detail: message }))
      window.dispatchEvent(new CustomEvent(name, { detail: message }))
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel has no target origin.
    channel.postMessage(message)
    document
      .querySelector('[data-sagshjaelp]')
      ?.dispatchEvent(new CustomEvent('sagshjaelp', { detail: message, bubbles: true, composed: true }))
    const reply = await runtime?.sendMessage?.(id, message).catch(() => null)
    if (reply !== undefined && reply !== null) heard.push(reply)
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  window.removeEventListener('message', onMessage)
  channel.close()
  other.close()
  return heard
}

async function sendToExtension({ text, id }: { text: string; id: string }): Promise<unknown[]> {
  return Promise.all(
    (JSON.parse(text) as unknown[]).map(async (message) => {
      try {
        return (await chrome.runtime.sendMessage(id, message)) ?? null
      } catch {
        return null
      }
    }),
  )
}

async function sendOnPorts({ text, id }: { text: string; id: string }): Promise<unknown[]> {
  const heard: unknown[] = []
  for (const name of ['sagshjaelp-panel', 'sagshjaelp-model', 'sagshjaelp', '']) {
    const port = chrome.runtime.connect(id, { name })
    port.onMessage.addListener((message) => heard.push(message))
    port.onDisconnect.addListener(() => void chrome.runtime.lastError)
    for (const message of JSON.parse(text) as unknown[]) {
      try {
        port.postMessage(message)
      } catch {
        break
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 40))
    port.disconnect()
  }
  return heard
}

async function sendFromScript({ tab, frame, text }: { tab: number; frame: number; text: string }): Promise<unknown[]> {
  const [ran] = await chrome.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    args: [text],
    func: async (all: string) =>
      Promise.all(
        (JSON.parse(all) as unknown[]).map(async (message) => {
          try {
            return (await chrome.runtime.sendMessage(message)) ?? null
          } catch {
            return null
          }
        }),
      ),
  })
  return (ran?.result ?? []) as unknown[]
}

async function portsFromScript({ tab, text }: { tab: number; text: string }): Promise<unknown[]> {
  const [ran] = await chrome.scripting.executeScript({
    target: { tabId: tab, frameIds: [0] },
    args: [text],
    func: async (all: string) => {
      const heard: unknown[] = []
      for (const message of JSON.parse(all) as unknown[]) {
        const port = chrome.runtime.connect({ name: 'sagshjaelp-model' })
        port.onMessage.addListener((reply) => heard.push(reply))
        try {
          port.postMessage(message)
        } catch {
          // Closed at once: that is what is wanted.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
      return heard
    },
  })
  return ran?.result ?? []
}

async function sendToTab({ tabId, text }: { tabId: number; text: string }): Promise<unknown[]> {
  return Promise.all(
    (JSON.parse(text) as unknown[]).map(async (message) => {
      try {
        return (await chrome.tabs.sendMessage(tabId, message, { frameId: 0 })) ?? null
      } catch {
        return null
      }
    }),
  )
}
