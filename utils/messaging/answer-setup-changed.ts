import { browser } from '#utils/browser/browser.ts'
import { ownExtension } from '#utils/browser/own-extension.ts'
import { isEnvelope } from './envelope.ts'

/** For the recogniser: hears from the background that it should ask again. Returns a function that stops it. */
export function answerSetupChanged(callback: () => void): () => void {
  const listener = (message: unknown, sender: { id?: string | undefined }): undefined => {
    if (sender.id === ownExtension().id && isEnvelope(message, 'content') && message.call === 'setupChanged') callback()
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}
