import { answerFailed, type AnswerEnd } from '#utils/domain/answer-end.ts'
import { ERRORS } from '#utils/domain/error-code.ts'
import type { ModelAsk } from '#utils/assistant/model-ask.ts'
import { browser, type Runtime } from '#utils/browser/browser.ts'
import { ownExtension } from '#utils/browser/own-extension.ts'
import type { BackgroundToAsker, AskerToBackground } from './maps.ts'
import { modelAskPayload } from './model-ask-payload.ts'
import { extensionPageSender } from './sender.ts'

const NAME = 'sagshjaelp-model'
/** A worker that says nothing for 30 s is stopped by the browser, and a model may think longer. */
const SIGN_OF_LIFE_MS = 15_000

export interface AnswerListener {
  readonly signal: AbortSignal
  readonly onText: (text: string) => void
}

/**
 * Background side: one port, one question, one answer. Only pages of the extension may ask; anybody else's port is closed
 * unread. When the asker closes the port, `signal` aborts at once.
 */
export function answerAskers(answer: (ask: ModelAsk, listener: AnswerListener) => Promise<AnswerEnd>): () => void {
  const onConnect = (port: Runtime.Port) => {
    if (port.name !== NAME) return
    if (!port.sender || extensionPageSender(port.sender, ownExtension()) === null) return port.disconnect()
    serve(port, answer)
  }
  browser.runtime.onConnect.addListener(onConnect)
  return () => browser.runtime.onConnect.removeListener(onConnect)
}

function serve(port: Runtime.Port, answer: Parameters<typeof answerAskers>[0]): void {
  const left = new AbortController()
  let asked = false
  const tell = (message: BackgroundToAsker) => {
    if (!left.signal.aborted) port.postMessage(message)
  }
  port.onDisconnect.addListener(() => left.abort())
  port.onMessage.addListener((raw: unknown) => {
    const ask = asked ? undefined : modelAskPayload(raw)
    if (ask === undefined) return port.disconnect()
    asked = true
    void relay(ask)
  })
  const relay = async (ask: ModelAsk) => {
    const sign = setInterval(() => tell({ kind: 'alive' }), SIGN_OF_LIFE_MS)
    const listener = { signal: left.signal, onText: (text: string) => tell({ kind: 'text', text }) }
    // What went wrong may quote the question or the answer, so only that it did crosses.
    const end = await answer(ask, listener).catch(() => answerFailed('unexpected'))
    clearInterval(sign)
    tell({ kind: 'end', end })
  }
}

/**
 * Asks the model from a page of the extension. Resolves with how it ended, at once when `signal` aborts; after that
 * `onText` is not called again. A worker that dies on the way leaves an incomplete answer.
 */
export async function askModel(ask: AskerToBackground, { signal, onText }: AnswerListener): Promise<AnswerEnd> {
  if (signal.aborted) return { state: 'aborted' }
  const port = browser.runtime.connect({ name: NAME })
  return new Promise((resolve) => {
    const finish = (end: AnswerEnd) => {
      signal.removeEventListener('abort', stop)
      port.onMessage.removeListener(hear)
      port.disconnect()
      resolve(end)
    }
    const stop = () => finish({ state: 'aborted' })
    const hear = (raw: unknown) => {
      const message = raw as BackgroundToAsker
      if (message.kind === 'text') onText(message.text)
      if (message.kind === 'end') finish(knownEnd(message.end))
    }
    signal.addEventListener('abort', stop, { once: true })
    port.onMessage.addListener(hear)
    port.onDisconnect.addListener(() => finish(answerFailed('answer-incomplete')))
    port.postMessage(ask)
  })
}

/** The worker may be of another version than the page for a moment after an update. */
function knownEnd(end: AnswerEnd): AnswerEnd {
  return end.state !== 'error' || Object.hasOwn(ERRORS, end.code) ? end : answerFailed('unexpected')
}
