import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ModelAsk } from '#utils/assistant/model-ask.ts'
import type { AnswerEnd } from '#utils/domain/answer-end.ts'

const OWN = 'chrome-extension://own'
type Listener = (message: unknown) => void

/** Two ends of a port, as the browser joins them: closing one tells the other. */
class FakePort {
  readonly name: string
  readonly sender: { readonly id: string; readonly url: string }
  other: FakePort | null = null
  closed = false
  readonly #heard: Listener[] = []
  readonly #gone: (() => void)[] = []
  readonly onMessage = {
    addListener: (listener: Listener) => void this.#heard.push(listener),
    removeListener: (listener: Listener) => void this.#heard.splice(this.#heard.indexOf(listener), 1),
  }
  readonly onDisconnect = { addListener: (listener: () => void) => void this.#gone.push(listener) }

  constructor(name: string, url: string) {
    this.name = name
    this.sender = { id: 'own', url }
  }

  postMessage(message: unknown): void {
    if (this.closed) throw new Error('Attempting to use a disconnected port object')
    const { other } = this
    queueMicrotask(() => {
      for (const listener of other === null ? [] : [...other.#heard]) listener(structuredClone(message))
    })
  }

  disconnect(): void {
    if (this.closed) return
    this.closed = true
    const { other } = this
    if (other === null || other.closed) return
    other.closed = true
    for (const listener of other.#gone) listener()
  }
}

const state = vi.hoisted(() => ({ listeners: [] as ((port: unknown) => void)[], from: 'chrome-extension://own/sidepanel.html' }))

vi.mock('#utils/browser/browser.ts', () => ({
  browser: {
    runtime: {
      id: 'own',
      getURL: () => `${OWN}/`,
      onConnect: {
        addListener: (listener: (port: unknown) => void) => void state.listeners.push(listener),
        removeListener: () => undefined,
      },
      connect: ({ name }: { name: string }) => {
        const [near, far] = [new FakePort(name, ''), new FakePort(name, state.from)]
        near.other = far
        far.other = near
        queueMicrotask(() => {
          for (const listener of state.listeners) listener(far)
        })
        return near
      },
    },
  },
}))

const { answerAskers, askModel } = await import('#utils/messaging/model-port.ts')

const ask: ModelAsk = {
  useId: '3f2b1c9e-8a5d-4e21-9c40-0d6f7a1b2c3d',
  feature: 'answer',
  purpose: 'case-work',
  caseId: null,
  model: null,
  messages: [{ role: 'user', content: 'Hej' }],
  maxTokens: 10,
}
const DONE: AnswerEnd = { state: 'done', model: 'm' }

beforeEach(() => {
  state.listeners.length = 0
  state.from = `${OWN}/sidepanel.html`
})

const listening = () => {
  const texts: string[] = []
  const controller = new AbortController()
  return { texts, controller, on: { signal: controller.signal, onText: (text: string) => void texts.push(text) } }
}

describe('a question on the port', () => {
  it('brings the answer as it comes, and how it ended', async () => {
    answerAskers(async (asked, { onText }) => {
      onText(asked.messages[0]?.content ?? '')
      onText(' verden')
      return DONE
    })
    const { texts, on } = listening()
    expect(await askModel(ask, on)).toEqual(DONE)
    expect(texts.join('')).toBe('Hej verden')
  })

  it('is not heard from a page that is not the extension’s own', async () => {
    const answer = vi.fn(async () => DONE)
    answerAskers(answer)
    state.from = 'http://localhost:5173/borger/1'
    expect(await askModel(ask, listening().on)).toMatchObject({ state: 'error', code: 'answer-incomplete' })
    expect(answer).not.toHaveBeenCalled()
  })

  it.each<readonly [string, object]>([
    ['a field more', { ...ask, url: 'https://evil.example' }],
    ['no id of the use', { ...ask, useId: 'x' }],
    ['a feature that is not', { ...ask, feature: 'steal' }],
    ['no text', { ...ask, messages: [] }],
    ['a tool', { ...ask, messages: [{ role: 'tool', content: 'x' }] }],
  ])('is refused with %s', async (_what, odd) => {
    const answer = vi.fn(async () => DONE)
    answerAskers(answer)
    expect(await askModel(odd as ModelAsk, listening().on)).toMatchObject({ state: 'error', code: 'answer-incomplete' })
    expect(answer).not.toHaveBeenCalled()
  })

  it('ends at once when the asker stops, tells the background, and brings nothing after that', async () => {
    let left: AbortSignal | null = null
    let say: (text: string) => void = () => undefined
    answerAskers(async (_ask, { signal, onText }) => {
      left = signal
      say = onText
      return new Promise(() => undefined)
    })
    const { texts, controller, on } = listening()
    const ended = askModel(ask, on)
    await vi.waitFor(() => expect(left).not.toBeNull())
    controller.abort()
    expect(await ended).toEqual({ state: 'aborted' })
    expect((left as AbortSignal | null)?.aborted).toBe(true)
    say('for sent')
    await Promise.resolve()
    expect(texts).toEqual([])
  })

  it('is incomplete when the worker dies on the way', async () => {
    state.listeners.push((port) => setTimeout(() => (port as FakePort).disconnect(), 5))
    answerAskers(async (_ask, { onText }) => {
      onText('Halvt')
      return new Promise(() => undefined)
    })
    const { texts, on } = listening()
    expect(await askModel(ask, on)).toMatchObject({ state: 'error', code: 'answer-incomplete' })
    expect(texts).toEqual(['Halvt'])
  })

  it('brings nothing of what went wrong but that it did', async () => {
    const { on } = listening()
    answerAskers(async () => Promise.reject(new Error('quotes the answer')))
    expect(await askModel(ask, on)).toEqual({ state: 'error', code: 'unexpected', withdrawn: false })
  })

  it('is one a port', async () => {
    const answer = vi.fn(async () => new Promise<AnswerEnd>(() => undefined))
    answerAskers(answer)
    const port = new FakePort('sagshjaelp-model', `${OWN}/options.html`)
    const near = new FakePort('sagshjaelp-model', '')
    near.other = port
    port.other = near
    for (const listener of state.listeners) listener(port)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A port has no target origin.
    for (const again of [ask, ask]) near.postMessage(again)
    await vi.waitFor(() => expect(near.closed).toBe(true))
    expect(answer).toHaveBeenCalledOnce()
  })
})
